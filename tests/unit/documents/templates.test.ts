import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { aRenderer } from "./support.js";

let folder = "";
const template = async (source: string, settings: object = { title: "Surat" }): Promise<void> => {
  await mkdir(join(folder, "app/surat"), { recursive: true });
  await writeFile(join(folder, "app/surat/document.hbs"), source);
  await writeFile(join(folder, "app/surat/style.css"), "");
  await writeFile(join(folder, "app/surat/document.json"), JSON.stringify(settings));
};
const html = async (source: string, data: unknown): Promise<string> => {
  await template(source);
  const whole = await aRenderer(folder).html("app/surat", data);
  return whole.slice(whole.indexOf("<body>") + 6, whole.indexOf("</body>"));
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "alur-templates-"));
});
afterEach(() => rm(folder, { recursive: true }));

describe("templates", () => {
  it.each([
    ["{{tanggal d}}", { d: "2021-03-31" }, "31 Maret 2021"],
    ["{{tanggalAngka d}}", { d: "2021-04-01" }, "01-04-2021"],
    ["{{hari d}}", { d: "2026-09-14" }, "Senin"],
    ["{{bulan 12}}", {}, "Desember"],
    ["{{rentangTanggal a b}}", { a: "2021-03-02", b: "2021-03-08" }, "2 s/d 8 Maret 2021"],
    ["{{rentangTanggal a b}}", { a: "2021-03-28", b: "2021-04-02" }, "28 Maret s/d 2 April 2021"],
    ["{{rentangTanggal a b}}", { a: "2020-12-28", b: "2021-01-02" }, "28 Desember 2020 s/d 2 Januari 2021"],
    ["{{rentangTanggal a a}}", { a: "2021-03-02" }, "2 Maret 2021"],
    ["{{angka n 3}}", { n: "1234.5" }, "1.234,500"],
    ["{{angka n 3}}", { n: "-0.600" }, "-0,600"],
    ["{{angka n 3}}", { n: "1234567.125" }, "1.234.567,125"],
    ["{{angka n}}", { n: "45" }, "45"],
    ["{{angka n 0}}", { n: "45.000" }, "45"],
    ["{{nip n}}", { n: "197504122000032901" }, "19750412 200003 2 901"],
    ["{{nip n}}", { n: "1975041220240329001" }, "19750412 202403 2 9001"],
    ["{{nip n}}", { n: "19750412120319001" }, "19750412120319001"],
    ["{{terbilang n}}", { n: 21 }, "dua puluh satu"],
    ["{{terbilang n}}", { n: 1_999 }, "seribu sembilan ratus sembilan puluh sembilan"],
    ["{{terbilang n}}", { n: 0 }, "nol"],
    ["{{terbilang n}}", { n: 11_000_100 }, "sebelas juta seratus"],
    ["{{besar n}}", { n: "Nusa" }, "NUSA"],
    ["{{#each l}}{{nomorUrut @index}}{{huruf @index}} {{/each}}", { l: [1, 2] }, "1a 2b "],
    ["{{n}}", { n: "<b>&" }, "&lt;b&gt;&amp;"],
  ])("should print %s of %j", async (source, data, text) => {
    expect(await html(source, data)).toBe(text);
  });

  it.each([
    ["{{tanggal d}}", { d: "31-03-2021" }, `Expected a date YYYY-MM-DD for 'tanggal', but it is "31-03-2021"`],
    ["{{tanggal d}}", { d: "2021-02-30" }, "Expected a date"],
    ["{{angka n 3}}", { n: "12,5" }, "Expected a decimal"],
    ["{{angka n 3}}", { n: "0.1248" }, "Expected at most 3 decimals"],
    ["{{terbilang n}}", { n: 1.5 }, "Expected a whole number"],
    ["{{tidakAda}}", {}, "tidakAda"],
    ["{{#each l}}{{x.y}}{{/each}}", { l: [{}] }, "x"],
    ["{{constructor.name}}", {}, "app/surat"],
    ["{{> tidakAda}}", {}, "tidakAda"],
    ["{{#if}}", {}, "app/surat"],
    ["{{{n}}}", { n: "<b>" }, "Expected every value of template 'app/surat' to be escaped"],
    ["{{&n}}", { n: "<b>" }, "Expected every value of template 'app/surat' to be escaped"],
  ])("should refuse %s of %j, naming the template", async (source, data, text) => {
    await expect(html(source, data)).rejects.toThrow(text);
  });

  it("should reach no prototype of the data", async () => {
    expect(await html("{{l.constructor}}|{{l.map}}", { l: [1] })).toBe("|");
    await expect(html("{{t.constructor.constructor}}", { t: {} })).rejects.toThrow("app/surat");
  });

  it("should embed its fonts and ask for nothing", async () => {
    await template("<p>x</p>");
    const whole = await aRenderer(folder).html("app/surat", {});
    expect(whole).toContain("src:url(data:font/woff2;base64,");
    expect(whole).not.toMatch(/https?:\/\//);
  });

  it("should put the QR of the verification page in", async () => {
    expect(await html("{{qr}}|{{dokumen.verificationUrl}}", {})).toMatch(
      /^<svg [\s\S]*<\/svg>\s*\|https:\/\/alur\.example\.go\.id\/verifikasi\/pratinjau$/,
    );
  });

  it("should name an unknown template and refuse to leave the folder", async () => {
    const documents = aRenderer(folder);
    await expect(documents.html("app/lain", {})).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(documents.html("../app/surat", {})).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("should take a plugin's helper once", async () => {
    await template("{{ak n}}");
    const documents = aRenderer(folder);
    documents.addHelpers({ ak: (value) => `AK ${String(value)}` });
    expect(await documents.html("app/surat", { n: 5 })).toContain("<body>AK 5</body>");
    expect(() => documents.addHelpers({ tanggal: () => "" })).toThrow("Expected template helper 'tanggal' to be new");
  });
});
