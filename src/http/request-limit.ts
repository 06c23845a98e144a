import type { RequestHandler } from "express";
import { rateLimit } from "express-rate-limit";
import { AppError } from "../platform/index.js";

/** Slows down an address that asks one public route too often. */
export const requestLimit = (perMinute: number): RequestHandler =>
  rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    standardHeaders: true,
    legacyHeaders: false,
    // Whether the header is believed is the setting ALUR_TRUSTED_PROXIES; a stray one is no fault of ours to report.
    validate: { xForwardedForHeader: false },
    handler: (request) => {
      throw new AppError(
        "TOO_MANY",
        `Expected at most ${perMinute} requests a minute to ${request.path}, but there were more`,
      );
    },
  });
