import type { CaseFile, UnitOfWork } from "../../../src/plugin-api/index.js";
import {
  aturanKategori,
  type Golongan,
  jenjangDariGolongan,
  namaJenjang,
  Rujukan,
  tulisAk,
} from "../../angka-kredit/plugin.js";
import { absent, headOf, signerOf } from "../../kepegawaian/plugin.js";
import type { Dupak, JenisPenetapan } from "../domain/dupak.js";
import { hasilPenilaian } from "../domain/hasil.js";
import { jumlahKelompok, PENUNJANG, UTAMA } from "../domain/kelompok-pak.js";
import { tmtKenaikan } from "../domain/periode-kenaikan.js";
import type { Perorangan } from "../domain/perorangan.js";
import { LINGKUP_TIM } from "./acuan-cetak.js";
import { dupakContext, type DupakContext, moveDupak } from "./dupak-context.js";
import { type EdupakDeps, JABATAN } from "./edupak-deps.js";
import { masaCetak } from "./masa-cetak.js";
import { closeMonths } from "./months-lock.js";
import { tell, toAdminInstansi, toOwner, toUser } from "./notices.js";
import { pegawaiLengkap } from "./pegawai-cetak.js";
import { printScoredDupak } from "./print-scored-dupak.js";
import { recordJob } from "./record-act.js";
import { takeNumber } from "./take-number.js";

const JOB = "issue-pak-jfk";

/** What is printed of a decision. */
export const TEMPLAT_PENETAPAN: Readonly<Record<JenisPenetapan, string>> = {
  PAK: "angka-kredit/pak-konvensional",
  HAPAK: "edupak/hapak",
};

/** What the process goes on with. */
export interface IssuedPak {
  readonly penetapan: JenisPenetapan;
  /** Record in the personnel data. */
  readonly pakId: string;
}

/**
 * Prints the DUPAK as scored and the PAK or HAPAK, records it, makes it the next opening balance and closes the months. Again for the same DUPAK:
 * the same number, the same document, the same record. Source: domain note 1.5.1 steps 14, 15; 2.4, 3.5, 3.6.
 */
export const issuePak = async (deps: EdupakDeps, caseId: string, signal: AbortSignal): Promise<IssuedPak> => {
  await printScoredDupak(deps, caseId, signal);
  const { penetapan, nomor, data } = await deps.db.transaction((tx) => documentOf(deps, tx, caseId));
  const printed = await deps.documents.print(
    {
      caseId,
      template: TEMPLAT_PENETAPAN[penetapan],
      title: penetapan === "PAK" ? "Penetapan Angka Kredit" : "Hasil Penilaian Angka Kredit",
      number: nomor,
      data,
      key: `edupak:pak:${caseId}`,
      issuedBy: `system:${JOB}`,
    },
    signal,
  );
  const pakId = await deps.db.transaction((tx) => settle(deps, tx, caseId, nomor, printed.id));
  return { penetapan, pakId };
};

const documentOf = async (deps: EdupakDeps, tx: UnitOfWork, caseId: string) => {
  const context = await dupakContext(deps, tx, caseId);
  const { penetapan, tanggalPenetapan } = context.dupak;
  if (penetapan === null || tanggalPenetapan === null) throw absent("decision on DUPAK", caseId);
  const dokumen = penetapan === "PAK" ? "jfk-pak" : "jfk-hapak";
  const nomor = await takeNumber(deps, tx, { dokumen, key: `${dokumen}:${caseId}`, instansiId: null });
  const data = await dataOf(deps, tx, context, { nomor, penetapan, tanggal: tanggalPenetapan });
  return { penetapan, nomor, data };
};

const dataOf = async (
  deps: EdupakDeps,
  tx: UnitOfWork,
  { dupak, rows, aturan }: DupakContext,
  {
    nomor,
    penetapan,
    tanggal,
  }: { readonly nomor: string; readonly penetapan: JenisPenetapan; readonly tanggal: string },
): Promise<object> => {
  const { perorangan } = dupak;
  const { kelompok, jumlah, kebutuhan, memenuhi, catatan } = hasilPenilaian(dupak, rows, aturan);
  const head = await headOf(deps, tx, LINGKUP_TIM);
  const frame = {
    kop: head.kop,
    penetapan: { tempat: head.penetapan.tempat, tanggal },
    nomor,
    jabatanFungsional: JABATAN,
    instansi: perorangan.instansi,
    masaPenilaian: masaCetak(dupak),
    pegawai: pegawaiLengkap(perorangan, dupak.masaSelesai),
    kelompok,
    jumlah,
    tembusan: [
      `${perorangan.nama} (yang bersangkutan)`,
      "Sekretaris Tim Penilai yang bersangkutan",
      `Kepala ${perorangan.unitKerja}`,
      `${dupak.pejabat?.jabatan ?? "Pejabat"} (pejabat yang mengusulkan angka kredit)`,
    ],
  };
  const signer = (peran: "PENETAP_PAK_JFK" | "KETUA_TIM_JFK", jabatan: string) =>
    signerOf(deps, tx, LINGKUP_TIM, peran, { jabatan, nama: null, nip: null });
  if (penetapan === "HAPAK") {
    return {
      ...frame,
      kebutuhan,
      memenuhi,
      catatan,
      penandatangan: await signer("KETUA_TIM_JFK", "Ketua Tim Penilai"),
    };
  }
  return {
    ...frame,
    pertimbangan: {
      dapat: true,
      jabatan: await jabatanTujuan(deps, tx, perorangan, kebutuhan?.golonganTujuan, tanggal),
      pangkat: kebutuhan?.pangkatTujuan ?? null,
      golongan: kebutuhan?.golonganTujuan ?? null,
      tmt: tmtKenaikan(tanggal),
    },
    asli: ["Kepala Badan Kepegawaian Negara up. Kepala Kantor Regional BKN"],
    penandatangan: await signer("PENETAP_PAK_JFK", "Kepala Pusat Pembinaan Jabatan Fungsional Kepegawaian"),
  };
};

/** The position that goes with the golongan aimed at, when it is another level than the own. Source: domain note 2.1, 3.5. */
const jabatanTujuan = async (
  deps: EdupakDeps,
  tx: UnitOfWork,
  { jenjang }: Perorangan,
  golongan: Golongan | undefined,
  tanggal: string,
): Promise<string | null> => {
  if (golongan === undefined) return null;
  const levels = aturanKategori(new Rujukan(await deps.credit(tx).acuan()), jenjang, tanggal);
  const next = jenjangDariGolongan(golongan, levels)?.jenjang;
  return next === undefined || next === jenjang ? null : `${JABATAN} ${namaJenjang(next)}`;
};

const settle = async (
  deps: EdupakDeps,
  tx: UnitOfWork,
  caseId: string,
  nomor: string,
  documentId: string,
): Promise<string> => {
  const context = await dupakContext(deps, tx, caseId);
  const { dupak } = context;
  const caseFile = await deps.cases.get(tx, caseId);
  if (dupak.pakId !== null) return dupak.pakId;
  const pakId = await record(deps, tx, context, nomor, documentId);
  await deps.store(tx).saveDupak({ ...dupak, pakId });
  const printed = await moveDupak(deps, tx, caseFile, "DICETAK");
  await closeMonths(deps, tx, dupak);
  await announce(deps, tx, printed, dupak, nomor);
  await recordJob(
    deps,
    tx,
    { job: JOB, caseFile: printed },
    {
      action: "dupak.issued",
      story: {
        id: `mencetak ${dupak.penetapan ?? ""} nomor ${nomor}`,
        en: `printed ${dupak.penetapan ?? ""} ${nomor}`,
      },
    },
  );
  return pakId;
};

/** Into the personnel data, and as the opening balance of the next masa penilaian. */
const record = async (
  deps: EdupakDeps,
  tx: UnitOfWork,
  { dupak, rows, aturan }: DupakContext,
  nomor: string,
  documentId: string,
): Promise<string> => {
  const { sesudah, baru } = hasilPenilaian(dupak, rows, aturan);
  const tanggal = dupak.tanggalPenetapan ?? "";
  const { perorangan, masaMulai, masaSelesai } = dupak;
  const amount = (which: Parameters<typeof jumlahKelompok>[1]): string => tulisAk(jumlahKelompok(baru, which));
  const pakId = await deps.catatPak(tx, {
    nip: perorangan.nip,
    jenis: dupak.penetapan === "PAK" ? "KONVENSIONAL" : "HAPAK",
    nomor,
    tanggal,
    masaMulai,
    masaSelesai,
    akUtama: amount(UTAMA),
    akPenunjang: amount(PENUNJANG),
    akTotal: tulisAk(jumlahKelompok(baru)),
    documentId,
    sumber: "ALUR",
  });
  await deps.store(tx).addSaldo({
    id: deps.ids.next(),
    pegawaiId: perorangan.pegawaiId,
    nomor,
    tanggal,
    masaSelesai,
    perKelompok: sesudah,
    dupakId: dupak.id,
  });
  return pakId;
};

const announce = async (
  deps: EdupakDeps,
  tx: UnitOfWork,
  caseFile: CaseFile,
  { penetapan, perorangan, pejabatId }: Dupak,
  nomor: string,
): Promise<void> => {
  const what = penetapan ?? "";
  await tell(
    deps,
    tx,
    caseFile,
    "issued",
    [...toOwner(caseFile), ...toUser(pejabatId), toAdminInstansi(perorangan.instansiId)],
    { id: `${what} terbit`, en: `${what} issued` },
    {
      id: `${what} nomor ${nomor} untuk ${perorangan.nama} sudah terbit.`,
      en: `${what} ${nomor} of ${perorangan.nama} is out.`,
    },
  );
};
