import { setTimeout } from "node:timers/promises";
import { KonversiRepository } from "../../../plugins/angka-kredit/plugin.js";
import { acak, KepegawaianRepository, type Pegawai, pegawaiSintetis } from "../../../plugins/kepegawaian/plugin.js";
import { Office, ok, type RowInput } from "../../process-apps/angka-kredit/journey.js";
import type { BenchPart } from "../bench-section.js";
import { figure } from "../figures.js";
import { inFolder } from "../in-folder.js";

const PER_INSERT = 500;
const PAUSE_MS = 50;
/** Every so many people have three years at once, which reaches their next rank. */
const REACHING = 10;

/** Officials of one office, all made up. */
const peopleOf = (count: number): readonly Pegawai[] => {
  const next = acak(20_250_101);
  const used = new Set<string>();
  return Array.from({ length: count }, (_, index) => {
    const pegawai = pegawaiSintetis(
      {
        id: `pegawai-ukur-${index}`,
        instansi: { id: "instansi-bukit-lestari", kota: "Bukit Lestari" },
        unit: { id: "unit-dinkes-bl" },
        golongan: "III/a",
        jabatan: "Perawat",
        jenjang: "AHLI_PERTAMA",
        pendidikan: "S1",
      },
      next,
      2022,
      (nip) => used.has(nip),
    );
    used.add(pegawai.nip);
    return pegawai;
  });
};

const rowsOf = (people: readonly Pegawai[]): readonly RowInput[] =>
  people.flatMap(({ nip }, index) =>
    (index % REACHING === 0 ? [2023, 2024, 2025] : [2025]).map((tahun) => ({
      NIP: nip,
      Tahun: String(tahun),
      "Bulan Mulai": "Januari",
      "Bulan Selesai": "Desember",
      Predikat: "Sangat Baik",
    })),
  );

/** Grades of 5,000 people from one spreadsheet: checked, converted, printed, PAK issued, summed up. Once, for it takes minutes. */
export const uploadConversion: BenchPart = async ({ quick }, measured) => {
  const people = peopleOf(quick ? 100 : 5_000);
  const rows = rowsOf(people);
  await measured(`conversion of ${people.length} people, ${rows.length} rows, from one upload`, () =>
    inFolder(async (dataDir) => {
      const office = await Office.open("sqlite", dataDir);
      const { db } = office.world.alur.services;
      for (let at = 0; at < people.length; at += PER_INSERT) {
        const some = people.slice(at, at + PER_INSERT);
        await db.transaction((tx) => new KepegawaianRepository(tx.manager).addPegawai(some));
      }
      const { penilai } = office;
      const berkas = await penilai.table(rows);
      const seconds = stopwatch();
      const { caseId } = ok(await penilai.start("konversi-massal", { judul: "Ukuran", sumber: "UNGGAH", berkas }));
      await reached(office, caseId, ({ status }) => status === "MENUNGGU_PENETAPAN");
      const checked = seconds();
      const determination = seconds();
      await penilai.do(caseId, "DetermineBatch", { keputusan: "TETAPKAN", terbitkanPak: true });
      await reached(office, caseId, ({ waiting }) => waiting === 0);
      const converted = seconds();
      await reached(office, caseId, ({ status }) => status === "SELESAI");
      const finished = seconds();
      await office.close();
      return [
        figure("rows checked per second", "1/s", [rows.length / checked]),
        figure("rows converted per second", "1/s", [rows.length / (converted - determination)]),
        figure("determination to recap", "s", [finished - determination]),
      ];
    }),
  );
};

const stopwatch = (): (() => number) => {
  const started = performance.now();
  return () => (performance.now() - started) / 1000;
};

/** Waits, however long, until the case file stands so. */
const reached = async (office: Office, caseId: string, done: (standing: Standing) => boolean): Promise<void> => {
  for (;;) {
    const standing = await office.world.alur.services.db.read(async (tx): Promise<Standing> => {
      const { SAH } = await new KonversiRepository(tx.manager).hitungBaris(caseId);
      const [file] = await tx.manager.query<{ status: string }[]>("SELECT status FROM case_file WHERE id = ?", [
        caseId,
      ]);
      return { status: file?.status ?? "", waiting: SAH };
    });
    if (done(standing)) return;
    await setTimeout(PAUSE_MS);
  }
};

interface Standing {
  readonly status: string;
  /** Rows not yet converted. */
  readonly waiting: number;
}
