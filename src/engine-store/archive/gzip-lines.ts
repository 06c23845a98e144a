import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";

/** The lines of a gzip file. @throws {Error} of zlib or the file system when it is damaged or absent. */
export async function* readLines(path: string): AsyncGenerator<string> {
  const source = createReadStream(path);
  const unzipped = createGunzip();
  source.once("error", (error) => unzipped.destroy(error));
  // The reader of lines swallows what goes wrong below it.
  let failure: unknown;
  const fail = (error: unknown): void => {
    failure ??= error;
  };
  // A damaged file may fail more than once: first where it is read, then where it should end.
  unzipped.on("error", fail);
  const lines = createInterface({ input: source.pipe(unzipped), crlfDelay: Infinity });
  // Somebody who has read enough is not told of damage behind it.
  lines.on("error", fail);
  try {
    for await (const line of lines) yield line;
  } finally {
    source.destroy();
    unzipped.destroy();
  }
  if (failure !== undefined) throw failure;
}
