import { problemWords } from "../../shared/components/problem-alert.js";
import { t } from "i18next";
import { ProblemError } from "../../shared/api/problem.js";
import { fileAddress, uploadFile } from "../../shared/api/upload.js";
import type { StorageProvider } from "./formio-port.js";

/** Told when the number of running uploads changes; a form is not completed before they are over. */
type UploadListener = (running: number) => void;

const listeners = new Set<UploadListener>();
let running = 0;

const step = (by: 1 | -1): void => {
  running += by;
  for (const listener of listeners) listener(running);
};

/** @returns the function that ends listening. */
export function onUploads(listener: UploadListener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

async function send(
  file: File,
  progress: (share: number) => void,
  signal: AbortSignal,
  fallback: string,
): Promise<object> {
  step(1);
  try {
    const stored = await uploadFile(file, { onProgress: progress, signal });
    return {
      storage: "url",
      id: stored.id,
      name: stored.name,
      originalName: stored.name,
      url: fileAddress(stored.id),
      size: stored.sizeBytes,
      type: stored.contentType,
    };
  } catch (cause) {
    // The renderer shows rejections as text.
    if (!(cause instanceof ProblemError)) throw fallback;
    throw cause.detail || cause.title || problemWords(cause, t).title;
  } finally {
    step(-1);
  }
}

/** Form.io's storage `url`, against /api/files; made with `new` by the renderer. The form keeps the file's id and name. */
export class FileStorage implements StorageProvider {
  uploadFile(...[file, , , progress, , , , , , abort]: Parameters<StorageProvider["uploadFile"]>): Promise<object> {
    const cancel = new AbortController();
    abort?.(() => cancel.abort());
    const tell = (share: number): void => progress({ loaded: share * file.size, total: file.size });
    return send(file, tell, cancel.signal, t("form.uploadFailed"));
  }

  /** Files that nothing refers to are cleared away by the server; one may also be in use elsewhere. */
  deleteFile(): Promise<string> {
    return Promise.resolve("removed");
  }

  downloadFile(file: { url?: string }): Promise<object> {
    return Promise.resolve(file);
  }
}
