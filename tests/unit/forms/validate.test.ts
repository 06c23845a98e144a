import { describe, expect, it } from "@jest/globals";
import { aForm, aFormsModule, validating } from "./support.js";

const text = (key: string, more: object = {}) => ({ type: "textfield", key, label: key, input: true, ...more });
const number = (key: string, more: object = {}) => ({ type: "number", key, label: key, input: true, ...more });

const byText = (a: unknown, b: unknown): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

const problemsOf = async (components: object[], data: unknown) => {
  const result = await validating(components, data);
  return result.ok ? [] : result.errors.map(({ path, message }) => [path, message.id]);
};

describe("validation of submissions", () => {
  it("should give the data back when every field is right", async () => {
    const result = await validating([text("nama"), number("volume")], { nama: "Ratna", volume: 2.5 });
    expect(result).toEqual({ ok: true, version: "1", fileIds: [], data: { nama: "Ratna", volume: 2.5 } });
  });

  it("should drop what the form does not know", async () => {
    const result = await validating([text("nama")], { nama: "Ratna", peran: "admin", constructor: 1 });
    expect(result).toMatchObject({ ok: true, data: { nama: "Ratna" } });
  });

  it("should name every wrong field by its path in Indonesian", async () => {
    const required = { validate: { required: true } };
    const problems = await problemsOf(
      [
        text("nama", { label: "Nama", ...required }),
        text("nip", { label: "NIP", validate: { pattern: "^\\d{18}$" } }),
        number("volume", { label: "Volume", validate: { min: 1, max: 10 } }),
        { type: "email", key: "surel", label: "Surel", input: true },
        { type: "checkbox", key: "setuju", label: "Setuju", input: true, ...required },
        { type: "textarea", key: "alasan", label: "Alasan", input: true, validate: { minLength: 10 } },
      ],
      { nama: "", nip: "12", volume: 11, surel: "bukan surel", setuju: false, alasan: "singkat" },
    );
    expect(problems.sort(byText)).toEqual(
      [
        ["data.nama", "Nama wajib diisi"],
        ["data.nip", "NIP tidak sesuai dengan pola yang diminta"],
        ["data.volume", "Volume tidak boleh lebih dari 10"],
        ["data.surel", "Surel bukan alamat surel yang benar"],
        ["data.setuju", "Setuju wajib diisi"],
        ["data.alasan", "Alasan paling sedikit 10 karakter"],
      ].sort(byText),
    );
  });

  it.each([
    [number("n", { label: "N" }), "tiga", "N harus berupa angka, misalnya 12,5"],
    [number("n", { label: "N" }), "1.234,5", "N harus berupa angka, misalnya 12,5"],
    [number("n", { label: "N", decimalLimit: 2 }), 1.005, "N paling banyak 2 angka di belakang koma"],
    [number("n", { label: "N", validate: { integer: true } }), 1.5, "N harus berupa bilangan bulat"],
    [{ type: "currency", key: "n", label: "N", input: true, validate: { min: 5 } }, 4, "N tidak boleh kurang dari 5"],
    [
      { type: "datetime", key: "n", label: "N", input: true },
      "2026-02-31T00:00:00+07:00",
      "N bukan tanggal yang benar",
    ],
    [{ type: "datetime", key: "n", label: "N", input: true }, "kemarin", "N bukan tanggal yang benar"],
    [{ type: "day", key: "n", label: "N", input: true, dayFirst: true }, "31/02/2026", "N bukan tanggal yang benar"],
    [text("n", { label: "N" }), { a: 1 }, "N harus berupa teks"],
    [{ type: "checkbox", key: "n", label: "N", input: true }, "ya", "N harus berupa ya atau tidak"],
    [
      { type: "file", key: "n", label: "N", input: true, storage: "url" },
      [{ name: "x" }],
      "N harus berisi berkas yang telah diunggah",
    ],
    [
      { type: "radio", key: "n", label: "N", input: true, values: [{ value: "1", label: "satu" }] },
      "2",
      "N berisi pilihan yang tidak tersedia",
    ],
    [
      { type: "select", key: "n", label: "N", input: true, data: { values: [{ value: "a", label: "A" }] } },
      "b",
      "N berisi pilihan yang tidak tersedia",
    ],
    [{ type: "datagrid", key: "n", label: "N", input: true, components: [text("t")] }, "x", "N harus berupa daftar"],
  ])("should refuse %j with value %j", async (component, value, message) => {
    expect(await problemsOf([component], { n: value })).toEqual([["data.n", message]]);
  });

  it("should not call a field required that holds something unreadable", async () => {
    const problems = await problemsOf([number("n", { label: "N", validate: { required: true } })], { n: "x" });
    expect(problems).toEqual([["data.n", "N harus berupa angka, misalnya 12,5"]]);
  });

  it.each([
    ["textfield", {}, [undefined, null, "", "   "], "x"],
    ["textarea", {}, [undefined, null, ""], "x"],
    ["number", {}, [undefined, null, ""], 0],
    ["currency", {}, [undefined, null, ""], 0],
    ["datetime", {}, [undefined, null, ""], "2026-03-01T00:00:00+07:00"],
    ["day", { dayFirst: true }, [undefined, null, "", "00/00/0000"], "01/03/2026"],
    ["checkbox", {}, [undefined, null, false], true],
    ["radio", { values: [{ value: "a", label: "A" }] }, [undefined, null, ""], "a"],
    ["select", { data: { values: [{ value: "a", label: "A" }] } }, [undefined, null, ""], "a"],
    [
      "selectboxes",
      { values: [{ value: "a", label: "A" }] },
      [undefined, null, {}, { a: false }, { "": false }],
      { a: true },
    ],
    ["file", { storage: "url" }, [undefined, null, []], [{ id: "01hyyyyyyyyyyyyyyyyyyyyyyy" }]],
    [
      "datagrid",
      { components: [{ type: "number", key: "v", label: "V", input: true }] },
      [undefined, null, []],
      [{ v: 1 }],
    ],
  ])("should ask for a required %s", async (type, more, empty, filled) => {
    const component = { type, key: "n", label: "N", input: true, validate: { required: true }, ...more };
    for (const value of empty as unknown[]) {
      expect([value, await problemsOf([component], { n: value })]).toEqual([value, [["data.n", "N wajib diisi"]]]);
    }
    expect(await problemsOf([component], { n: filled })).toEqual([]);
  });

  it("should keep the values of choices, files, days and grids", async () => {
    const result = await validating(
      [
        { type: "radio", key: "jenis", label: "Jenis", input: true, values: [{ value: "1", label: "satu" }] },
        { type: "select", key: "unit", label: "Unit", input: true, data: { values: [{ value: "a", label: "A" }] } },
        {
          type: "selectboxes",
          key: "hari",
          label: "Hari",
          input: true,
          values: [
            { value: "sen", label: "Senin" },
            { value: "sel", label: "Selasa" },
          ],
        },
        { type: "file", key: "bukti", label: "Bukti", input: true, storage: "url", multiple: true },
        { type: "day", key: "lahir", label: "Lahir", input: true, dayFirst: true },
        { type: "datagrid", key: "baris", label: "Baris", input: true, components: [text("kode"), number("volume")] },
      ],
      {
        jenis: "1",
        unit: "a",
        hari: { "": false, sen: true },
        bukti: [{ url: "/api/files/01hzzzzzzzzzzzzzzzzzzzzzzz", originalName: "sk.pdf" }, "01hyyyyyyyyyyyyyyyyyyyyyyy"],
        lahir: "29/02/2024",
        baris: [
          { kode: "4", volume: "2" },
          { kode: "5", volume: 3, lain: 1 },
        ],
      },
    );
    expect(result).toMatchObject({
      ok: true,
      data: {
        jenis: "1",
        unit: "a",
        hari: { sen: true, sel: false },
        bukti: [
          { id: "01hzzzzzzzzzzzzzzzzzzzzzzz", name: "sk.pdf" },
          { id: "01hyyyyyyyyyyyyyyyyyyyyyyy", name: "" },
        ],
        lahir: "29/02/2024",
        baris: [
          { kode: "4", volume: 2 },
          { kode: "5", volume: 3 },
        ],
      },
    });
  });

  it("should name the row of a grid in the path", async () => {
    const grid = {
      type: "datagrid",
      key: "baris",
      label: "Baris",
      input: true,
      components: [
        text("kode", { label: "Kode", validate: { required: true } }),
        number("volume", { label: "Volume", validate: { min: 1 } }),
      ],
    };
    const problems = await problemsOf([grid], {
      baris: [
        { kode: "4", volume: 1 },
        { kode: "", volume: 0 },
      ],
    });
    expect(problems.sort(byText)).toEqual([
      ["data.baris.1.kode", "Kode wajib diisi"],
      ["data.baris.1.volume", "Volume tidak boleh kurang dari 1"],
    ]);
  });

  it("should ask for the least number of rows", async () => {
    const grid = {
      type: "datagrid",
      key: "baris",
      label: "Baris",
      input: true,
      validate: { minLength: 2 },
      components: [text("kode")],
    };
    expect(await problemsOf([grid], { baris: [{ kode: "1" }] })).toEqual([
      ["data.baris", "Baris paling sedikit 2 baris"],
    ]);
  });

  it("should drop values that a condition hides, and not ask for them", async () => {
    const components = [
      text("keputusan"),
      text("alasan", { validate: { required: true }, conditional: { show: true, when: "keputusan", eq: "TOLAK" } }),
      number("angka", { conditional: { show: true, when: "keputusan", eq: "TOLAK" } }),
    ];
    expect(await validating(components, { keputusan: "TERIMA", alasan: "sisa", angka: "salah" })).toMatchObject({
      ok: true,
      data: { keputusan: "TERIMA" },
    });
    expect((await validating(components, { keputusan: "TERIMA", alasan: "sisa" })) as object).not.toHaveProperty(
      "data.alasan",
    );
    expect(await problemsOf(components, { keputusan: "TOLAK" })).toEqual([["data.alasan", "alasan wajib diisi"]]);
  });

  it("should drop everything inside a hidden panel", async () => {
    const panel = {
      type: "panel",
      key: "halaman2",
      title: "Dua",
      input: false,
      conditional: { show: true, when: "lanjut", eq: "ya" },
      components: [text("isi", { validate: { required: true } }), number("jumlah")],
    };
    const result = await validating([text("lanjut"), panel], { lanjut: "tidak", isi: "x", jumlah: "salah" });
    expect(result).toEqual({ ok: true, version: "1", fileIds: [], data: { lanjut: "tidak" } });
  });

  it("should drop fields that the form always hides, but keep fields made to be hidden", async () => {
    const components = [
      text("tampak"),
      text("rahasia", { hidden: true }),
      { type: "hidden", key: "asal", input: true },
    ];
    const result = await validating(components, { tampak: "a", rahasia: "b", asal: "c" });
    expect(result).toEqual({ ok: true, version: "1", fileIds: [], data: { tampak: "a", asal: "c" } });
  });

  it("should calculate again and believe no calculated value that was sent", async () => {
    const components = [
      number("jumlah", { calculateValue: "value = data.hasil * 2" }), // before what it rests on
      number("a"),
      number("hasil", { calculateValue: "value = data.a + 1", calculateServer: false }),
    ];
    const result = await validating(components, { a: 2, hasil: 999, jumlah: 999 });
    expect(result).toMatchObject({ ok: true, data: { a: 2, hasil: 3, jumlah: 6 } });
  });

  it("should calculate each row of a grid", async () => {
    const grid = {
      type: "datagrid",
      key: "baris",
      label: "Baris",
      input: true,
      components: [number("volume"), number("ak"), number("jumlah", { calculateValue: "value = row.volume * row.ak" })],
    };
    const total = number("total", {
      calculateValue: {
        reduce: [
          { map: [{ var: "data.baris" }, { var: "jumlah" }] },
          { "+": [{ var: "current" }, { var: "accumulator" }] },
          0,
        ],
      },
    });
    const result = await validating([grid, total], {
      baris: [
        { volume: 2, ak: 3 },
        { volume: 1, ak: 4, jumlah: 50 },
      ],
    });
    expect(result).toMatchObject({ ok: true, data: { total: 10, baris: [{ jumlah: 6 }, { jumlah: 4 }] } });
  });

  it("should show what a check of the form says", async () => {
    const sampai = {
      type: "datetime",
      key: "sampai",
      label: "Sampai",
      input: true,
      validate: { custom: "valid = input >= data.mulai ? true : 'Sampai harus sesudah mulai'" },
    };
    const mulai = { type: "datetime", key: "mulai", label: "Mulai", input: true };
    expect(await problemsOf([mulai, sampai], { mulai: "2026-03-02", sampai: "2026-03-01" })).toEqual([
      ["data.sampai", "Sampai harus sesudah mulai"],
    ]);
    expect(await problemsOf([mulai, sampai], { mulai: "2026-03-02", sampai: "2026-03-03" })).toEqual([]);
  });

  it("should hand the context to scripts without keeping it", async () => {
    const batas = number("n", { label: "N", validate: { custom: "valid = input <= context.batas" } });
    expect(await validating([batas], { n: 5 }, { batas: 5 })).toMatchObject({ ok: true, data: { n: 5 } });
    expect(await validating([batas], { n: 6 }, { batas: 5 })).toMatchObject({ ok: false });
  });

  it("should read a wizard of pages", async () => {
    const forms = await aFormsModule();
    const page = (key: string, ...components: object[]) => ({
      type: "panel",
      key,
      title: key,
      input: false,
      components,
    });
    await forms.keep("app/monev", {
      display: "wizard",
      components: [page("p1", text("a", { label: "A", validate: { required: true } })), page("p2", text("b"))],
    });
    expect(await forms.validate({ key: "app/monev", data: { a: "1", b: "2" } })).toMatchObject({
      ok: true,
      data: { a: "1", b: "2" },
    });
    expect(await forms.validate({ key: "app/monev", data: { b: "2" } })).toMatchObject({
      ok: false,
      errors: [{ path: "data.a" }],
    });
  });

  it.each([null, "teks", [1], 5])("should refuse %j as a submission", async (data) => {
    expect(await problemsOf([text("a")], data)).toEqual([["data", "data harus berupa kelompok isian"]]);
  });

  it("should keep every version and find the one of an instant", async () => {
    const forms = await aFormsModule();
    const first = forms.clock.now();
    expect(await forms.keep("app/x", aForm(text("a")))).toBe("1");
    forms.clock.advance(1000);
    expect(await forms.keep("app/x", { components: [text("a")], display: "form" })).toBe("1");
    expect(await forms.keep("app/x", aForm(text("b")))).toBe("2");
    expect(forms.current("app/x").version).toBe("2");
    expect(forms.at("app/x", first + 500).version).toBe("1");
    expect(forms.at("app/x", first - 500).version).toBe("1");
    expect(await forms.validate({ key: "app/x", at: first, data: { a: "1", b: "2" } })).toMatchObject({
      data: { a: "1" },
    });
    expect(() => forms.current("app/none")).toThrow("Expected a published form 'app/none'");
  });
});
