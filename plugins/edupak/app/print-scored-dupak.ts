import type { PrintRequest, UnitOfWork } from "../../../src/plugin-api/index.js";
import { tulisAk } from "../../angka-kredit/plugin.js";
import { headOfInstansi, signerOf, tanggalWib } from "../../kepegawaian/plugin.js";
import { diusulkan } from "../domain/hasil.js";
import { LINGKUP_TIM } from "./acuan-cetak.js";
import { dupakContext, type DupakContext } from "./dupak-context.js";
import type { EdupakDeps } from "./edupak-deps.js";
import { isiDupak, type PenilaianTim } from "./isi-dupak.js";
import { takeNumber } from "./take-number.js";
import { penilaiCetak } from "./penilai-cetak.js";

/** Printed documents of one DUPAK at most: each sending prints a handful. */
const MOST_PAPERS = 200;

/**
 * The DUPAK with the team's columns 7 to 9 and its notes, under the number that it was proposed with. Printed together with
 * the PAK or HAPAK; what the proposer signed stays as it is. Source: domain note 3.2 (parts II, VI, VII).
 */
export const printScoredDupak = async (deps: EdupakDeps, caseId: string, signal: AbortSignal): Promise<void> => {
  const request = await deps.db.transaction((tx) => requestFor(deps, tx, caseId));
  await deps.documents.print(request, signal);
};

const requestFor = async (deps: EdupakDeps, tx: UnitOfWork, caseId: string): Promise<PrintRequest> => {
  const context = await dupakContext(deps, tx, caseId);
  const { perorangan, kirimKe } = context.dupak;
  const { instansiId: id, instansi, kota } = perorangan;
  const nomor = await takeNumber(deps, tx, { dokumen: "jfk-dupak", key: `dupak:${kirimKe}:${caseId}`, instansiId: id });
  const { tempat } = (await headOfInstansi(deps, tx, { id, nama: instansi, kota })).penetapan;
  const penetapan = { tempat, tanggal: await dayProposed(deps, tx, caseId, nomor) };
  return {
    caseId,
    template: "edupak/dupak",
    title: "Daftar Usul Penetapan Angka Kredit (dengan nilai Tim Penilai)",
    number: nomor,
    key: `edupak:dupak-dinilai:${caseId}`,
    data: isiDupak(context, { nomor, penetapan }, await penilaianTim(deps, tx, context)),
    issuedBy: "system:issue-pak-jfk",
  };
};

/** When the proposer's copy was printed; today for one that was not kept here. */
const dayProposed = async (deps: EdupakDeps, tx: UnitOfWork, caseId: string, nomor: string): Promise<string> => {
  const { items } = await deps.documents.pageFor(tx, caseId, { offset: 0, limit: MOST_PAPERS });
  const proposed = items.find(({ template, number }) => template === "edupak/dupak" && number === nomor);
  return tanggalWib(proposed?.issuedAt ?? deps.clock.now());
};

const penilaianTim = async (deps: EdupakDeps, tx: UnitOfWork, context: DupakContext): Promise<PenilaianTim> => {
  const { catatanKetua } = context.dupak;
  const otherwise = { jabatan: "Ketua Tim Penilai", nama: null, nip: null };
  return {
    catatanAnggota: await catatanAnggota(deps, tx, context),
    catatanKetua: catatanKetua === null ? [] : [catatanKetua],
    ketuaTim: await signerOf(deps, tx, LINGKUP_TIM, "KETUA_TIM_JFK", otherwise),
  };
};

const koma = (text: string): string => text.replace(".", ",");

/** By assessor: rows that got another score than proposed, with the reason, and the note at the end of scoring. */
const catatanAnggota = async (
  deps: EdupakDeps,
  tx: UnitOfWork,
  { dupak, rows }: DupakContext,
): Promise<PenilaianTim["catatanAnggota"]> => {
  const notes = new Map<string, string[]>();
  const note = (userId: string | null, text: string): void => {
    if (userId !== null) notes.set(userId, [...(notes.get(userId) ?? []), text]);
  };
  for (const row of rows) {
    const { nilai, alasanNilai, penilaiId } = row.kegiatan;
    if (nilai === null || alasanNilai === null || alasanNilai === "") continue;
    const change = `${koma(tulisAk(diusulkan(row)))} menjadi ${koma(tulisAk(nilai))}`;
    note(penilaiId, `Kode ${row.butir.kode}, ${change}: ${alasanNilai}`);
  }
  if (dupak.catatanPenilai !== null) note(dupak.penilaiId, dupak.catatanPenilai);
  const found: PenilaianTim["catatanAnggota"][number][] = [];
  for (const [userId, catatan] of notes) {
    const { nama, nip } = await penilaiCetak(deps, tx, userId);
    found.push({ nama, nip, catatan });
  }
  return found;
};
