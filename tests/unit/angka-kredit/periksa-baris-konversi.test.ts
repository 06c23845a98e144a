import { describe, expect, it } from "@jest/globals";
import { Readable } from "node:stream";
import { bacaUnggahan } from "../../../plugins/angka-kredit/app/konversi/baca-unggahan.js";
import { type BarisTertulis, KOLOM_KONVERSI } from "../../../plugins/angka-kredit/domain/baris-konversi.js";
import { type DuniaPeriksa, PemeriksaBaris } from "../../../plugins/angka-kredit/domain/periksa-baris-konversi.js";
import { bacaNip } from "../../../plugins/kepegawaian/plugin.js";

const HARI_INI = "2026-03-02";
const NIP = "199002142024031901"; // CPNS in March 2024
const dunia = (more: Partial<DuniaPeriksa> = {}): DuniaPeriksa => ({
  hariIni: HARI_INI,
  wilayah: { instansiId: "i1", unitId: "u1" },
  pembuatPegawaiId: "p9",
  bacaNip: (text) => bacaNip(text, HARI_INI),
  pegawai: new Map([
    [
      NIP,
      {
        id: "p1",
        nip: NIP,
        nama: "Laras Girimukti, S.AP.",
        jenjang: "AHLI_MUDA",
        tmtJabatan: "2025-06-01",
        instansiId: "i1",
        unitKerjaId: "u1",
        aktif: true,
      },
    ],
  ]),
  pemegang: () => undefined,
  ...more,
});

const row = (isi: Partial<BarisTertulis["isi"]>, baris = 2): BarisTertulis => ({
  baris,
  isi: {
    ...(Object.fromEntries(KOLOM_KONVERSI.map((kolom) => [kolom, ""])) as BarisTertulis["isi"]),
    nip: NIP,
    tahun: "2025",
    bulanMulai: "6",
    bulanSelesai: "12",
    predikat: "Baik",
    ...isi,
  },
  masalah: [],
});

const faultsOf = (isi: Partial<BarisTertulis["isi"]>, more?: Partial<DuniaPeriksa>) =>
  new PemeriksaBaris(dunia(more)).periksa(row(isi)).masalah.map(({ kolom, harap }) => `${kolom}: ${harap.id}`);

describe("a row of grades", () => {
  it("should take months by number or name, older words for grades, and the level of the person", () => {
    const { periode, masalah } = new PemeriksaBaris(dunia()).periksa(
      row({ bulanMulai: "juni", bulanSelesai: "Des", predikat: "cukup", nama: "LARAS GIRIMUKTI" }),
    );
    expect(masalah).toEqual([]);
    expect(periode).toMatchObject({
      jenjang: "AHLI_MUDA",
      tahun: 2025,
      bulanMulai: 6,
      bulanSelesai: 12,
      predikat: "BUTUH_PERBAIKAN",
      pegawaiId: "p1",
    });
  });

  it("should ask for the level of a time before the present position, CPNS time too", () => {
    expect(faultsOf({ bulanMulai: "1", bulanSelesai: "5" })).toEqual([
      expect.stringContaining("jenjang: jenjang pada masa itu"),
    ]);
    expect(faultsOf({ bulanMulai: "1", bulanSelesai: "5", jenjang: "Ahli Pertama" })).toEqual([]);
    expect(faultsOf({ tahun: "2024", bulanMulai: "3", jenjang: "Pertama" })).toEqual([]);
    expect(faultsOf({ tahun: "2024", bulanMulai: "2", jenjang: "Pertama" })).toEqual([
      expect.stringContaining("bulanMulai: bulan sejak TMT CPNS (2024-03)"),
    ]);
  });

  it("should have a row split where the level changes within the year", () => {
    expect(faultsOf({ bulanMulai: "1", bulanSelesai: "12", jenjang: "Ahli Pertama" })).toEqual([
      expect.stringContaining("pisahkan baris bila jenjang berubah di tengah tahun"),
    ]);
  });

  it("should name every fault of a row at once", () => {
    expect(faultsOf({ nip: "x", tahun: "19", bulanMulai: "13", bulanSelesai: "0", predikat: "A" })).toHaveLength(5);
  });

  it("should refuse two grades for one month, the same twice, and months held elsewhere", () => {
    const pemeriksa = new PemeriksaBaris(dunia());
    expect(pemeriksa.periksa(row({}, 2)).periode).not.toBeNull();
    const [fault] = pemeriksa.periksa(row({ bulanMulai: "12", predikat: "Kurang" }, 3)).masalah;
    expect(fault?.harap.id).toContain("Desember 2025 sudah dinilai Baik di baris 2");
    expect(pemeriksa.periksa(row({}, 4)).periode).toBeNull();
    const pemegang = (_nip: string, bulan: string) => (bulan === "2025-08" ? "PAK nomor 7" : undefined);
    expect(faultsOf({}, { pemegang })).toEqual([
      expect.stringContaining("Agustus 2025 sudah termuat dalam PAK nomor 7"),
    ]);
  });

  it("should refuse people of elsewhere, the inactive, and oneself", () => {
    expect(faultsOf({}, { wilayah: { instansiId: "i2", unitId: null } })).toEqual(["nip: pegawai instansi Anda"]);
    expect(faultsOf({}, { wilayah: { instansiId: "i1", unitId: "u2" } })).toEqual(["nip: pegawai unit kerja Anda"]);
    expect(faultsOf({}, { wilayah: { instansiId: "i1", unitId: null } })).toEqual([]);
    expect(faultsOf({}, { pembuatPegawaiId: "p1" })).toEqual([expect.stringContaining("predikat sendiri")]);
  });
});

describe("an upload of grades", () => {
  const read = (text: string) => bacaUnggahan(Readable.from([Buffer.from(text)]));
  const HEAD = "NIP;Tahun;Bulan Mulai;Bulan Selesai;Predikat\n";

  it("should keep what stands in a cell that cannot be taken, and a value beside the table", async () => {
    const answer = await read(`${HEAD}${NIP};2025;1;12;Baik;geser\n;2025;1;12;Baik\n`);
    if (!("baris" in answer)) throw new Error(answer.pesan);
    const [shifted, empty] = answer.baris;
    expect(shifted?.masalah).toMatchObject([{ kolom: null, nilai: "geser" }]);
    expect(shifted?.isi.nip).toBe(NIP);
    expect(empty?.masalah).toMatchObject([{ kolom: "nip", judul: "NIP", nilai: "" }]);
  });

  it("should say which headings are missing or unknown, and that a table is empty", async () => {
    expect(await read("NIP;Tahun\n1;2\n")).toMatchObject({ pesan: expect.stringContaining("Bulan Mulai") });
    expect(await read(`${HEAD.trim()};Jenjangg\n${NIP};2025;1;12;Baik;x\n`)).toMatchObject({
      pesan: expect.stringContaining("Jenjangg"),
    });
    expect(await read(HEAD)).toMatchObject({ pesan: expect.stringContaining("tidak berisi") });
  });
});
