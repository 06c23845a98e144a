import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import busboy from "busboy";
import { AppError } from "../../platform/index.js";

/** Bytes of a PDF that is compared. */
const LIMIT_BYTES = 50 * 1024 * 1024;

const refuse = (code: string, message: string, id: string, en: string): AppError =>
  new AppError(code, message, { detail: { id, en } });

const notMultipart = (): AppError =>
  refuse(
    "UNSUPPORTED_TYPE",
    "Expected a multipart request with the field 'file', but it is something else",
    "Kirim berkas PDF dalam isian 'file'.",
    "Send the PDF in the field 'file'.",
  );

const isPdf = (start: Buffer): boolean => start.subarray(0, 5).toString("latin1") === "%PDF-";

/**
 * SHA-256 of the PDF in field `file`, hex; nothing is kept.
 * @throws {AppError} UNSUPPORTED_TYPE when it is no PDF, TOO_LARGE above 50 MB, BAD_INPUT without a file.
 */
export function hashOfUploadedPdf(incoming: IncomingMessage): Promise<string> {
  if (incoming.headers["content-type"]?.startsWith("multipart/form-data") !== true)
    return Promise.reject(notMultipart());
  return new Promise((resolve, reject) => {
    const parser = busboy({ headers: incoming.headers, limits: { files: 1, fields: 5, fileSize: LIMIT_BYTES } });
    const fail = (error: Error): void => {
      incoming.unpipe(parser);
      incoming.resume();
      reject(error);
    };
    let hash: string | undefined;
    parser.on("file", (_field, stream) => {
      const digest = createHash("sha256");
      let start = Buffer.alloc(0);
      stream.on("data", (chunk: Buffer) => {
        if (start.length < 5) start = Buffer.concat([start, chunk.subarray(0, 5)]);
        digest.update(chunk);
      });
      stream.on("limit", () =>
        fail(
          refuse(
            "TOO_LARGE",
            "Expected at most 50 MB, but the file is larger",
            "Paling besar 50 MB.",
            "At most 50 MB.",
          ),
        ),
      );
      stream.on("end", () => {
        if (isPdf(start)) hash = digest.digest("hex");
        else
          fail(
            refuse(
              "UNSUPPORTED_TYPE",
              "Expected a PDF, but the content is not one",
              "Isi berkas bukan PDF.",
              "The file is not a PDF.",
            ),
          );
      });
    });
    parser.on("error", (error) => fail(error instanceof Error ? error : new Error(String(error))));
    parser.on("close", () => {
      if (hash !== undefined) resolve(hash);
      else
        reject(
          refuse(
            "BAD_INPUT",
            "Expected a PDF in field 'file', but there is no file",
            "Berkas belum dipilih.",
            "No file was sent.",
          ),
        );
    });
    incoming.pipe(parser);
  });
}
