import type { ErrorRequestHandler, RequestHandler } from "express";
import { AppError, type Logger } from "../platform/index.js";
import { asAppError, definitionOf, problemOf } from "./problem.js";

/** Every failure of /api as application/problem+json, logged at the level that the catalogue gives its code. */
export const answerErrors =
  (logger: Logger): ErrorRequestHandler =>
  (thrown: unknown, request, response, next) => {
    const error = asAppError(thrown);
    const { level, status } = definitionOf(error);
    const line = { event: "http.failed", requestId: request.requestId, code: error.code, path: request.path };
    logger[level](status >= 500 ? { ...line, err: error.details.cause ?? error } : line, error.message);
    if (response.headersSent) {
      // Half an answer is out: only breaking the connection tells the reader that it is not whole.
      next(thrown);
      return;
    }
    response
      .status(status)
      .set("cache-control", "no-store")
      .type("application/problem+json")
      .send(JSON.stringify(problemOf(error, request.language, request.requestId)));
  };

/** What nobody answered. */
export const notFound: RequestHandler = (request) => {
  throw new AppError("NOT_FOUND", `Expected a route, but there is none for ${request.method} ${request.originalUrl}`, {
    detail: {
      id: `Alamat ${request.method} ${request.path} tidak dikenal`,
      en: `There is no address ${request.method} ${request.path}`,
    },
  });
};
