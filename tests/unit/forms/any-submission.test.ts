import { beforeAll, describe, expect, it } from "@jest/globals";
import { assert, asyncProperty, constantFrom, dictionary, jsonValue, oneof } from "fast-check";
import { aForm, aFormsModule, type TestForms } from "./support.js";

const field = (type: string, more: object = {}) => ({ type, key: type, label: type, input: true, ...more });
const choices = {
  values: [
    { value: "a", label: "A" },
    { value: "1", label: "satu" },
  ],
};
const inside = [
  { type: "number", key: "volume", label: "Volume", input: true, validate: { min: 0 } },
  { type: "number", key: "jumlah", label: "Jumlah", input: true, calculateValue: "value = row.volume * 2" },
];

const FORM = aForm(
  ...[
    "textfield",
    "textarea",
    "email",
    "phoneNumber",
    "number",
    "currency",
    "datetime",
    "time",
    "checkbox",
    "hidden",
  ].map((type) => field(type, { validate: { required: type === "textfield", maxLength: 50 } })),
  field("day", { dayFirst: true }),
  field("radio", choices),
  field("select", { data: choices }),
  field("selectboxes", choices),
  field("file", { storage: "url", multiple: true }),
  field("datagrid", { components: inside, conditional: { show: true, when: "checkbox", eq: "true" } }),
  { type: "container", key: "container", label: "c", input: true, components: [{ ...inside[0], key: "dalam" }] },
);

const KEYS = (FORM as { components: { key: string }[] }).components.map(({ key }) => key);
const value = oneof(
  jsonValue({ maxDepth: 4 }),
  constantFrom("2026-02-30", "31/02/2026", "12:99", "__proto__", -0, 1e308, "1.5", [{}], [[]], { "": true }),
);
const submission = dictionary(constantFrom(...KEYS, "__proto__", "constructor", "asing"), value);

describe("any submission whatever", () => {
  let forms: TestForms;
  beforeAll(async () => {
    forms = await aFormsModule();
    await forms.keep("app/semua", FORM);
  });

  it("should be answered with data of known keys or with problems, never with an exception", async () => {
    await assert(
      asyncProperty(submission, async (data) => {
        const result = await forms.validate({ key: "app/semua", data });
        if (result.ok) {
          expect(KEYS).toEqual(expect.arrayContaining(Object.keys(result.data)));
          expect(typeof result.data["textfield"]).toBe("string");
        } else {
          expect(result.errors.length).toBeGreaterThan(0);
          for (const { path, message } of result.errors) {
            expect(path).toMatch(/^data(\.|$)/);
            expect(message.id).not.toBe("");
          }
        }
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("should give the same data when what it gave is sent again", async () => {
    await assert(
      asyncProperty(submission, async (data) => {
        const first = await forms.validate({ key: "app/semua", data: { ...data, textfield: "x" } });
        if (!first.ok) return;
        const again = await forms.validate({ key: "app/semua", data: first.data });
        expect(again).toEqual(first);
      }),
      { numRuns: 300 },
    );
  });
});
