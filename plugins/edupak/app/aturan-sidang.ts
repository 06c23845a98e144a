import { type SheetColumn, sheetColumn } from "../../../src/plugin-api/index.js";
import { jumlahAk, tulisAk } from "../../angka-kredit/plugin.js";
import { tanggalWib } from "../../kepegawaian/plugin.js";
import { type AturanSidang, tell, toOwner } from "../../penilaian/plugin.js";
import { aturanTim } from "../domain/acuan-proses.js";
import type { Dupak } from "../domain/dupak.js";
import { diusulkan, hasilPenilaian } from "../domain/hasil.js";
import { TIM_JFK, timJfk } from "../domain/tim-jfk.js";
import { LINGKUP_TIM } from "./acuan-cetak.js";
import { dupakContext, moveDupak } from "./dupak-context.js";
import { APP, type EdupakDeps, JABATAN } from "./edupak-deps.js";
import { returnDupak } from "./return-dupak.js";
import { takeNumber } from "./take-number.js";
import { tenggatLangkah } from "./tenggat.js";

const column = (key: string, id: string, en: string, more?: Partial<SheetColumn>): SheetColumn =>
  sheetColumn(key, { id, en }, "decimal", { scale: 3, ...more });

/** How the team of the JFK holds its sessions. Source: domain note 1.5.1 step 12, 2.6, 3.7. */
export const aturanSidang = (deps: EdupakDeps): AturanSidang<Dupak> => ({
  app: APP,
  type: "sidang-jfk",
  title: { id: "Sidang tim penilai JFK", en: "Session of the team" },
  tim: TIM_JFK,
  timBerlaku: async (tx) => timJfk(aturanTim(await deps.credit(tx).acuan(), tanggalWib(deps.clock.now()))),
  peran: { sekretariat: "sekretariat-jfk", anggota: "penilai-jfk" },
  namaSekretariat: { id: "Sekretariat Tim Penilai", en: "the team's secretariat" },
  usulkanKedudukan: true,
  hariPengingat: 1,
  formulir: "edupak/jadwal-sidang",
  pencetak: "print-berita-acara-jfk",
  pengumum: "announce-sidang-jfk",
  kop: LINGKUP_TIM,
  cetak: { jabatanFungsional: JABATAN, namaTim: "Tim Penilai" },
  kolomPutusan: [
    column("akLama", "AK lama", "Before"),
    column("akUsul", "AK usul", "Proposed"),
    column("akNilai", "AK dinilai", "Scored"),
    column("jumlah", "Jumlah AK", "Total", { summary: true }),
    column("hasil", "Hasil", "Result", { kind: "text" }),
  ],
  namaPutusan: {
    DITETAPKAN: { id: "Ditetapkan", en: "Set as scored" },
    DITUNDA: { id: "Ditunda ke sidang berikutnya", en: "Postponed to a later session" },
    DINILAI_ULANG: { id: "Dinilai ulang", en: "To be scored again" },
    DIKEMBALIKAN: { id: "Dikembalikan kepada pengusul", en: "Returned" },
  },
  nomorBeritaAcara: (tx, caseId) =>
    takeNumber(deps, tx, { dokumen: "jfk-berita-acara", key: `ba:${caseId}`, instansiId: null }),

  /** Those whose provisional scoring is over. */
  async agenda(tx) {
    const scoring = await deps.cases.list(tx, { app: APP, type: "dupak", status: "PENILAIAN_SEMENTARA" });
    const dupak = await deps.store(tx).dupakByCases(scoring.map(({ id }) => id));
    return { dupak: dupak.filter(({ penilaianSelesai }) => penilaianSelesai) };
  },

  dupak: (tx, caseIds) => deps.store(tx).dupakByCases(caseIds),

  async hasil(tx, dupakCaseId) {
    const { dupak, rows, aturan } = await dupakContext(deps, tx, dupakCaseId);
    const { jumlah, memenuhi, kebutuhan, penetapan } = hasilPenilaian(dupak, rows, aturan);
    const akUsul = tulisAk(jumlahAk(rows.map(diusulkan)));
    const nilai = { akLama: jumlah.lama, akUsul, akNilai: jumlah.baru, jumlah: jumlah.jumlah, hasil: penetapan };
    return { perorangan: dupak.perorangan, jumlah, memenuhi, kebutuhan, nilai };
  },

  async masukkan(tx, dupak, sidangId) {
    const moved = await moveDupak(deps, tx, await deps.cases.get(tx, dupak.caseId), "SIDANG");
    await deps.store(tx).saveDupak({ ...dupak, sidangId });
    return moved;
  },

  async keluarkan(tx, dupak) {
    await moveDupak(deps, tx, await deps.cases.get(tx, dupak.caseId), "PENILAIAN_SEMENTARA");
    await deps.store(tx).saveDupak({ ...dupak, sidangId: null });
  },

  async terapkan(tx, caseFile, dupak, { putusan, catatan }) {
    if (putusan === "DIKEMBALIKAN") return returnDupak(deps, tx, caseFile, dupak, catatan ?? "");
    const confirmed = putusan === "DITETAPKAN";
    const moved = await moveDupak(deps, tx, caseFile, confirmed ? "RESUME" : "PENILAIAN_SEMENTARA");
    await deps.store(tx).saveDupak({
      ...dupak,
      sidangId: confirmed ? dupak.sidangId : null,
      penilaianSelesai: putusan !== "DINILAI_ULANG",
    });
    const { reference } = moved;
    const title = { id: "Sidang tim penilai telah memutus", en: "The team has decided" };
    const body = confirmed
      ? { id: `${reference} disetujui sidang.`, en: `${reference} was confirmed.` }
      : { id: `${reference}: ${catatan ?? ""}`, en: `${reference}: ${catatan ?? ""}` };
    await tell(deps, tx, moved, "decided", toOwner(moved), title, body);
    return { keputusan: putusan, ...(await tenggatLangkah(deps, tx, confirmed ? "RESUME" : "NILAI")) };
  },
});
