import { z } from "zod";
import { settingKinds, type SettingMeta } from "../../src/plugin-api/index.js";

const { address, onOff, text, whole } = settingKinds;
const web = address(["http:", "https:"]);
const meta = (kind: string, fallback: string, example: string, description: string, more: Partial<SettingMeta> = {}) =>
  ({ kind, unit: "-", fallback, example, description, ...more }) satisfies SettingMeta;
const secret = { secret: true } as const;

const pasangan = z
  .string()
  .trim()
  .regex(
    /^[\w.-]+=[\w.-]+(?:\s*,\s*[\w.-]+=[\w.-]+)*$/u,
    "Expected pairs such as instansi-a=A5EB03E2,instansi-b=A5EB03E3",
  )
  .transform((pairs) => new Map(pairs.split(",").map((pair) => pair.trim().split("=") as [string, string])));

/** Without these nothing can be asked of SIASN; together or not at all. */
const NEEDED = [
  "ALUR_SIASN_URL",
  "ALUR_SIASN_SSO_URL",
  "ALUR_SIASN_CONSUMER_KEY",
  "ALUR_SIASN_CONSUMER_SECRET",
  "ALUR_SIASN_SSO_CLIENT",
  "ALUR_SIASN_SSO_USER",
  "ALUR_SIASN_SSO_PASSWORD",
  "ALUR_SIASN_INSTANSI",
] as const;

/** Variables of the link to SAPK/SIASN. Source: domain note 4.1. */
export const siasnSettings = z
  .object({
    ALUR_SIASN_URL: web
      .optional()
      .meta(
        meta(
          "address",
          "no link to SAPK/SIASN",
          "https://apimws.example.go.id:8243",
          "Gateway of the SIASN web service; /oauth2/token and /apisiasn/1.0 are added",
        ),
      ),
    ALUR_SIASN_SSO_URL: web
      .optional()
      .meta(
        meta(
          "address",
          "none",
          "https://sso.example.go.id/auth/realms/public-siasn/protocol/openid-connect/token",
          "Token address of the SIASN SSO",
        ),
      ),
    ALUR_SIASN_MODE: z
      .enum(["production", "training"], "Expected 'production' or 'training'")
      .default("training")
      .meta(
        meta(
          "production | training",
          "training",
          "production",
          "Which SIASN stands behind the gateway; nothing is ever written to it in training",
        ),
      ),
    ALUR_SIASN_CONSUMER_KEY: text
      .optional()
      .meta(meta("text", "none", "AbCdEf", "Consumer key of the gateway", secret)),
    ALUR_SIASN_CONSUMER_SECRET: text
      .optional()
      .meta(meta("text", "none", "GhIjKl", "Consumer secret of the gateway", secret)),
    ALUR_SIASN_SSO_CLIENT: text
      .optional()
      .meta(meta("text", "none", "instansi-client", "Client id of the SSO (realm public-siasn)")),
    ALUR_SIASN_SSO_USER: text
      .optional()
      .meta(meta("text", "none", "198001012005011901", "User of the SSO that the instansi was given", secret)),
    ALUR_SIASN_SSO_PASSWORD: text.optional().meta(meta("text", "none", "MnOpQr", "Password of that user", secret)),
    ALUR_SIASN_INSTANSI: pasangan
      .optional()
      .meta(
        meta(
          "list of pairs",
          "none",
          "instansi-nusa-kencana=A5EB03E2",
          "Instansi whose people come from SAPK: id here = id in SIASN",
        ),
      ),
    ALUR_SIASN_WRITE: onOff
      .prefault("off")
      .meta(meta("on | off", "off", "on", "Send issued PAK back to SIASN (needs ALUR_SIASN_MODE=production)")),
    ALUR_SIASN_TIMEOUT: whole(1, 600)
      .prefault("60")
      .meta(meta("whole number", "60", "30", "How long one answer of SIASN is waited for", { unit: "seconds" })),
    ALUR_SIASN_PARALLEL: whole(1, 32)
      .prefault("8")
      .meta(meta("whole number", "8", "4", "Questions to SIASN at a time", { unit: "requests" })),
    ALUR_SIASN_PAUSE: whole(0, 60_000)
      .prefault("1000")
      .meta(
        meta("whole number", "1000", "2000", "Pause before the second attempt; the third waits four times as long", {
          unit: "milliseconds",
        }),
      ),
  })
  .superRefine((settings, context) => {
    const missing = NEEDED.filter((name) => settings[name] === undefined);
    if (missing.length === 0 || missing.length === NEEDED.length) return;
    for (const name of missing) {
      context.addIssue({
        code: "custom",
        path: [name],
        message: "Expected a value, because other variables of the link to SIASN are set",
      });
    }
  });

/** The link to SIASN, complete. */
export interface SiasnConfig {
  readonly url: string;
  readonly ssoUrl: string;
  readonly consumerKey: string;
  readonly consumerSecret: string;
  readonly ssoClient: string;
  readonly ssoUser: string;
  readonly ssoPassword: string;
  /** Id here → id in SIASN. */
  readonly instansi: ReadonlyMap<string, string>;
  /** Whether issued PAK are sent; never in training. */
  readonly tulis: boolean;
  readonly timeoutMs: number;
  readonly parallel: number;
  readonly pauseMs: number;
}

/** @returns null when no link is configured. */
export const siasnConfig = (variables: Readonly<Record<string, string>> = {}): SiasnConfig | null => {
  const settings = siasnSettings.parse(variables);
  const [url, ssoUrl, consumerKey, consumerSecret, ssoClient, ssoUser, ssoPassword] = NEEDED.slice(0, -1).map(
    (name) => settings[name] as string | undefined,
  );
  const instansi = settings.ALUR_SIASN_INSTANSI;
  if (
    url === undefined ||
    ssoUrl === undefined ||
    consumerKey === undefined ||
    consumerSecret === undefined ||
    ssoClient === undefined ||
    ssoUser === undefined ||
    ssoPassword === undefined ||
    instansi === undefined
  ) {
    return null;
  }
  return {
    url: url.replace(/\/+$/u, ""),
    ssoUrl,
    consumerKey,
    consumerSecret,
    ssoClient,
    ssoUser,
    ssoPassword,
    instansi,
    tulis: settings.ALUR_SIASN_WRITE && settings.ALUR_SIASN_MODE === "production",
    timeoutMs: settings.ALUR_SIASN_TIMEOUT * 1000,
    parallel: settings.ALUR_SIASN_PARALLEL,
    pauseMs: settings.ALUR_SIASN_PAUSE,
  };
};
