import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { textsOf } from "../../../src/forms/index.js";
import { aFormsModule } from "./support.js";

const FORMS = "forms";
const files = readdirSync(FORMS, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".json"));

describe("the words of a form", () => {
  it.each(files)("should be there in English too: %s", (name) => {
    const form = JSON.parse(readFileSync(join(FORMS, name), "utf8")) as {
      readonly texts?: { readonly en?: Readonly<Record<string, string>> };
    };
    const english = form.texts?.en ?? {};
    const read = textsOf(form);
    expect([...read].filter((text) => !Object.hasOwn(english, text))).toEqual([]);
    expect(Object.keys(english).filter((text) => !read.has(text))).toEqual([]);
  });

  it("should name a wrong field as the reader sees it", async () => {
    const forms = await aFormsModule();
    const field = { type: "textfield", key: "alasan", label: "Alasan", input: true, validate: { required: true } };
    const version = await forms.keep("cuti/permohonan", {
      components: [field],
      texts: { en: { Alasan: "Reason" } },
    });
    const result = await forms.validate({ key: "cuti/permohonan", version, data: { alasan: "" }, context: {} });
    expect(result).toMatchObject({
      ok: false,
      errors: [{ path: "data.alasan", message: { id: "Alasan wajib diisi", en: "Reason is required" } }],
    });
  });
});
