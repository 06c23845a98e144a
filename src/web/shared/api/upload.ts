import type { UploadedFile } from "../../../http/contract/cases.js";
import { offlineProblem, type ProblemError, toProblem } from "./problem.js";
import { renewSession, sessionGate } from "./session-gate.js";

/** Largest file that the platform takes, in bytes; told before a long upload is refused. */
export const MAX_UPLOAD_BYTES = 100 * 1024 * 1024;

interface UploadOptions {
  /** Share sent, 0 to 1. */
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
};

// fetch tells nothing about the progress of an upload; XMLHttpRequest does.
function sendOnce(file: File, options: UploadOptions): Promise<UploadedFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", "/api/files");
    request.setRequestHeader("x-csrf-token", sessionGate.csrfToken);
    request.setRequestHeader("accept-language", sessionGate.language);
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) options.onProgress?.(event.loaded / event.total);
    });
    request.addEventListener("load", () => {
      const body = parse(request.responseText);
      if (request.status >= 200 && request.status < 300) resolve(body as UploadedFile);
      else reject(toProblem(request.status, body));
    });
    request.addEventListener("error", () => reject(offlineProblem()));
    request.addEventListener("abort", () =>
      reject(new DOMException("Expected an upload, but it was cancelled", "AbortError")),
    );
    options.signal?.addEventListener("abort", () => request.abort());
    const form = new FormData();
    form.append("file", file, file.name);
    request.send(form);
  });
}

/** Sends one file. @throws {ProblemError} with the server's reason (type, size, archive content, connection). */
export async function uploadFile(file: File, options: UploadOptions = {}): Promise<UploadedFile> {
  try {
    return await sendOnce(file, options);
  } catch (cause) {
    const expired = (cause as Partial<ProblemError>).status === 401;
    if (expired && (await renewSession())) return sendOnce(file, options);
    throw cause;
  }
}

/** Where a stored file is read. */
export const fileAddress = (fileId: string): string => `/api/files/${encodeURIComponent(fileId)}`;

/** Where a printed document is read. */
export const documentAddress = (documentId: string): string => `/api/documents/${encodeURIComponent(documentId)}`;
