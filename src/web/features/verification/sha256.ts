import { sha256 } from "./sha256-of-bytes.js";

const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/**
 * SHA-256 of a file in lower-case hexadecimal. Computed here: the file never leaves the device. The browser's own
 * implementation exists on https pages and on localhost only; an office server on plain http gets ours.
 */
export async function sha256Of(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { subtle } = crypto as { subtle?: SubtleCrypto };
  return hex(subtle === undefined ? sha256(bytes) : new Uint8Array(await subtle.digest("SHA-256", bytes)));
}
