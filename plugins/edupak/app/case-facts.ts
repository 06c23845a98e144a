import type { CaseFact, CaseType } from "../../../src/plugin-api/index.js";
import { jumlahAk, tulisAk } from "../../angka-kredit/plugin.js";
import { kodeAktivasiFacts, namaMasa, tulisNip } from "../../kepegawaian/plugin.js";
import { diusulkan, hasilPenilaian } from "../domain/hasil.js";
import { dupakContext } from "./dupak-context.js";
import type { EdupakDeps } from "./edupak-deps.js";
import { inventarisasiContext } from "./kegiatan-context.js";

const fact = (id: string, en: string, value: string): CaseFact => ({ label: { id, en }, value });
/** Where an administrator makes one. */
const NEW_CODE = "menu Akun e-DUPAK, tindakan “Kode aktivasi baru”";
const koma = (text: string): string => text.replace(".", ",");

/** Head of the page of a month. */
export const inventarisasiFacts =
  (deps: EdupakDeps): CaseType["facts"] =>
  async (tx, { id }) => {
    const { inventarisasi, rows } = await inventarisasiContext(deps, tx, id);
    const { perorangan, catatanPengembalian } = inventarisasi;
    return [
      fact("NIP", "Employee number", tulisNip(perorangan.nip)),
      fact("Jabatan", "Position", perorangan.jabatan),
      fact("Jumlah kegiatan", "Activities", String(rows.length)),
      fact("Jumlah angka kredit", "Total credit", koma(tulisAk(jumlahAk(rows.map(diusulkan))))),
      ...(catatanPengembalian === null
        ? []
        : [fact("Alasan pengembalian", "Reason of the return", catatanPengembalian)]),
    ];
  };

const DECIDED = ["DITETAPKAN", "DICETAK", "DITERIMA"];

/** Head of the page of a DUPAK. */
export const dupakFacts =
  (deps: EdupakDeps): CaseType["facts"] =>
  async (tx, caseFile) => {
    const { dupak, rows, months, aturan } = await dupakContext(deps, tx, caseFile.id);
    const { perorangan, catatanPengembalian, nomorSuratUsul } = dupak;
    const outcome = DECIDED.includes(caseFile.status) ? hasilPenilaian(dupak, rows, aturan) : null;
    return [
      fact("NIP", "Employee number", tulisNip(perorangan.nip)),
      fact("Jabatan", "Position", perorangan.jabatan),
      fact("Golongan", "Grade", perorangan.golongan),
      fact("Instansi", "Agency", perorangan.instansi),
      fact("Masa penilaian", "Period", namaMasa(dupak)),
      fact("Bulan", "Months", String(months.length)),
      fact("PAK terakhir", "Last PAK", dupak.nomorPakLama),
      fact("AK usul", "Proposed credit", koma(tulisAk(jumlahAk(rows.map(diusulkan))))),
      ...(dupak.atasan === null ? [] : [fact("Atasan langsung", "Superior", dupak.atasan.nama)]),
      ...(dupak.pejabat === null ? [] : [fact("Pejabat pengusul", "Proposer", dupak.pejabat.nama)]),
      ...(nomorSuratUsul === null ? [] : [fact("Surat usul", "Letter", nomorSuratUsul)]),
      ...(catatanPengembalian === null
        ? []
        : [fact("Alasan pengembalian", "Reason of the return", catatanPengembalian)]),
      ...(outcome === null
        ? []
        : [
            fact("Ditetapkan", "Set", dupak.penetapan ?? "-"),
            fact("AK lama", "Credit before", koma(outcome.jumlah.lama)),
            fact("AK baru", "New credit", koma(outcome.jumlah.baru)),
            fact("Jumlah AK", "Total credit", koma(outcome.jumlah.jumlah)),
            ...(outcome.kebutuhan === null
              ? []
              : [fact(`AK untuk ${outcome.kebutuhan.golonganTujuan}`, "Required", koma(outcome.kebutuhan.akk))]),
            ...outcome.catatan.map((each) => fact("Catatan", "Note", each)),
          ]),
    ];
  };

/** Records of an account that was closed or opened again: no code was made. */
const WITHOUT_CODE = new Set(["NONAKTIFKAN", "AKTIFKAN"]);

/** Head of the page of an account; the code is for whoever made it. */
export const akunFacts =
  (deps: EdupakDeps): CaseType["facts"] =>
  async (tx, { id, scopes, subjectNumber }, actor) => {
    const akun = await deps.store(tx).akunByCase(id);
    if (akun === undefined) return [];
    const user = await deps.users.find(tx, akun.akunId);
    const mine = scopes["pembuat"] === actor.userId && !WITHOUT_CODE.has(akun.jenis);
    const code = mine ? kodeAktivasiFacts(await deps.users.activation(tx, akun.akunId, actor), NEW_CODE) : [];
    return [
      fact("NIP", "Employee number", tulisNip(subjectNumber ?? "")),
      fact("Nama pengguna", "User name", user?.username ?? "-"),
      ...code,
      ...(akun.perbedaan === null ? [] : [fact("Perbedaan data", "Difference", akun.perbedaan)]),
    ];
  };

/** Head of the page of a recap: how many came in, how many are finished. Source: domain note 1.5.2. */
export const rekapFacts =
  (deps: EdupakDeps): CaseType["facts"] =>
  async (tx, { id }) => {
    const rekap = await deps.store(tx).rekapByCase(id);
    if (rekap === undefined || rekap.baris === null) return [];
    const files = (await deps.files.listFor(tx, id)).map((file) => ({ id: file.id, name: file.name }));
    const table = { ...fact("Berkas", "File", files.map(({ name }) => name).join(", ")), files };
    if (rekap.jenis === "PENGGUNA") return [fact("Jumlah pengguna", "Users", String(rekap.baris)), table];
    const [masuk, selesai] = [rekap.masuk ?? 0, rekap.selesai ?? 0];
    return [
      fact("DUPAK masuk", "Came in", String(masuk)),
      fact("Selesai", "Finished", String(selesai)),
      fact("Dalam proses", "Under way", String(masuk - selesai)),
      table,
    ];
  };
