import { setTimeout as pause } from "node:timers/promises";
import { SiasnGalat } from "../../app/siasn-galat.js";
import type { SiasnAccess, SiasnAnswer } from "./siasn-access.js";
import type { SiasnTokens, SiasnTokenSource } from "./siasn-tokens.js";

const ATTEMPTS = 3;
const GROWTH = 4;
/** A server that asks for a longer rest is left alone; the batch asks again later. */
const LONGEST_REST_MS = 60_000;

/** A request of the service, without its tokens. */
interface ServiceRequest {
  readonly method?: "GET" | "POST" | "DELETE";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | FormData;
}

/** `Retry-After` in seconds or as a date, in milliseconds. */
const restOf = (headers: Headers, now: number): number | undefined => {
  const value = headers.get("retry-after");
  if (value === null) return undefined;
  const ms = /^\d+$/u.test(value.trim()) ? Number(value) * 1000 : Date.parse(value) - now;
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
};

const isTemporary = (status: number): boolean => status === 429 || status >= 500;

/**
 * Sends one request to the service: tokens refreshed both on 401, three attempts with growing pauses at 429 (as long as
 * `Retry-After` says), 5xx and silence. Requests that write are not repeated here: whether they got through is unknown.
 * Source: domain note 4.1, 4.2.
 */
export const siasnRequest =
  (access: SiasnAccess, tokens: SiasnTokenSource) =>
  async (path: string, request: ServiceRequest, signal?: AbortSignal): Promise<SiasnAnswer> => {
    const { config, clock } = access;
    const attempts = request.method === "POST" ? 1 : ATTEMPTS;
    let rest = config.pauseMs;
    for (let attempt = 1; ; attempt++) {
      const outcome = await once(() => withTokens(access, tokens, path, request, signal));
      const silent = outcome instanceof SiasnGalat;
      if (!silent && !isTemporary(outcome.status)) return outcome;
      const asked = silent ? undefined : restOf(outcome.headers, clock.now());
      if (attempt === attempts || (asked ?? 0) > LONGEST_REST_MS) {
        throw silent ? outcome : unavailable(path, outcome.status);
      }
      await pause(asked ?? rest, undefined, { signal });
      rest *= GROWTH;
    }
  };

/** An answer, or a failure that may pass. @throws what does not pass. */
const once = async (send: () => Promise<SiasnAnswer>): Promise<SiasnAnswer | SiasnGalat> => {
  try {
    return await send();
  } catch (error) {
    if (error instanceof SiasnGalat && error.sementara) return error;
    throw error;
  }
};

const unavailable = (path: string, status: number): SiasnGalat => {
  const what = status === 429 ? "membatasi jumlah permintaan (HTTP 429)" : `sedang bermasalah (HTTP ${status})`;
  return new SiasnGalat("TIDAK_TERSEDIA", `SIASN ${what} pada ${path.split("/").slice(0, 2).join("/")}.`);
};

const withTokens = async (
  access: SiasnAccess,
  source: SiasnTokenSource,
  path: string,
  request: ServiceRequest,
  signal?: AbortSignal,
): Promise<SiasnAnswer> => {
  const url = `${access.config.url}/apisiasn/1.0/${path}`;
  const send = ({ apim, sso }: SiasnTokens): Promise<SiasnAnswer> => {
    const headers = { ...request.headers, authorization: `Bearer ${apim}`, auth: `bearer ${sso}` };
    return access.send(url, { ...request, headers }, signal);
  };
  const first = await source.get();
  const answer = await send(first);
  if (answer.status !== 401) return answer;
  const again = await send(await source.get(first));
  if (again.status !== 401) return again;
  throw new SiasnGalat(
    "DITOLAK_MASUK",
    "SIASN menolak token yang baru diambil (HTTP 401). Administrator perlu memeriksa hak akses dan pengguna SSO.",
  );
};
