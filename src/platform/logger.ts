import { pino, type Logger as PinoLogger } from "pino";

/** Structured log, one line per event: `logger.info({ event: "job.failed", jobKey }, "…")`. No personal data. */
export type Logger = Pick<PinoLogger, "debug" | "info" | "warn" | "error" | "child" | "level">;

/** @param level pino's levels; `silent` says nothing. */
export const createLogger = (level: string): Logger =>
  pino({
    level,
    base: null,
    redact: { paths: ["password", "*.password", "req.headers.cookie", "req.headers.authorization"], remove: true },
  });

/** For tests and commands that print their own lines. */
export const silentLogger: Logger = pino({ level: "silent" });
