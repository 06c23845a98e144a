import { describe, expect, it } from "@jest/globals";
import { z } from "zod";
import { checkInput } from "../../../src/http/check-input.js";
import { AppError, type FieldProblem } from "../../../src/platform/index.js";

/** What is said of a value that a schema does not take. */
const said = (schema: z.ZodType, value: unknown): readonly FieldProblem[] => {
  try {
    checkInput({ body: { schema: z.strictObject({ isian: schema }), value: { isian: value } } });
  } catch (error) {
    if (error instanceof AppError) return error.details.errors ?? [];
    throw error;
  }
  return [];
};

describe("what is said of wrong input", () => {
  it.each<[string, z.ZodType, unknown, string, string]>([
    ["a text that is missing", z.string(), undefined, "Wajib diisi", "Required"],
    ["an empty text", z.string().min(1), "", "Wajib diisi", "Required"],
    ["a short text", z.string().min(3), "ab", "Paling sedikit 3 karakter", "At least 3 characters"],
    ["a long text", z.string().max(4), "abcde", "Paling banyak 4 karakter", "At most 4 characters"],
    ["too many", z.array(z.string()).max(2), ["a", "b", "c"], "Paling banyak 2 butir", "At most 2 entries"],
    ["a large number", z.number().max(9), 10, "Tidak boleh lebih dari 9", "Must not be more than 9"],
    ["a small number", z.number().min(0), -3, "Tidak boleh kurang dari 0", "Must not be less than 0"],
    ["a fraction", z.int(), 1.5, "Harus berupa bilangan bulat", "Must be a whole number"],
    ["words for a number", z.number(), "tiga", "Harus berupa angka", "Must be a number"],
    ["no mail address", z.email(), "bukan", "Bukan alamat surel yang benar", "Not a valid e-mail address"],
    [
      "another pattern",
      z.string().regex(/^\d+$/),
      "x",
      "Bentuk isian ini tidak sesuai",
      "This does not have the form asked for",
    ],
    [
      "another choice",
      z.enum(["id", "en"]),
      "fr",
      "Pilihan tidak tersedia; yang ada: id, en",
      "Not among the choices: id, en",
    ],
  ])("should be for people: %s", (_what, schema, value, id, en) => {
    expect(said(schema, value)).toEqual([{ path: "isian", message: { id, en } }]);
  });

  it("should name what nobody asked for", () => {
    const body = { schema: z.strictObject({}), value: { lain: 1 } };
    expect(() => checkInput({ body })).toThrow(expect.objectContaining({ code: "BAD_INPUT" }));
  });
});
