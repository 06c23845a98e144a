import type { RequestHandler } from "express";
import { rateLimit } from "express-rate-limit";
import { AppError } from "../platform/index.js";

const WINDOW_MS = 15 * 60_000;

/**
 * Slows down whoever tries many accounts from one address; the lock of a single account is identity's. Only attempts (POST)
 * count, and the limit is generous because a whole office may share one address.
 */
export const signInLimit = (attempts: number): RequestHandler =>
  rateLimit({
    windowMs: WINDOW_MS,
    limit: attempts,
    standardHeaders: true,
    legacyHeaders: false,
    // Whether the header is believed is the setting ALUR_TRUSTED_PROXIES; a stray one is no fault of ours to report.
    validate: { xForwardedForHeader: false },
    skip: (request) => request.method !== "POST",
    skipSuccessfulRequests: true,
    handler: () => {
      throw new AppError("TOO_MANY", `Expected at most ${attempts} failed sign-ins in 15 minutes, but there were more`);
    },
  });
