import busboy from "busboy";
import { badRequest } from "./problem.js";

/** A file of a multipart request. */
export interface UploadedFile {
  readonly name: string;
  readonly contentType: string;
  readonly content: Buffer;
}

/** A multipart body, taken apart. */
export interface MultipartBody {
  /** Texts by the name of their field, which may come several times. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
  readonly files: ReadonlyMap<string, readonly UploadedFile[]>;
}

/**
 * Takes a multipart body apart.
 *
 * @throws {ApiProblem} 400 when it is broken or ends early.
 */
export function parseMultipart(contentType: string, body: Buffer): Promise<MultipartBody> {
  return new Promise((resolve, reject) => {
    const fields = new Map<string, readonly string[]>();
    const files = new Map<string, UploadedFile[]>();
    const fail = (error: unknown): void => {
      const reason = error instanceof Error ? error.message : "it cannot be read";
      reject(badRequest(`Expected a complete multipart/form-data body, but ${reason}`));
    };
    let parser: busboy.Busboy;
    try {
      parser = busboy({ headers: { "content-type": contentType }, preservePath: true, defParamCharset: "utf8" });
    } catch (error) {
      fail(error);
      return;
    }
    parser.on("field", (name, value) => fields.set(name, [...(fields.get(name) ?? []), value]));
    parser.on("file", (field, stream, { filename, mimeType }) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("error", fail);
      stream.on("end", () => {
        const file: UploadedFile = { name: filename ?? "", contentType: mimeType, content: Buffer.concat(chunks) };
        files.set(field, [...(files.get(field) ?? []), file]);
      });
    });
    parser.on("error", fail);
    parser.on("close", () => resolve({ fields, files }));
    parser.end(body);
  });
}
