import { z } from "zod";
import { SiasnGalat } from "../../app/siasn-galat.js";
import type { SiasnAccess } from "./siasn-access.js";

/** Both tokens, as the headers of one request need them. */
export interface SiasnTokens {
  readonly apim: string;
  readonly sso: string;
}

interface Held extends SiasnTokens {
  /** Epoch ms at which the first of the two ends. */
  readonly until: number;
}

const Answer = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive().default(300) });
/** Taken anew a little before their end, so that they do not end on the way. */
const EARLY_MS = 30_000;
const FORM = "application/x-www-form-urlencoded";

/** The two tokens of SIASN: kept until shortly before their end, refreshed both together. Source: domain note 4.1. */
export class SiasnTokenSource {
  #held: Held | undefined;
  #pending: Promise<Held> | undefined;

  constructor(private readonly access: SiasnAccess) {}

  /** @param refused tokens that were answered by 401; others that a parallel request has fetched meanwhile are used. */
  async get(refused?: SiasnTokens): Promise<SiasnTokens> {
    const held = this.#held;
    if (held !== undefined && held.until > this.access.clock.now() && held.apim !== refused?.apim) return held;
    this.#pending ??= this.#fetchBoth().finally(() => {
      this.#pending = undefined;
    });
    this.#held = await this.#pending;
    return this.#held;
  }

  async #fetchBoth(): Promise<Held> {
    const { config, clock } = this.access;
    const basic = Buffer.from(`${config.consumerKey}:${config.consumerSecret}`).toString("base64");
    const apim = await this.#ask(
      `${config.url}/oauth2/token`,
      { grant_type: "client_credentials" },
      { authorization: `Basic ${basic}` },
      "ALUR_SIASN_CONSUMER_KEY dan ALUR_SIASN_CONSUMER_SECRET",
    );
    const sso = await this.#ask(
      config.ssoUrl,
      {
        grant_type: "password",
        client_id: config.ssoClient,
        username: config.ssoUser,
        password: config.ssoPassword,
      },
      {},
      "ALUR_SIASN_SSO_USER dan ALUR_SIASN_SSO_PASSWORD",
    );
    const seconds = Math.min(apim.expires_in, sso.expires_in);
    const until = clock.now() + Math.max(seconds * 1000 - EARLY_MS, 1000);
    return { apim: apim.access_token, sso: sso.access_token, until };
  }

  async #ask(url: string, form: Record<string, string>, headers: Record<string, string>, variables: string) {
    const { status, body } = await this.access.send(url, {
      method: "POST",
      headers: { ...headers, "content-type": FORM },
      body: new URLSearchParams(form).toString(),
    });
    if (status >= 400 && status < 500 && status !== 429) {
      throw new SiasnGalat(
        "DITOLAK_MASUK",
        `SIASN menolak kredensial aplikasi ini (HTTP ${status} dari ${new URL(url).host}). Administrator perlu memeriksa ${variables}.`,
      );
    }
    const answer = Answer.safeParse(body);
    if (status === 200 && answer.success) return answer.data;
    throw new SiasnGalat(
      "TIDAK_TERSEDIA",
      `SIASN tidak memberi token (HTTP ${status} dari ${new URL(url).host}). Coba lagi nanti.`,
    );
  }
}
