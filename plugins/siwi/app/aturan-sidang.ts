import { type SheetColumn, sheetColumn } from "../../../src/plugin-api/index.js";
import { jumlahAk, NOL, tulisAk } from "../../angka-kredit/plugin.js";
import { officialNumber, tanggalWib } from "../../kepegawaian/plugin.js";
import type { AturanSidang } from "../../penilaian/plugin.js";
import type { Dupak } from "../domain/dupak.js";
import { ditetapkan, hasilPenilaian } from "../domain/hasil.js";
import { TPP } from "../domain/tim-penilai-pusat.js";
import { LINGKUP_TPP } from "./acuan-cetak.js";
import { dupakContext, moveDupak } from "./dupak-context.js";
import { tell, toOwner, toTpiSecretariat } from "./notices.js";
import { APP, type SiwiDeps } from "./siwi-deps.js";
import { tenggatLangkah } from "./tenggat.js";

const column = (key: string, id: string, en: string, more?: Partial<SheetColumn>): SheetColumn =>
  sheetColumn(key, { id, en }, "decimal", { scale: 3, ...more });

/** How TPP holds its sessions: by period. Source: domain note 1.3.4, 1.3.6, 3.7. */
export const aturanSidang = (deps: SiwiDeps): AturanSidang<Dupak> => ({
  app: APP,
  type: "sidang",
  title: { id: "Sidang TPP", en: "Session of the central team" },
  tim: TPP,
  timBerlaku: () => Promise.resolve(TPP),
  peran: { sekretariat: "sekretariat-tpp", anggota: "tpp" },
  namaSekretariat: { id: "Sekretariat TPP", en: "the central secretariat" },
  usulkanKedudukan: false,
  hariPengingat: 7,
  formulir: "siwi/jadwal-sidang",
  pencetak: "print-berita-acara",
  pengumum: "announce-sidang",
  kop: LINGKUP_TPP,
  kolomPutusan: [
    column("akUsul", "AK usul", "Proposed"),
    column("akTpi", "AK TPI", "Agency"),
    column("akTpp", "AK TPP", "Central", { summary: true }),
  ],
  namaPutusan: {
    DITETAPKAN: { id: "Ditetapkan", en: "Confirmed" },
    DITUNDA: { id: "Ditunda ke sidang berikutnya", en: "Postponed to a later session" },
    DINILAI_ULANG: { id: "Dinilai ulang", en: "To be scored again" },
    DIKEMBALIKAN: { id: "Dikembalikan", en: "Returned" },
  },

  async nomorBeritaAcara(tx) {
    const year = tanggalWib(deps.clock.now()).slice(0, 4);
    return officialNumber(deps, tx, "berita-acara", await deps.numbers(tx).nextNumber(`berita-acara:${year}`));
  },

  /** Those that TPP has scored, of the oldest period that has any. */
  async agenda(tx) {
    const store = deps.store(tx);
    const scored = await deps.cases.list(tx, { app: APP, type: "dupak", status: "DINILAI_TPP" });
    const all = await store.dupakByCases(scored.map(({ id }) => id));
    const periode = (await store.periodes()).find(({ id }) => all.some(({ periodeId }) => periodeId === id));
    return periode === undefined
      ? { dupak: [] }
      : { periode, dupak: all.filter(({ periodeId }) => periodeId === periode.id) };
  },

  dupak: (tx, caseIds) => deps.store(tx).dupakByCases(caseIds),

  async hasil(tx, dupakCaseId) {
    const { dupak, rows, aturan } = await dupakContext(deps, tx, dupakCaseId);
    const { jumlah, memenuhi, kebutuhan } = hasilPenilaian(dupak, rows, aturan);
    const nilai = {
      akUsul: tulisAk(jumlahAk(rows.map(({ hitung }) => hitung.angkaKredit))),
      akTpi: dupak.jalur === "TPI" ? tulisAk(jumlahAk(rows.map(({ row }) => row.nilaiTpi ?? NOL))) : null,
      akTpp: tulisAk(jumlahAk(rows.map(ditetapkan))),
    };
    return { perorangan: dupak.perorangan, jumlah, memenuhi, kebutuhan, nilai };
  },

  async masukkan(tx, dupak, sidangId) {
    const moved = await moveDupak(deps, tx, await deps.cases.get(tx, dupak.caseId), "SIDANG");
    await deps.store(tx).saveDupak({ ...dupak, sidangId });
    return moved;
  },

  async keluarkan(tx, dupak) {
    await moveDupak(deps, tx, await deps.cases.get(tx, dupak.caseId), "DINILAI_TPP");
    await deps.store(tx).saveDupak({ ...dupak, sidangId: null });
  },

  /** One that was confirmed waits for its documents. Without an instansi between, TPP returns it to the widyaiswara. */
  async terapkan(tx, caseFile, dupak, { putusan, catatan }) {
    const { reference } = caseFile;
    const decided = { id: "Sidang TPP telah memutus", en: "The central team has decided" };
    await tell(deps, tx, caseFile, "decided", toOwner(caseFile), decided, {
      id: `Putusan ${reference} sedang disiapkan.`,
      en: `The result of ${reference} is being prepared.`,
    });
    const store = deps.store(tx);
    if (putusan === "DITUNDA" || putusan === "DINILAI_ULANG") {
      await moveDupak(deps, tx, caseFile, putusan === "DITUNDA" ? "DINILAI_TPP" : "DITERIMA_TPP");
      await store.saveDupak({ ...dupak, sidangId: null });
    }
    if (putusan !== "DIKEMBALIKAN") return { keputusan: putusan, ...(await tenggatLangkah(deps, tx, "nilai")) };
    const direct = dupak.jalur === "LANGSUNG_TPP";
    const returned = await moveDupak(deps, tx, caseFile, direct ? "DIKEMBALIKAN" : "DIKEMBALIKAN_TPP");
    await store.saveDupak({
      ...dupak,
      sidangId: null,
      pengajuanId: null,
      siapDinilaiTpp: false,
      catatanPengembalian: catatan,
    });
    const to = direct ? toOwner(returned) : [...toOwner(returned), toTpiSecretariat(dupak.perorangan.instansiId)];
    const title = { id: "DUPAK dikembalikan sidang TPP", en: "DUPAK returned by the session" };
    const body = `${reference}: ${catatan ?? ""}`;
    await tell(deps, tx, returned, "returned-sidang", to, title, { id: body, en: body });
    return { keputusan: "KEMBALIKAN", ...(await tenggatLangkah(deps, tx, "perbaiki")) };
  },
});
