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
  unzipped.once("error", (error) => (failure = error));
  for await (const line of createInterface({ input: source.pipe(unzipped), crlfDelay: Infinity })) yield line;
  if (failure !== undefined) throw failure;
}
