import type { CaseFact, CaseType, UnitOfWork } from "../../../src/plugin-api/index.js";
import { kodeAktivasiFacts, printingStart, tulisNip, tulisTanggal } from "../../kepegawaian/plugin.js";
import { sidangCase } from "../../penilaian/plugin.js";
import { hasilPenilaian } from "../domain/hasil.js";
import { namaJalur } from "../domain/jalur.js";
import { tulisNiwn } from "../domain/niwn.js";
import { ACUAN_SIWI } from "./acuan-cetak.js";
import { aturanSidang } from "./aturan-sidang.js";
import { batchStart } from "./batch-start.js";
import {
  BATCH_STATUSES,
  COLLECTIVE_STATUSES,
  DUPAK_STATUSES,
  NIWN_STATUSES,
  PERIOD_STATUSES,
  PRINTING_STATUSES,
  PROFILE_STATUSES,
} from "./case-statuses.js";
import { dupakContext } from "./dupak-context.js";
import { dupakStart } from "./dupak-start.js";
import { collectiveFacts, collectiveNiwnStart } from "./niwn-collective.js";
import { collectiveSheet } from "./niwn-collective-sheet.js";
import { niwnStart } from "./niwn-request.js";
import { periodStart } from "./period-start.js";
import { profileStart } from "./profile-start.js";
import { rincianSheet } from "./rincian-sheet.js";
import { newAccount, newAccountSheet } from "./niwn-account.js";
import { APP, type SiwiDeps } from "./siwi-deps.js";

const fact = (id: string, en: string, value: string): CaseFact => ({ label: { id, en }, value });

/** Kinds of case files of the app. */
export const caseTypes = (deps: SiwiDeps): readonly CaseType[] => [
  {
    app: APP,
    type: "dupak",
    title: { id: "DUPAK Online", en: "Credit proposal (DUPAK)" },
    processId: "dupak-online",
    statuses: DUPAK_STATUSES,
    start: dupakStart(deps),
    sheets: [rincianSheet(deps)],
    facts: dupakFacts(deps),
  },
  {
    app: APP,
    type: "niwn",
    title: { id: "Permohonan NIWN", en: "Request for a NIWN" },
    processId: "niwn",
    statuses: NIWN_STATUSES,
    start: niwnStart(deps),
    sheets: [newAccountSheet(deps)],
    facts: niwnFacts(deps),
  },
  {
    app: APP,
    type: "niwn-kolektif",
    title: { id: "Permohonan NIWN kolektif", en: "Collective request for NIWN" },
    processId: "niwn-kolektif",
    statuses: COLLECTIVE_STATUSES,
    start: collectiveNiwnStart(deps),
    sheets: [collectiveSheet(deps)],
    facts: (tx, { id }) => collectiveFacts(deps, tx, id),
  },
  {
    app: APP,
    type: "pengajuan-tpp",
    title: { id: "Pengajuan DUPAK ke TPP", en: "Batch to the central team" },
    processId: "pengajuan-tpp",
    statuses: BATCH_STATUSES,
    start: batchStart(deps),
    facts: batchFacts(deps),
  },
  sidangCase(deps, aturanSidang(deps)),
  {
    app: APP,
    type: "masa-penilaian",
    title: { id: "Masa penilaian DUPAK", en: "Period of DUPAK" },
    processId: "masa-penilaian",
    statuses: PERIOD_STATUSES,
    start: periodStart(deps),
    facts: periodFacts(deps),
  },
  {
    app: APP,
    type: "acuan-cetak",
    title: { id: "Ubah kop, penandatangan, dan pola nomor", en: "Change letterheads, signatories and number patterns" },
    processId: "acuan-cetak",
    statuses: PRINTING_STATUSES,
    start: printingStart(deps, ACUAN_SIWI),
    facts: () => Promise.resolve([]),
  },
  {
    app: APP,
    type: "perubahan-data",
    title: { id: "Ubah data widyaiswara", en: "Change data of a widyaiswara" },
    processId: "perubahan-data",
    statuses: PROFILE_STATUSES,
    start: profileStart(deps),
    facts: async (tx, { id }) => {
      const perubahan = await deps.store(tx).perubahanByCase(id);
      return perubahan === undefined ? [] : [fact("Alasan", "Reason", perubahan.alasan)];
    },
  },
];

const dupakFacts =
  (deps: SiwiDeps): CaseType["facts"] =>
  async (tx, caseFile) => {
    const store = deps.store(tx);
    const dupak = await store.dupakByCase(caseFile.id);
    if (dupak === undefined) return [];
    const { perorangan } = dupak;
    const outcome = caseFile.status === "SELESAI" ? await outcomeFacts(deps, tx, caseFile.id) : [];
    const periode = (await store.periodes()).find(({ id }) => id === dupak.periodeId);
    return [
      fact("NIP", "Employee number", tulisNip(perorangan.nip)),
      ...(perorangan.niwn === null ? [] : [fact("NIWN", "NIWN", tulisNiwn(perorangan.niwn))]),
      fact("Jabatan", "Position", perorangan.jabatan),
      fact("Golongan", "Grade", perorangan.golongan),
      fact("Instansi", "Agency", perorangan.instansi),
      fact("Masa penilaian", "Period", periode?.nama ?? ""),
      fact("Jalur", "Way", namaJalur(dupak.jalur)),
      ...(dupak.catatanPengembalian === null
        ? []
        : [fact("Alasan pengembalian", "Reason of the return", dupak.catatanPengembalian)]),
      ...outcome,
    ];
  };

/** What the HPAK says, for whoever opens a finished DUPAK. */
const outcomeFacts = async (deps: SiwiDeps, tx: UnitOfWork, caseId: string): Promise<readonly CaseFact[]> => {
  const { dupak, rows, aturan } = await dupakContext(deps, tx, caseId);
  const { jumlah, kebutuhan, memenuhi } = hasilPenilaian(dupak, rows, aturan);
  const comma = (amount: string): string => amount.replace(".", ",");
  const facts = [
    fact("AK lama", "Credit before", comma(jumlah.lama)),
    fact("AK baru", "New credit", comma(jumlah.baru)),
    fact("Jumlah AK", "Total credit", comma(jumlah.jumlah)),
  ];
  if (kebutuhan === null) return facts;
  const { pangkatTujuan, golonganTujuan, akk, kekurangan, kelebihan } = kebutuhan;
  return [
    ...facts,
    fact(`AK untuk ${pangkatTujuan}, ${golonganTujuan}`, `Credit required for ${golonganTujuan}`, comma(akk)),
    kekurangan === null
      ? fact("Kelebihan AK", "Surplus", comma(kelebihan ?? "0.000"))
      : fact("Kekurangan AK", "Shortage", comma(kekurangan)),
    memenuhi
      ? fact("Keterangan", "Remark", "Memenuhi angka kredit untuk kenaikan pangkat")
      : fact("Keterangan", "Remark", "Belum memenuhi angka kredit untuk kenaikan pangkat"),
  ];
};

/** Where the Admin Pusat makes one. */
const NEW_CODE = "tombol “Kode aktivasi baru” pada berkas ini";

const niwnFacts =
  (deps: SiwiDeps): CaseType["facts"] =>
  async (tx, caseFile, actor) => {
    const store = deps.store(tx);
    const permohonan = await store.permohonanByCase(caseFile.id);
    if (permohonan === undefined) return [];
    const niwn = await store.niwnByNip(permohonan.nip);
    const akun = await newAccount(deps, tx, { caseFile, actor });
    return [
      fact("NIP", "Employee number", tulisNip(permohonan.nip)),
      fact("Nomor SK", "Number of the SK", permohonan.isian["nomorSk"] ?? ""),
      ...(niwn === undefined ? [] : [fact("NIWN", "NIWN", tulisNiwn(niwn.niwn))]),
      ...(niwn?.tanda.includes("FORMAT_LEGACY_17") === true ? [fact("Tanda", "Mark", "Bentuk lama 17 angka")] : []),
      ...(akun === undefined ? [] : kodeAktivasiFacts(akun.activation, NEW_CODE)),
      ...(permohonan.catatanPengembalian === null ? [] : [fact("Alasan", "Reason", permohonan.catatanPengembalian)]),
    ];
  };

const batchFacts =
  (deps: SiwiDeps): CaseType["facts"] =>
  async (tx, caseFile) => {
    const store = deps.store(tx);
    const pengajuan = await store.pengajuanByCase(caseFile.id);
    if (pengajuan === undefined) return [];
    const dupak = await store.dupakByCases(pengajuan.dupakCaseIds);
    return [
      fact("Jumlah DUPAK", "Number of DUPAK", String(dupak.length)),
      fact("Widyaiswara", "Widyaiswara", dupak.map(({ perorangan }) => perorangan.nama).join("; ")),
      ...(pengajuan.nomorSurat === null ? [] : [fact("Surat pengantar", "Covering letter", pengajuan.nomorSurat)]),
    ];
  };

const periodFacts =
  (deps: SiwiDeps): CaseType["facts"] =>
  async (tx, { id }) => {
    const periode = (await deps.store(tx).periodes()).find(({ caseId }) => caseId === id);
    if (periode === undefined) return [];
    const { masaMulai, masaSelesai, buka, tutup, ditutupPada } = periode;
    return [
      fact("Masa penilaian", "Period", `${tulisTanggal(masaMulai)} s/d ${tulisTanggal(masaSelesai)}`),
      fact("Pengiriman", "Sending", `${tulisTanggal(buka)} s/d ${tulisTanggal(tutup)}`),
      ...(ditutupPada === null ? [] : [fact("Ditutup pada", "Closed on", tulisTanggal(ditutupPada))]),
    ];
  };
