import type { NextFunction, Request, Response } from "express";
import type { IdGenerator, Language, Logger } from "../platform/index.js";
import { acceptedLanguage } from "./languages.js";

declare module "express-serve-static-core" {
  interface Request {
    /** Names this request in logs and in error answers. */
    requestId: string;
    /** The browser's wish until the caller is known, then the user's choice. */
    language: Language;
  }
}

/** Gives each request its id and language before anything can fail, and says at the end how it went. */
export const requestContext =
  (ids: IdGenerator, logger: Logger) =>
  (request: Request, response: Response, next: NextFunction): void => {
    request.requestId = ids.next();
    request.language = acceptedLanguage(request.get("accept-language"));
    response.setHeader("x-request-id", request.requestId);
    const startedAt = performance.now();
    response.once("close", () => {
      const { method, requestId } = request;
      logger.debug(
        {
          event: "http.request",
          requestId,
          method,
          path: request.originalUrl.split("?", 1)[0],
          status: response.statusCode,
          durationMs: Math.round(performance.now() - startedAt),
          whole: response.writableFinished,
        },
        "A request was answered",
      );
    });
    next();
  };
