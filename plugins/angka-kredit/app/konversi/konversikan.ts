import type { UnitOfWork } from "../../../../src/plugin-api/index.js";
import type { Pegawai } from "../../../kepegawaian/plugin.js";
import { jumlahAk } from "../../domain/ak.js";
import { JUDUL_KOLOM, type MasalahBaris } from "../../domain/baris-konversi.js";
import { bulanKe, tulisBulan } from "../../domain/bulan.js";
import { type BarisKonversi, type CariTarif, konversi } from "../../domain/konversi.js";
import { Rujukan } from "../../domain/rujukan.js";
import { tarifKonversi } from "../../domain/tarif-konversi.js";
import { ambilNomor } from "./ambil-nomor.js";
import { berkasOfCase } from "./berkas-of-case.js";
import { catatPekerjaan } from "./catat.js";
import { duniaPeriksa } from "./dunia-periksa.js";
import { dihentikan } from "./hentikan-massal.js";
import { kalimatMasalah } from "./kalimat-masalah.js";
import type { KonversiDeps } from "./konversi-deps.js";
import type { Akumulasi, BarisBerkas, BerkasKonversi, KonversiTetap, Penetap } from "./konversi-store.js";
import { peroranganDari } from "./perorangan.js";

const JOB = "tetapkan-konversi";
/** Rows of one transaction, and of one job: a crash repeats little, others write in between, and progress is seen. */
const PER_TRANSACTION = 100;
const PER_JOB = 500;

/** What the diagram decides by. */
export interface HasilKonversikan {
  /** Rows still waiting. */
  readonly sisa: number;
  readonly ditetapkan: number;
  readonly terlewat: number;
  /** Someone stopped the upload: it waits to be continued. */
  readonly dihentikan: boolean;
}

/**
 * Converts the next rows of a determined case file, each in one transaction with its number and its months. What was written
 * stays after a crash; a row whose month was taken meanwhile is left out with the reason. Source: domain note 2.3.2, 3.10.
 *
 * @param persentase what the diagram's decision table says of the grade of a single person; the reference data decide.
 * @throws {Error} when both differ: table or reference data have been changed without the other.
 */
export const konversikan = async (
  deps: KonversiDeps,
  { caseId, persentase }: { readonly caseId: string; readonly persentase?: number },
  signal: AbortSignal,
): Promise<HasilKonversikan> => {
  let isStopped = await dihentikan(deps, caseId);
  for (let done = 0; done < PER_JOB && !isStopped; done += PER_TRANSACTION) {
    signal.throwIfAborted();
    if ((await deps.db.transaction((tx) => sebagian(deps, tx, caseId, persentase))) === 0) break;
    isStopped = await dihentikan(deps, caseId);
  }
  const { SAH, DITETAPKAN, SELESAI, TERLEWAT } = await deps.db.read((tx) => deps.store(tx).hitungBaris(caseId));
  return { sisa: SAH, ditetapkan: DITETAPKAN + SELESAI, terlewat: TERLEWAT, dihentikan: isStopped };
};

type BarisSah = BarisBerkas & { readonly periode: NonNullable<BarisBerkas["periode"]> };
type BerkasTetap = BerkasKonversi & { readonly penetap: Penetap; readonly tanggal: string };

const sebagian = async (
  deps: KonversiDeps,
  tx: UnitOfWork,
  caseId: string,
  persentase: number | undefined,
): Promise<number> => {
  const store = deps.store(tx);
  const berkas = await berkasTetap(deps, tx, caseId);
  const rows = (await store.barisBerstatus(caseId, "SAH", PER_TRANSACTION)).filter(
    (row): row is BarisSah => row.periode !== null,
  );
  if (rows.length === 0) return 0;
  const tarif = tarifKonversi(new Rujukan(await deps.acuan(tx)));
  const free: { readonly row: BarisSah; readonly hasil: BarisKonversi }[] = [];
  const dunia = await duniaPeriksa(
    deps,
    tx,
    berkas,
    rows.map(({ periode }) => periode.nip),
  );
  for (const row of rows) {
    const answer = hitungBaris(row, dunia.pemegang, tarif);
    if ("masalah" in answer) await leaveOut(deps, tx, berkas, row, answer.masalah);
    else free.push({ row, hasil: answer.hasil });
  }
  requireSamePercentage(free[0]?.hasil, persentase);
  await tetapkan(deps, tx, berkas, free, tarif);
  await store.setStatusBaris(
    free.map(({ row }) => row.id),
    "DITETAPKAN",
  );
  return rows.length;
};

/** A single person's row goes back to the one who entered it; a batch goes on without the row. */
const leaveOut = async (
  deps: KonversiDeps,
  tx: UnitOfWork,
  berkas: BerkasTetap,
  { id }: BarisSah,
  fault: MasalahBaris,
): Promise<void> => {
  await deps.store(tx).tandaiTerlewat(id, [fault]);
  if (berkas.fileId !== null) return;
  await deps.store(tx).saveBerkas({ ...berkas, penetap: null, tanggal: null, alasan: kalimatMasalah(fault).id });
  await deps.cases.setStatus(tx, await deps.cases.get(tx, berkas.caseId), "DIKEMBALIKAN");
};

const requireSamePercentage = (hasil: BarisKonversi | undefined, table: number | undefined): void => {
  if (hasil === undefined || table === undefined || hasil.persentase === table) return;
  throw new Error(
    `Expected the decision table 'predikat-konversi' and the reference data to agree on ${hasil.predikat}, but they say ${table}% and ${hasil.persentase}%`,
  );
};

const berkasTetap = async (deps: KonversiDeps, tx: UnitOfWork, caseId: string): Promise<BerkasTetap> => {
  const berkas = await berkasOfCase(deps, tx, caseId);
  const { penetap, tanggal } = berkas;
  if (penetap === null || tanggal === null)
    throw new Error(`Expected case file '${caseId}' to be determined, but it is not`);
  return { ...berkas, penetap, tanggal };
};

const hitungBaris = (
  { periode }: BarisSah,
  pemegang: (nip: string, bulan: string) => string | undefined,
  tarif: CariTarif,
): { readonly hasil: BarisKonversi } | { readonly masalah: MasalahBaris } => {
  const { nip, tahun, bulanMulai, bulanSelesai } = periode;
  for (let bulan = bulanMulai; bulan <= bulanSelesai; bulan++) {
    const month = tulisBulan(bulanKe(tahun, bulan));
    const holder = pemegang(nip, month);
    if (holder !== undefined)
      return {
        masalah: salah(
          String(bulan),
          `bulan yang belum dinilai; ${month} sudah termuat dalam ${holder}`,
          `months not yet assessed; ${month} is in ${holder}`,
        ),
      };
  }
  const { baris } = konversi([periode], tarif);
  const [hasil] = baris;
  if (hasil !== undefined && baris.length === 1) return { hasil };
  return {
    masalah: salah(
      String(bulanMulai),
      "bulan dengan satu tarif; pisahkan periode pada bulan tarif berubah",
      "months with one rate; split the period where the rate changes",
    ),
  };
};

const salah = (nilai: string, id: string, en: string): MasalahBaris => ({
  judul: JUDUL_KOLOM.bulanMulai,
  kolom: "bulanMulai",
  nilai,
  harap: { id, en },
});

const tetapkan = async (
  deps: KonversiDeps,
  tx: UnitOfWork,
  berkas: BerkasTetap,
  rows: readonly { readonly row: BarisSah; readonly hasil: BarisKonversi }[],
  tarif: CariTarif,
): Promise<void> => {
  if (rows.length === 0) return;
  const store = deps.store(tx);
  const { instansiId, tanggal, menggantiId } = berkas;
  const ids = rows.map(() => deps.ids.next());
  if (menggantiId !== null && ids[0] !== undefined) await store.gantikan(menggantiId, ids[0]);
  const nomor = await ambilNomor(deps, tx, { dokumen: "ak-konversi", instansiId, tanggal }, rows.length);
  const people = await orangDari(
    deps,
    tx,
    instansiId,
    rows.map(({ row }) => row.periode.nip),
  );
  const ledger = new BukuAkumulasi(await store.konversiBerlaku([...people.keys()]), tarif);
  const made = rows.map(({ row, hasil }, at): KonversiTetap => {
    const perorangan = people.get(row.periode.nip)?.(row.periode.jenjang);
    if (perorangan === undefined) throw new Error(`Expected employee ${row.periode.nip}, but there is none`);
    return {
      ...row.periode,
      id: ids[at] ?? "",
      caseId: berkas.caseId,
      barisId: row.id,
      golongan: perorangan.golongan,
      persentase: hasil.persentase,
      koefisien: hasil.koefisien,
      angkaKredit: hasil.angkaKredit,
      nomor: nomor[at] ?? "",
      tanggal,
      perorangan,
      penetap: berkas.penetap,
      akumulasi: ledger.tambah(row.periode),
      dokumenId: null,
      menggantiId,
      digantiId: null,
      pakId: null,
    };
  });
  await store.addKonversi(made);
  await catatPekerjaan(deps, tx, JOB, await deps.cases.get(tx, berkas.caseId), {
    action: "konversi.issued",
    story: {
      id: `menetapkan ${made.length} konversi, nomor ${nomor[0] ?? ""}${made.length > 1 ? ` s/d ${nomor.at(-1) ?? ""}` : ""}`,
      en: `issued ${made.length} conversions, from number ${nomor[0] ?? ""}`,
    },
  });
};

/** The accumulation of people as it grows row by row. */
class BukuAkumulasi {
  readonly #periods = new Map<string, Periode[]>();

  constructor(
    berlaku: readonly KonversiTetap[],
    private readonly tarif: CariTarif,
  ) {
    for (const each of berlaku) this.#of(each).push(each);
  }

  /** Rows and sum of the level after a further period. */
  tambah(periode: Periode): Akumulasi {
    const all = this.#of(periode);
    all.push(periode);
    const { baris } = konversi(all, this.tarif);
    return { baris, jumlah: jumlahAk(baris.map(({ angkaKredit }) => angkaKredit)) };
  }

  #of({ nip, jenjang }: Periode): Periode[] {
    const key = `${nip}:${jenjang}`;
    const found = this.#periods.get(key) ?? [];
    this.#periods.set(key, found);
    return found;
  }
}

type Periode = BarisSah["periode"];

const orangDari = async (deps: KonversiDeps, tx: UnitOfWork, instansiId: string, nips: readonly string[]) => {
  const people = deps.people(tx);
  const instansi = await people.instansi(instansiId);
  const units = new Map((await people.unitKerjaOf(instansiId)).map((unit) => [unit.id, unit]));
  const found = await people.pegawaiByNips([...new Set(nips)]);
  return new Map(
    found.map((pegawai: Pegawai) => [
      pegawai.nip,
      (jenjang: Periode["jenjang"]) => peroranganDari(pegawai, jenjang, units.get(pegawai.unitKerjaId), instansi),
    ]),
  );
};
