import { z } from "zod";
import { AppError, type FieldProblem, type Localised } from "../platform/index.js";
import { inputWords } from "./input-words.js";

/** Own words first: those that come with the library speak to programmers. */
const wordsIn =
  (language: keyof Localised, others: z.core.$ZodErrorMap): z.core.$ZodErrorMap =>
  (issue) =>
    inputWords(issue)?.[language] ?? others(issue);

const localeErrors = {
  id: wordsIn("id", z.locales.id().localeError),
  en: wordsIn("en", z.locales.en().localeError),
} as const;

const pathOf = (path: readonly PropertyKey[]): string => path.map(String).join(".");

interface Part {
  readonly schema: z.ZodType | undefined;
  readonly value: unknown;
}

const problemsOf = ({ schema, value }: Part): readonly FieldProblem[] => {
  const inEnglish = schema?.safeParse(value, { error: localeErrors.en }).error?.issues ?? [];
  const inIndonesian = schema?.safeParse(value, { error: localeErrors.id }).error?.issues ?? [];
  return inEnglish.flatMap((issue, index) => {
    const message = { id: inIndonesian[index]?.message ?? issue.message, en: issue.message };
    // Unknown keys are one issue of the object: each key is named as a field of its own.
    const paths = issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
    return paths.map((path) => ({ path: pathOf(path), message }));
  });
};

/**
 * Checks query and body against a route's schemas.
 * @throws {AppError} BAD_INPUT with every problem of every part, in both languages.
 */
export const checkInput = <Parts extends Readonly<Record<string, Part>>>(
  parts: Parts,
): Record<keyof Parts, unknown> => {
  const checked: Record<string, unknown> = {};
  const problems: FieldProblem[] = [];
  for (const [name, part] of Object.entries(parts)) {
    const result = part.schema?.safeParse(part.value);
    if (result === undefined || result.success) checked[name] = result?.data;
    else problems.push(...problemsOf(part));
  }
  if (problems.length > 0) {
    const names = problems.map(({ path }) => path || "(body)").join(", ");
    throw new AppError("BAD_INPUT", `Expected a valid request, but these fields are not: ${names}`, {
      detail: {
        id: `Periksa isian berikut: ${problems.map(({ path, message }) => `${path || "isi permintaan"}: ${message.id}`).join("; ")}`,
        en: `Check these fields: ${problems.map(({ path, message }) => `${path || "request body"}: ${message.en}`).join("; ")}`,
      },
      errors: problems,
    });
  }
  return checked as Record<keyof Parts, unknown>;
};

/**
 * Checks what stands in the address. An id that cannot be one names nothing: the answer is that of an unknown one.
 * @throws {AppError} NOT_FOUND
 */
export const checkParams = (schema: z.ZodType | undefined, value: unknown): unknown => {
  const result = schema?.safeParse(value);
  if (result === undefined || result.success) return result?.data;
  throw new AppError("NOT_FOUND", `Expected an address of something, but ${JSON.stringify(value)} can be none`, {
    detail: {
      id: "Yang dicari tidak ada. Periksa alamatnya",
      en: "What you are looking for does not exist. Check the address",
    },
  });
};
