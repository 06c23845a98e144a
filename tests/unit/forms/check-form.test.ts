import { describe, expect, it } from "@jest/globals";
import { checkForm } from "../../../src/forms/index.js";
import { aForm } from "./support.js";

const field = (more: object) => ({ type: "textfield", key: "a", label: "A", input: true, ...more });

const faults = async (...components: object[]) =>
  (await checkForm(aForm(...components))).map(({ path, message }) => `${path}: ${message.en}`);

describe("checks of form definitions", () => {
  it("should accept a form as the builder writes it", async () => {
    const built = field({
      placeholder: "",
      tooltip: "",
      unique: false,
      validate: { required: true, custom: "", customPrivate: false, unique: false },
      conditional: { show: null, when: null, eq: "" },
      widget: { type: "input" },
      logic: [],
      attributes: {},
      customDefaultValue: "",
    });
    const select = {
      type: "select",
      key: "s",
      label: "S",
      input: true,
      data: { values: [{ label: "A", value: "a" }], json: "", url: "", resource: "", custom: "" },
      template: "<span>{{ item.label }}</span>",
      dataSrc: "values",
    };
    const content = {
      type: "content",
      key: "c",
      input: false,
      html: '<p class="x">Baca <a href="https://example.go.id">aturan</a>.</p>',
    };
    expect(await faults(built, select, content)).toEqual([]);
  });

  it.each([
    ["an unknown type", field({ type: "resource" }), "components.0 (a).type: Expected one of textfield"],
    ["a premium type", field({ type: "custom" }), "components.0 (a).type"],
    ["a reserved key", field({ key: "__proto__" }), "Expected a name of letters"],
    ["the key constructor", field({ key: "constructor" }), "Expected a name of letters"],
    ["a script element", { type: "content", key: "c", html: "<script>alert(1)</script>" }, "found '<script>'"],
    ["an event attribute", { type: "content", key: "c", html: '<p onclick="x()">a</p>' }, "found 'onclick'"],
    [
      "a script address",
      { type: "content", key: "c", html: '<a href="javascript:x()">a</a>' },
      "Expected a web address in 'href'",
    ],
    ["an image", { type: "htmlelement", key: "c", tag: "img", content: "" }, "found '<img>'"],
    ["a template in a label", field({ label: "{{ data.x }}" }), "label: Expected plain text"],
    ["HTML in a label", field({ label: "<img src=x onerror=y>" }), "label: Expected plain text"],
    [
      "choices from elsewhere",
      { type: "select", key: "s", dataSrc: "url", data: { url: "https://example.com/x" }, valueProperty: "id" },
      "data.url: Expected an address of this server",
    ],
    [
      "choices by scheme-relative address",
      { type: "select", key: "s", dataSrc: "url", data: { url: "//example.com/x" }, valueProperty: "id" },
      "data.url",
    ],
    [
      "choices from code",
      { type: "select", key: "s", dataSrc: "custom", data: { custom: "values = []" } },
      "dataSrc: Expected choices",
    ],
    ["choices from a resource", { type: "select", key: "s", dataSrc: "resource", data: { resource: "x" } }, "dataSrc"],
    ["uploads to elsewhere", { type: "file", key: "f", storage: "s3" }, "storage: Expected 'url'"],
    [
      "uploads to another address",
      { type: "file", key: "f", storage: "url", url: "https://example.com" },
      "url: Expected '/api/files'",
    ],
    ["a component that differs on the server", field({ serverOverride: { validate: {} } }), "serverOverride"],
    ["a unique check", field({ validate: { unique: true } }), "validate.unique"],
    ["a pattern that explodes", field({ validate: { pattern: "(a+)+$" } }), "repetition inside repetition"],
    ["a pattern that is none", field({ validate: { pattern: "(" } }), "validate.pattern"],
    ["a script that does not parse", field({ validate: { custom: "valid = (" } }), "validate.custom: SyntaxError"],
    [
      "a template in a script",
      field({ validate: { custom: "valid = '{{ data.a }}'" } }),
      "Expected no template in a script",
    ],
    [
      "an action that swaps the component",
      field({ logic: [{ trigger: {}, actions: [{ type: "mergeComponentSchema", schemaDefinition: "schema = {}" }] }] }),
      "logic: Expected an action",
    ],
    ["a button with code", { type: "button", key: "b", action: "custom", custom: "x()" }, "action: Expected 'submit'"],
    ["an empty panel", { type: "panel", key: "p", components: [] }, "Expected fields inside"],
    ["a moving date limit", { type: "datetime", key: "d", datePicker: { minDate: "moment()" } }, "datePicker.minDate"],
  ])("should refuse %s", async (_name, component, text) => {
    expect((await faults(component)).join("\n")).toContain(text);
  });

  it("should name all faults at once, with doubled keys", async () => {
    const found = await faults(field({ type: "x1" }), field({ type: "x2" }));
    expect(found).toHaveLength(3);
    expect(found.join("\n")).toContain("Expected key 'a' once, but components.0 has it too");
  });

  it.each([
    null,
    [],
    "x",
    {},
    { components: [] },
    { components: ["x"] },
    { components: [{}] },
    { display: "pdf", components: [field({})] },
  ])("should refuse %j as a form", async (schema) => {
    expect(await checkForm(schema)).not.toEqual([]);
  });

  it("should look up what submit buttons set among the form's fields and their choices", async () => {
    const decision = { type: "radio", key: "keputusan", input: true, values: [{ value: "TERIMA", label: "Terima" }] };
    const button = (key: string, properties: object) => ({ type: "button", key, label: "Tekan", properties });
    expect(
      await faults(
        decision,
        button("terima", { keputusan: "TERIMA" }),
        button("tolak", { keputusan: "TOLAK" }),
        button("lain", { putusan: "TERIMA" }),
      ),
    ).toEqual([
      "tolak.properties.keputusan: Expected 'tolak' to set 'keputusan' to one of TERIMA, but it is 'TOLAK'",
      "lain.properties.putusan: Expected a field 'putusan' that 'lain' sets, but the form has none",
    ]);
  });
});
