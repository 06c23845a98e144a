import { describe, expect, it } from "@jest/globals";
import { fromRenderer } from "../../../src/web/features/forms/field-messages.js";
import { hasScripts } from "../../../src/web/features/forms/form-scripts.js";
import { prepareData, prepareSchema } from "../../../src/web/features/forms/prepare-schema.js";
import { valueAt } from "../../../src/web/features/forms/value-at.js";
import { formIn } from "../../../src/web/shared/form/form-in.js";
import { outcomeButtons } from "../../../src/web/shared/form/outcome-buttons.js";
import { serverMessages } from "../../../src/web/shared/form/server-messages.js";

const schema = {
  components: [
    {
      type: "panel",
      components: [
        { type: "file", key: "sk" },
        { type: "select", key: "jenis", data: { values: [{ value: "A", label: "A" }] } },
        { type: "button", action: "submit", label: "Setujui", theme: "success", properties: { keputusan: "SETUJU" } },
      ],
    },
    { type: "button", action: "submit", label: "Kembalikan", theme: "danger", properties: { keputusan: "KEMBALI" } },
    { type: "button", action: "reset", label: "Kosongkan" },
  ],
};

describe("a form in another language", () => {
  const written = {
    title: "Permohonan",
    components: [
      {
        type: "select",
        key: "Alasan",
        label: "Alasan",
        data: { values: [{ value: "Sakit", label: "Sakit" }] },
        conditional: { show: true, when: "jenis", eq: "Sakit" },
      },
      { type: "content", key: "petunjuk", html: "<p>Isi</p>" },
      { type: "textfield", key: "lain", label: "Lain-lain" },
    ],
    texts: { en: { Permohonan: "Request", Alasan: "Reason", Sakit: "Ill", "<p>Isi</p>": "<p>Fill in</p>" } },
  };

  it("should say what people read, and leave keys, values and conditions alone", () => {
    expect(formIn(written, "en")).toMatchObject({
      title: "Request",
      components: [
        {
          key: "Alasan",
          label: "Reason",
          data: { values: [{ value: "Sakit", label: "Ill" }] },
          conditional: { when: "jenis", eq: "Sakit" },
        },
        { html: "<p>Fill in</p>" },
        { label: "Lain-lain" }, // without a translation it stays
      ],
    });
  });

  it("should be the form itself in the language that it is written in", () => {
    expect(formIn(written, "id")).toBe(written);
  });
});

describe("a form before it is shown", () => {
  it("should give its submit buttons to the page, with the values that they set", () => {
    expect(outcomeButtons(schema)).toEqual([
      { label: "Setujui", theme: "success", values: { keputusan: "SETUJU" } },
      { label: "Kembalikan", theme: "danger", values: { keputusan: "KEMBALI" } },
    ]);
    expect(JSON.stringify(prepareSchema(schema))).not.toContain("Kembalikan");
    expect(JSON.stringify(prepareSchema(schema))).toContain("Kosongkan");
  });

  it("should leave no button that empties a required single choice", () => {
    const select = { type: "select", dataSrc: "url", data: { url: "/api/pilihan" } };
    const components = [
      { ...select, key: "atasan", validate: { required: true } },
      { ...select, key: "unit" },
      { ...select, key: "anggota", multiple: true, validate: { required: true } },
    ];
    expect(prepareSchema({ components }).components?.map((one) => one["removeItemButton"])).toEqual([
      false,
      true,
      undefined,
    ]);
  });

  it("should keep the field that its buttons set, unseen, and every other field as it is", () => {
    const components = [
      { type: "radio", key: "keputusan", customClass: "wide" },
      { type: "textarea", key: "alasan", customClass: "wide" },
      ...schema.components,
    ];
    expect(prepareSchema({ components }).components?.slice(0, 2)).toMatchObject([
      { key: "keputusan", customClass: "wide decided-by-button" },
      { key: "alasan", customClass: "wide" },
    ]);
  });

  it("should send files to the platform and show short lists as the browser's own select", () => {
    const [panel] = prepareSchema(schema).components ?? [];
    expect(panel?.components).toMatchObject([
      { storage: "url", url: "/api/files", fileMaxSize: "100MB" },
      { widget: "html5" },
    ]);
  });

  it("should make files that the server keeps presentable and leave the rest", () => {
    expect(prepareData({ sk: [{ id: "f1", name: "sk.pdf" }], alasan: "x", jumlah: 3 })).toMatchObject({
      sk: [{ id: "f1", name: "sk.pdf", storage: "url", url: "/api/files/f1" }],
      alasan: "x",
      jumlah: 3,
    });
  });

  it("should need the sandbox for scripts only", () => {
    expect(hasScripts({ components: [{ calculateValue: "value = data.a + data.b" }] })).toBe(true);
    expect(hasScripts({ components: [{ calculateValue: { "+": [{ var: "data.a" }, 1] } }] })).toBe(false);
    const sets = (value: unknown) => ({
      logic: [{ trigger: { type: "simple" }, actions: [{ type: "value", value }] }],
    });
    expect(hasScripts({ components: [sets("value = data.a")] })).toBe(true);
    expect(hasScripts({ components: [sets({ var: "data.a" })] })).toBe(false);
    expect(
      hasScripts({ components: [{ conditional: { show: true, when: "a", eq: "b" }, validate: { custom: "" } }] }),
    ).toBe(false);
  });
});

describe("messages of a form", () => {
  it("should list each message of the renderer once, with its path", () => {
    const error = {
      message: "Wajib.",
      messages: [
        { message: "Wajib.", path: "alasan" },
        { message: "Wajib.", path: "alasan" },
      ],
    };
    expect(fromRenderer([error, { message: "Terlalu besar.", context: { path: "jumlah" } }])).toEqual([
      { path: "alasan", message: "Wajib." },
      { path: "jumlah", message: "Terlalu besar." },
    ]);
  });

  it("should lead the server's paths to the form's fields", () => {
    expect(serverMessages([{ path: "data.rincian.0.volume", message: "Wajib." }])).toEqual([
      { path: "rincian[0].volume", message: "Wajib." },
    ]);
  });

  it("should find the value that a message speaks of", () => {
    const values = { rincian: [{ volume: 3 }], alasan: "" };
    expect(valueAt(values, "rincian[0].volume")).toBe(3);
    expect(valueAt(values, "alasan")).toBe("");
    expect(valueAt(values, "rincian[4].volume")).toBeUndefined();
  });
});
