import type { NextFunction, Request, Response } from "express";
import type { IdGenerator, Language } from "../platform/index.js";
import { acceptedLanguage } from "./languages.js";

declare module "express-serve-static-core" {
  interface Request {
    /** Names this request in logs and in error answers. */
    requestId: string;
    /** The browser's wish until the caller is known, then the user's choice. */
    language: Language;
  }
}

/** Gives each request its id and language before anything can fail. */
export const requestContext =
  (ids: IdGenerator) =>
  (request: Request, response: Response, next: NextFunction): void => {
    request.requestId = ids.next();
    request.language = acceptedLanguage(request.get("accept-language"));
    response.setHeader("x-request-id", request.requestId);
    next();
  };
