import { type Clock, deadline } from "../../../../src/plugin-api/index.js";
import { SiasnGalat } from "../../app/siasn-galat.js";
import type { SiasnConfig } from "../../settings.js";

export interface SiasnAccess {
  readonly config: SiasnConfig;
  readonly clock: Clock;
  send(url: string, request: RequestInit, signal?: AbortSignal): Promise<SiasnAnswer>;
}

/** One answer as it came; what is no JSON is undefined. */
export interface SiasnAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** Larger than any answer of the service; a bigger one is something else. */
const MOST_BYTES = 8 * 1024 * 1024;

const asJson = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

const textOf = async (response: Response): Promise<string> => {
  const parts: Uint8Array[] = [];
  const body: AsyncIterable<Uint8Array> | null = response.body;
  let size = 0;
  for await (const part of body ?? []) {
    size += part.byteLength;
    if (size > MOST_BYTES) throw new Error(`the answer is larger than ${MOST_BYTES} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
};

/** Sends one request, with a time limit for the whole answer. @throws {SiasnGalat} TIDAK_TERSEDIA when none comes. */
export const siasnAccess = (config: SiasnConfig, clock: Clock): SiasnAccess => ({
  config,
  clock,
  async send(url, request, signal) {
    const silence = `tidak menjawab dalam ${config.timeoutMs / 1000} detik`;
    const limit = deadline(config.timeoutMs, () => new Error(silence), signal);
    try {
      const response = await fetch(url, { ...request, redirect: "error", signal: limit.signal });
      return { status: response.status, headers: response.headers, body: asJson(await textOf(response)) };
    } catch (cause) {
      if (signal?.aborted === true) throw signal.reason;
      const why = limit.isOver() ? silence : "tidak dapat dihubungi";
      throw new SiasnGalat("TIDAK_TERSEDIA", `SIASN (${new URL(url).host}) ${why}. Coba lagi nanti.`, { cause });
    } finally {
      limit.end();
    }
  },
});
