import { readFile } from "node:fs/promises";
import { afterAll, describe, expect, it } from "@jest/globals";
import { missingLines, readPdfText } from "../../../src/documents/index.js";
import { aRenderer, sampleOf } from "./support.js";

const documents = aRenderer();
afterAll(() => documents.close());

interface TabulasiRow {
  readonly kode: string;
  readonly uraian: string;
}
interface TabulasiGroup {
  readonly judul: string;
  readonly baris: readonly TabulasiRow[];
}

const names = ["hpak", "tabulasi", "penjelasan", "daftar-dupak", "surat-pengantar", "berita-acara", "niwn"];

describe("documents of SIWI", () => {
  it.each(names)("should print %s with the text that is expected", async (name) => {
    const expected = await readFile(`templates/siwi/${name}/expected.txt`, "utf8");
    const pdf = await documents.preview(`siwi/${name}`, await sampleOf(`siwi/${name}`));
    expect(await missingLines(pdf, expected)).toEqual([]);
    expect((await readPdfText(pdf)).flat().join("\n")).toMatch(
      /https:\/\/alur\.example\.go\.id\/verifikasi\/\n?pratinjau/,
    );
  });

  it("should miss a line that is not there", async () => {
    const pdf = await documents.preview("siwi/niwn", await sampleOf("siwi/niwn"));
    expect(await missingLines(pdf, "2. NIP : 19750412 200003 2 901\n2. NIP : 2\n\n")).toEqual(["2. NIP : 2"]);
  });

  it.each([1, 40, 420])("should lay out a tabulasi with %d more rows", async (count) => {
    const sample = await sampleOf("siwi/tabulasi");
    const groups = sample["kelompok"] as TabulasiGroup[];
    const row = groups[1]?.baris[0] as TabulasiRow;
    const more = Array.from({ length: count }, (_, index) => ({
      ...row,
      uraian: `Menyusun bahan ajar nomor ${index + 1} untuk pelatihan dasar calon pegawai negeri sipil dengan judul yang panjang`,
    }));
    const kelompok = groups.map((group, index) => (index === 1 ? { ...group, baris: more } : group));
    const pages = await readPdfText(await documents.preview("siwi/tabulasi", { ...sample, kelompok }));
    const text = pages.flat();

    const withHeader = pages.filter((lines) => lines.some((line) => line.startsWith("Uraian Kegiatan Volume")));
    const withRows = pages.filter((lines) =>
      lines.some((line) => /^\d+ Menyusun bahan ajar nomor|^Jumlah /.test(line)),
    );
    expect(withHeader.length).toBeGreaterThanOrEqual(withRows.length);
    expect(text.filter((line) => line.startsWith("JUMLAH SELURUHNYA"))).toHaveLength(1);
    expect(text.filter((line) => /bahan ajar nomor \d+ untuk/.test(line))).toHaveLength(count);
    pages.forEach((lines, index) =>
      expect(lines.at(-1)).toBe(`Tabulasi Penilaian Angka Kredit Halaman ${index + 1} dari ${pages.length}`),
    );
    if (count === 420) expect(pages.length).toBeGreaterThanOrEqual(15);
    // A signature never stands on a page of its own.
    expect(pages.at(-1)?.join("\n")).toContain("JUMLAH SELURUHNYA");
  });

  it("should say that nothing was changed when there is nothing to explain", async () => {
    const sample = await sampleOf("siwi/penjelasan");
    const html = await documents.html("siwi/penjelasan", { ...sample, baris: [], saranUmum: [] });
    expect(html).toContain("semua butir kegiatan dinilai sesuai dengan yang diusulkan");
    expect(html).not.toContain("<thead>");
  });

  it("should say when the requirement is met, and print dots for a number not yet taken", async () => {
    const sample = await sampleOf("siwi/hpak");
    const kebutuhan = {
      pangkatTujuan: "Penata Tingkat I",
      golonganTujuan: "III/d",
      akk: "200.000",
      kelebihan: "64.400",
      kekurangan: null,
    };
    const html = await documents.html("siwi/hpak", { ...sample, memenuhi: true, kebutuhan, nomor: null });
    expect(html).toContain("SUDAH MEMENUHI");
    expect(html).toContain("Kelebihan angka kredit");
    expect(html).toContain("NOMOR: ................................");
  });

  it("should print a dash where an instansi has no TPI", async () => {
    const sample = await sampleOf("siwi/daftar-dupak");
    const baris = (sample["baris"] as object[]).map((row) => ({ ...row, akTpi: null, niwn: null }));
    const html = await documents.html("siwi/daftar-dupak", {
      ...sample,
      baris,
      jumlah: { akUsul: "70.950", akTpi: null },
    });
    expect(html.match(/<td class="angka( ak)?">-<\/td>/g)).toHaveLength(3);
  });
});
