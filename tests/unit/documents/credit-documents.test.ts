import { afterAll, describe, expect, it } from "@jest/globals";
import { readPdfText } from "../../../src/documents/index.js";
import { aRenderer, sampleOf } from "./support.js";

const documents = aRenderer();
afterAll(() => documents.close());

type Data = Record<string, unknown>;

const textOf = async (template: string, changes: Data): Promise<string> => {
  const pdf = await documents.preview(template, { ...(await sampleOf(template)), ...changes });
  return (await readPdfText(pdf)).flat().join("\n");
};

describe("konversi", () => {
  it("should say the months where the period is not a whole year", async () => {
    const hasil = { predikat: "Baik", persentase: 100, koefisien: "25.000", bulan: 5, angkaKredit: "10.417" };
    const text = await textOf("angka-kredit/konversi", { hasil });
    expect(text).toContain("(kolom 2 × kolom 3 × 5/12)");
    expect(text).toContain("Baik 100% 25,000 10,417");
    expect(await textOf("angka-kredit/konversi", {})).toContain("(kolom 2 × kolom 3)");
  });
});

describe("PAK", () => {
  const none = { lama: null, baru: null, jumlah: null, keterangan: null };

  it("should print a shortage, and that a promotion may not be considered", async () => {
    const text = await textOf("angka-kredit/pak", {
      pangkat: { minimal: "50.000", kelebihan: "3.125", kekurangan: null },
      jenjang: { minimal: "100.000", kelebihan: null, kekurangan: "46.875" },
      kesimpulan: { dapat: false, untuk: "JENJANG", jabatan: "Auditor Ahli Muda", pangkat: null, golongan: null },
    });
    expect(text).toContain("Kelebihan angka kredit untuk kenaikan pangkat 3,125 -");
    expect(text).toContain("Kekurangan angka kredit untuk kenaikan jenjang jabatan - 46,875");
    expect(text.replaceAll("\n", " ")).toContain(
      "TIDAK DAPAT DIPERTIMBANGKAN UNTUK KENAIKAN JENJANG JABATAN SETINGKAT LEBIH TINGGI MENJADI AUDITOR AHLI MUDA",
    );
    expect(text).not.toContain("PANGKAT/GOLONGAN RUANG");
  });

  it.each([
    ["PANGKAT", null, "UNTUK KENAIKAN PANGKAT SETINGKAT LEBIH TINGGI MENJADI PANGKAT/GOLONGAN RUANG PENATA, III/c"],
    [
      "PANGKAT_DAN_JENJANG",
      "Auditor Ahli Muda",
      "UNTUK KENAIKAN PANGKAT/JENJANG JABATAN SETINGKAT LEBIH TINGGI MENJADI AUDITOR AHLI MUDA PANGKAT/GOLONGAN RUANG PENATA, III/c",
    ],
  ])("should conclude for %s", async (untuk, jabatan, words) => {
    const kesimpulan = { dapat: true, untuk, jabatan, pangkat: "Penata", golongan: "III/c" };
    expect((await textOf("angka-kredit/pak", { kesimpulan })).replaceAll("\n", " ")).toContain(words);
  });

  it("should number what else was credited from six", async () => {
    const hasil = (await sampleOf("angka-kredit/pak"))["hasil"] as Data;
    const lain = ["Integrasi", "Perpindahan"].map((uraian) => ({ ...none, uraian, baru: "87.500", jumlah: "87.500" }));
    const text = await textOf("angka-kredit/pak", { hasil: { ...hasil, lain } });
    expect(text).toContain("6. Integrasi - 87,500 87,500");
    expect(text).toContain("7. Perpindahan - 87,500 87,500");
  });

  it("should name the post, the rank and their day in the conventional one", async () => {
    const pertimbangan = {
      dapat: true,
      jabatan: "Analis Kepegawaian Ahli Muda",
      pangkat: "Penata",
      golongan: "III/c",
      tmt: "2021-10-01",
    };
    const text = (await textOf("angka-kredit/pak-konvensional", { pertimbangan })).replaceAll("\n", " ");
    expect(text).toContain(
      "DAPAT DIPERTIMBANGKAN untuk diangkat/dinaikkan dalam jabatan Analis Kepegawaian Ahli Muda dan dinaikkan pangkatnya menjadi Penata, golongan ruang III/c terhitung mulai tanggal 1 Oktober 2021.",
    );
  });
});

describe("DUPAK", () => {
  it("should leave the team's columns and remarks empty before it has scored", async () => {
    const sample = await sampleOf("edupak/dupak");
    const withoutTeam = JSON.parse(
      JSON.stringify(sample, (name, value: unknown) => (name === "tim" ? null : value)),
    ) as Data;
    const text = await textOf("edupak/dupak", { ...withoutTeam, catatanAnggota: [], catatanKetua: [], ketuaTim: null });
    expect(text).toContain("212101001 Menyusun daftar susunan jabatan 4,100 0,200 4,300\n");
    expect(text).toContain("VII. CATATAN KETUA TIM PENILAI\n....");
  });
});

/** The rows of a document many times over, each with a text of its own. */
const repeat = (rows: readonly Data[], count: number, field: string): Data[] =>
  Array.from({ length: count }, (_, index) => ({
    ...rows[index % rows.length],
    [field]: `Baris ke-${index + 1} dengan uraian yang cukup panjang untuk dua baris pada kolomnya`,
  }));

interface Sub {
  readonly baris: readonly Data[];
}
interface Unsur {
  readonly subUnsur: readonly Sub[];
}

const longer: Record<string, (data: Data, count: number) => Data> = {
  "edupak/dupak": (data, count) => ({
    unsur: (data["unsur"] as Unsur[]).map((unsur, at) =>
      at > 0
        ? unsur
        : {
            ...unsur,
            subUnsur: unsur.subUnsur.map((sub) => ({ ...sub, baris: repeat(sub.baris, count / 2, "uraian") })),
          },
    ),
  }),
  "edupak/spmk": (data, count) => ({ baris: repeat(data["baris"] as Data[], count, "uraian") }),
  "edupak/inventarisasi": (data, count) => ({ baris: repeat(data["baris"] as Data[], count, "uraian") }),
  "edupak/resume": (data, count) => ({ baris: repeat(data["baris"] as Data[], count, "catatan") }),
  "edupak/daftar-dupak": (data, count) => ({ baris: repeat(data["baris"] as Data[], count, "keterangan") }),
  "edupak/berita-acara": (data, count) => ({ baris: repeat(data["baris"] as Data[], count, "putusan") }),
  "edupak/surat-usul": (data, count) => ({ daftar: repeat(data["daftar"] as Data[], count, "jabatan") }),
  "edupak/surat-perintah": (data, count) => ({ tugas: repeat(data["tugas"] as Data[], count, "uraian") }),
  "angka-kredit/akumulasi": (data, count) => ({ baris: repeat(data["baris"] as Data[], count, "predikat") }),
};
const lengths = [2, 14, 60, 200];

describe("documents of many pages", () => {
  it.each(Object.keys(longer).flatMap((template) => lengths.map((count) => [template, count] as const)))(
    "should lay out %s with %d rows",
    async (template, count) => {
      const sample = await sampleOf(template);
      const pdf = await documents.preview(template, { ...sample, ...longer[template]?.(sample, count) });
      const pages = await readPdfText(pdf);
      const rowsOf = (lines: readonly string[] | undefined): number =>
        lines?.filter((line) => line.includes("Baris ke-")).length ?? 0;

      const total = pages.reduce((sum, lines) => sum + rowsOf(lines), 0);
      expect(total).toBe(count);
      pages.forEach((lines, index) =>
        expect(lines.at(-1)).toMatch(new RegExp(`Halaman ${index + 1} dari ${pages.length}$`)),
      );
      // Each page with rows has the head of the table, and the first signature has a row above it on its page.
      const heads = pages.filter((lines) => lines.some((line) => /^(NO|No\.|TAHUN)( |$)|^No\. |TAHUN/.test(line)));
      expect(heads.length).toBeGreaterThanOrEqual(pages.filter((lines) => rowsOf(lines) > 0).length);
      const lastRows = pages.findLastIndex((lines) => rowsOf(lines) > 0);
      const firstSigned = pages.findIndex(
        (lines, index) => index >= lastRows && lines.some((line) => line.startsWith("NIP.") || / NIP\. /.test(line)),
      );
      // After the proposal's table come remarks, and minutes end with opinions: only there a signature may come later.
      if (!["edupak/dupak", "edupak/berita-acara"].includes(template)) expect(firstSigned).toBe(lastRows);
      if (count === 200) expect(pages.length).toBeGreaterThanOrEqual(4);
    },
  );
});
