import type { Problem } from "./contract/shared-shapes.js";
import { isUniqueViolation } from "../platform/db/index.js";
import { AppError, type ErrorDefinition, errorCatalogue, inLanguage, type Language } from "../platform/index.js";

/** What body-parser and Express throw: http-errors with a `type`. */
interface HttpError {
  readonly status?: unknown;
  readonly type?: unknown;
}

const fromParser = (error: HttpError): AppError | undefined => {
  switch (error.type) {
    case "entity.too.large":
      return new AppError("TOO_LARGE", "Expected a smaller request body, but it is over the limit", {
        detail: {
          id: "Isi permintaan melebihi batas ukuran",
          en: "The request body is larger than what is accepted here",
        },
      });
    case "entity.parse.failed":
      return new AppError("MALFORMED_JSON", "Expected a JSON body, but it does not parse", { cause: error });
    case "encoding.unsupported":
    case "charset.unsupported":
      return new AppError("UNSUPPORTED_TYPE", "Expected an encoding that is known here, but it is not", {
        cause: error,
      });
    default:
      return undefined;
  }
};

/** Turns what the edges of the process throw into expected failures; anything unknown becomes INTERNAL. */
export const asAppError = (error: unknown): AppError => {
  if (error instanceof AppError) return error;
  if (isUniqueViolation(error)) {
    return new AppError("CONFLICT", "Expected a new row, but one with the same key exists", { cause: error });
  }
  if (error instanceof URIError) return new AppError("NOT_FOUND", "Expected a path, but it cannot be decoded");
  const parsed = typeof error === "object" && error !== null ? fromParser(error) : undefined;
  if (parsed !== undefined) return parsed;
  const status = typeof error === "object" && error !== null ? (error as HttpError).status : undefined;
  if (status === 400) return new AppError("BAD_INPUT", "Expected a request that can be read", { cause: error });
  if (status === 403 || status === 404)
    return new AppError("NOT_FOUND", "Expected a file, but there is none", { cause: error });
  return new AppError("INTERNAL", error instanceof Error ? error.message : String(error), { cause: error });
};

const internal: ErrorDefinition = {
  status: 500,
  level: "error",
  title: { id: "Terjadi kesalahan pada sistem", en: "Something went wrong" },
};

/** What the catalogue says of the code; a code that nobody registered is a bug and reads as one. */
export const definitionOf = (error: AppError): ErrorDefinition => errorCatalogue().get(error.code) ?? internal;

const detailOf = (error: AppError, definition: ErrorDefinition, language: Language, requestId: string): string => {
  if (error.details.detail !== undefined) return inLanguage(error.details.detail, language);
  if (definition.status < 500) return inLanguage(definition.title, language);
  return language === "id"
    ? `Sampaikan kode ini kepada pengelola sistem: ${requestId}`
    : `Give this code to the operator: ${requestId}`;
};

/** The body of an error answer, in the user's language. */
export const problemOf = (error: AppError, language: Language, requestId: string): Problem => {
  const definition = definitionOf(error);
  return {
    type: `urn:alur:problem:${error.code.toLowerCase().replaceAll("_", "-")}`,
    title: inLanguage(definition.title, language),
    status: definition.status,
    detail: detailOf(error, definition, language, requestId),
    code: error.code,
    errors: (error.details.errors ?? []).map(({ path, message }) => ({ path, message: inLanguage(message, language) })),
    requestId,
  };
};
