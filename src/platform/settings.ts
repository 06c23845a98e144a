import { z } from "zod";
import { settingKinds } from "./setting-kinds.js";
import type { SettingMeta } from "./setting-meta.js";

const { whole, onOff, address, text } = settingKinds;

/** Every variable with its rule, default, unit and example: the one place where configuration is defined. */
export const settingsSchema = z.object({
  ALUR_HOST: text.default("127.0.0.1").meta({
    kind: "address",
    unit: "-",
    fallback: "127.0.0.1",
    example: "0.0.0.0",
    description: "Network address to listen on. Behind a reverse proxy on another machine: 0.0.0.0",
    flag: "host",
  } satisfies SettingMeta),
  ALUR_PORT: whole(0, 65_535)
    .prefault("3000")
    .meta({
      kind: "whole number",
      unit: "TCP port",
      fallback: "3000",
      example: "8080",
      description: "Port to listen on; 0 takes a free one",
      flag: "port",
    } satisfies SettingMeta),
  ALUR_DATA_DIR: text.default("./data").meta({
    kind: "folder",
    unit: "-",
    fallback: "./data",
    example: "/var/lib/alur",
    description: "Folder of databases and uploaded files; made when it is absent",
    flag: "data",
  } satisfies SettingMeta),
  ALUR_DEMO: onOff.prefault("on").meta({
    kind: "on | off",
    unit: "-",
    fallback: "on",
    example: "off",
    description: "Load synthetic demo data and accounts at the first start of an empty data folder",
    flag: "no-demo",
  } satisfies SettingMeta),
  ALUR_TRAINING: onOff.prefault("off").meta({
    kind: "on | off",
    unit: "-",
    fallback: "off",
    example: "on",
    description:
      "Training environment: data of its own (default folder ./data-training), said on every page and printed across every document, no mail, Telegram or write-back to outside systems",
    flag: "training",
  } satisfies SettingMeta),
  ALUR_DATABASE_URL: address(["mysql:"])
    .optional()
    .meta({
      kind: "address",
      unit: "-",
      fallback: "SQLite files in the data folder",
      example: "mysql://alur:secret@127.0.0.1:3306/alur",
      description: "MariaDB or MySQL for the application's and the engine's tables",
      secret: true,
    } satisfies SettingMeta),
  ALUR_CAMUNDA_URL: address(["http:", "https:"])
    .optional()
    .meta({
      kind: "address",
      unit: "-",
      fallback: "the engine inside",
      example: "http://camunda.example.go.id:8080",
      description: "Camunda 8 cluster (Orchestration Cluster REST API) to use instead of the engine inside",
    } satisfies SettingMeta),
  ALUR_CAMUNDA_USER: text.optional().meta({
    kind: "text",
    unit: "-",
    fallback: "no credentials",
    example: "alur",
    description: "User for basic authentication at the cluster; needs ALUR_CAMUNDA_PASSWORD",
  } satisfies SettingMeta),
  ALUR_CAMUNDA_PASSWORD: text.optional().meta({
    kind: "text",
    unit: "-",
    fallback: "no credentials",
    example: "a-long-secret",
    description: "Password for basic authentication at the cluster",
    secret: true,
  } satisfies SettingMeta),
  ALUR_ENGINE_API: onOff.prefault("off").meta({
    kind: "on | off",
    unit: "-",
    fallback: "off",
    example: "on",
    description: "Offer the embedded engine under /v2 to job workers outside; needs user and password",
  } satisfies SettingMeta),
  ALUR_ENGINE_API_USER: text.default("worker").meta({
    kind: "text",
    unit: "-",
    fallback: "worker",
    example: "worker",
    description: "User name that workers outside give (basic authentication)",
  } satisfies SettingMeta),
  ALUR_ENGINE_API_PASSWORD: z
    .string()
    .min(12, "Expected at least 12 characters")
    .optional()
    .meta({
      kind: "text, 12 characters or more",
      unit: "-",
      fallback: "none",
      example: "a-long-secret",
      description: "Password that workers outside give; required when ALUR_ENGINE_API is on",
      secret: true,
    } satisfies SettingMeta),
  ALUR_ENGINE_LOG_KEEP: whole(0, 1_000_000_000)
    .prefault("0")
    .meta({
      kind: "whole number",
      unit: "entries",
      fallback: "0",
      example: "100000",
      description:
        "Newest entries of the engine's record log that stay in its database; older ones move to files in the data folder, 10,000 each. 0: all stay",
    } satisfies SettingMeta),
  ALUR_BASE_URL: address(["http:", "https:"])
    .optional()
    .meta({
      kind: "address",
      unit: "-",
      fallback: "http://<host>:<port>",
      example: "https://alur.example.go.id",
      description:
        "Address under which people reach this installation: QR codes and messages carry it. With https:// cookies are sent over HTTPS only",
    } satisfies SettingMeta),
  ALUR_TRUSTED_PROXIES: whole(0, 10)
    .prefault("0")
    .meta({
      kind: "whole number",
      unit: "proxies",
      fallback: "0",
      example: "1",
      description: "Reverse proxies in front whose X-Forwarded-For header is believed",
    } satisfies SettingMeta),
  ALUR_LOG_LEVEL: z
    .enum(["debug", "info", "warn", "error", "silent"], "Expected debug, info, warn, error or silent")
    .default("warn")
    .meta({
      kind: "debug | info | warn | error | silent",
      unit: "-",
      fallback: "warn",
      example: "info",
      description: "Least severe log lines written to standard output, as JSON",
    } satisfies SettingMeta),
  ALUR_SESSION_HOURS: whole(1, 720)
    .prefault("8")
    .meta({
      kind: "whole number",
      unit: "hours",
      fallback: "8",
      example: "12",
      description: "Idle time after which a signed-in browser must sign in again",
    } satisfies SettingMeta),
  ALUR_UPLOAD_LIMIT_MB: whole(1, 2_048)
    .prefault("100")
    .meta({
      kind: "whole number",
      unit: "MiB",
      fallback: "100",
      example: "250",
      description: "Largest file that may be uploaded",
    } satisfies SettingMeta),
  ALUR_MAIL_URL: address(["smtp:", "smtps:"])
    .optional()
    .meta({
      kind: "address",
      unit: "-",
      fallback: "no mail is sent",
      example: "smtp://user:secret@mail.example.go.id:587",
      description: "Mail server for notifications",
      secret: true,
    } satisfies SettingMeta),
  ALUR_MAIL_FROM: text.default("Alur <alur@localhost>").meta({
    kind: "mail address",
    unit: "-",
    fallback: "Alur <alur@localhost>",
    example: "Alur <noreply@example.go.id>",
    description: "Sender of mail",
  } satisfies SettingMeta),
  ALUR_TELEGRAM_TOKEN: text.optional().meta({
    kind: "text",
    unit: "-",
    fallback: "no Telegram message is sent",
    example: "123456:ABC-DEF",
    description: "Token of the Telegram bot that sends notifications",
    secret: true,
  } satisfies SettingMeta),
  ALUR_TELEGRAM_API_URL: address(["http:", "https:"])
    .optional()
    .meta({
      kind: "address",
      unit: "-",
      fallback: "https://api.telegram.org",
      example: "http://127.0.0.1:8081",
      description: "Address of the Bot API, where a local Bot API server is used",
    } satisfies SettingMeta),
  CHROME_PATH: text.optional().meta({
    kind: "file",
    unit: "-",
    fallback: "an installed Chromium, else the one that is packaged",
    example: "/usr/bin/chromium-headless-shell",
    description: "Browser that prints documents",
  } satisfies SettingMeta),
});

export type Settings = z.infer<typeof settingsSchema>;
export type SettingName = keyof Settings;

/** Meta data of each variable, in the order of the schema. */
export const settingMetas: readonly (readonly [SettingName, SettingMeta])[] = Object.entries(settingsSchema.shape).map(
  ([name, schema]) => [name as SettingName, schema.meta() as SettingMeta],
);
