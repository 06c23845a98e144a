import busboy from "busboy";
import type { IncomingMessage } from "node:http";
import { AppError } from "../../platform/index.js";
import type { FilesService } from "../create-files.js";
import type { StoredFile } from "../stored-file.js";

const NO_FILE = { id: "Sertakan satu berkas pada bidang 'file'", en: "Send one file in the field 'file'" };

const noFile = (cause?: unknown): AppError =>
  new AppError("BAD_INPUT", "Expected one file in the multipart field 'file', but there is none", {
    cause,
    detail: NO_FILE,
    errors: [{ path: "file", message: NO_FILE }],
  });

const cutOff = (cause?: unknown): AppError =>
  new AppError("FILE_ABORTED", "Expected the whole upload, but the connection ended before", {
    cause,
    detail: { id: "Unggahan terputus. Coba unggah lagi", en: "The upload was cut off. Try again" },
  });

const openParser = (incoming: IncomingMessage): ReturnType<typeof busboy> => {
  try {
    // Browsers send file names in UTF-8; busboy would read them as Latin-1.
    return busboy({ headers: incoming.headers, defParamCharset: "utf8", limits: { files: 1, fields: 10 } });
  } catch (cause) {
    throw noFile(cause);
  }
};

/**
 * Reads the one file of a multipart request straight to disk. Whatever else the request holds is read and thrown away, so
 * that a refusal reaches the browser.
 * @throws {AppError} BAD_INPUT without a file, FILE_ABORTED when the sender hangs up, and those of `FilesService.receive`.
 */
export const receiveUpload = (
  incoming: IncomingMessage,
  files: Pick<FilesService, "receive">,
  userId: string,
): Promise<StoredFile> => {
  const parser = openParser(incoming);
  return new Promise((resolve, reject) => {
    let receiving: Promise<StoredFile> | undefined;
    const give = (error: unknown): void => {
      incoming.unpipe(parser);
      incoming.resume();
      reject(error);
    };
    parser.on("file", (field, stream, info) => {
      if (field !== "file" || receiving !== undefined) {
        stream.resume();
        return;
      }
      incoming.once("aborted", () => stream.destroy(cutOff()));
      receiving = files.receive({ name: info.filename ?? "", stream, userId });
      receiving.then(resolve, give);
    });
    parser.once("close", () => {
      if (receiving === undefined) give(noFile());
    });
    parser.once("error", (error) => give(cutOff(error)));
    incoming.once("aborted", () => {
      if (receiving === undefined) give(cutOff());
    });
    incoming.pipe(parser);
  });
};
