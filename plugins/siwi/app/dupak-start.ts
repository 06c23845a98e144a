import type { Actor, CaseStart, UnitOfWork } from "../../../src/plugin-api/index.js";
import { NOL, rezimUntuk } from "../../angka-kredit/plugin.js";
import { tanggalWib, tulisTanggal } from "../../kepegawaian/plugin.js";
import type { Dupak, PerUnsur } from "../domain/dupak.js";
import { jalurUntuk, namaJalur } from "../domain/jalur.js";
import { type Periode, sedangBuka } from "../domain/periode.js";
import { readWidyaiswara, type Widyaiswara } from "./perorangan.js";
import { refuse } from "./refusals.js";
import { APP, type SiwiDeps } from "./siwi-deps.js";
import { hasilTerakhir } from "./siwi-store.js";
import { tenggatTutup } from "./tenggat.js";

type No = {
  readonly ok: false;
  readonly hidden?: boolean;
  readonly reason: { readonly id: string; readonly en: string };
};
interface Yes {
  readonly ok: true;
  readonly periode: Periode;
  readonly widyaiswara: Widyaiswara;
  readonly lama: PerUnsur | null;
}

const no = (id: string, en: string, hidden = false): No => ({ ok: false, hidden, reason: { id, en } });
const NOTHING: PerUnsur = { P: NOL, T: NOL, E: NOL, PP: NOL, PN: NOL };

/** Whether this person may open a DUPAK now, for which period, and with which opening balance. */
const check = async (deps: SiwiDeps, tx: UnitOfWork, actor: Actor): Promise<Yes | No> => {
  if (actor.role?.role !== "widyaiswara") return no("Hanya untuk widyaiswara", "For widyaiswara only", true);
  const widyaiswara = await readWidyaiswara(deps, tx, actor.personId);
  if (widyaiswara === undefined)
    return no("Akun ini tidak terhubung dengan data widyaiswara", "This account is no widyaiswara");
  if (widyaiswara.perorangan.niwn === null) {
    return no(
      "Anda belum memiliki NIWN. Ajukan melalui lembaga pelatihan Anda.",
      "You have no NIWN yet. Ask your training agency.",
    );
  }
  const { nonaktifSejak } = widyaiswara;
  if (nonaktifSejak !== null)
    return no(`NIWN Anda nonaktif sejak ${nonaktifSejak}`, `Your NIWN has been out of use since ${nonaktifSejak}`);
  const own = await deps.store(tx).dupakOf(actor.userId);
  const today = tanggalWib(deps.clock.now());
  const open = (await deps.store(tx).periodes()).filter((periode) => sedangBuka(periode, today));
  if (open.length === 0) return no("Tidak ada masa penilaian yang dibuka saat ini", "No period is open now");
  const usable = open.filter(({ masaSelesai }) => rezimUntuk(masaSelesai) === "KONVENSIONAL");
  if (usable.length === 0) {
    return no(
      "Masa penilaian sejak 2023 memakai konversi predikat kinerja, bukan DUPAK",
      "Periods from 2023 use conversion, not DUPAK",
    );
  }
  const periode = usable.find(({ id }) => own.every(({ periodeId }) => periodeId !== id));
  if (periode === undefined)
    return no("DUPAK Anda untuk masa penilaian ini sudah ada", "You have a DUPAK for this period already");
  return { ok: true, periode, widyaiswara, lama: hasilTerakhir(own) };
};

/** Menu "Ajukan DUPAK": opens the case file, locked until the questionnaire is finished. Source: domain note 1.3.1. */
export const dupakStart = (deps: SiwiDeps): CaseStart => ({
  form: "siwi/mulai-dupak",
  offered: (tx, actor) => check(deps, tx, actor),

  async prefill(tx, actor) {
    const answer = await check(deps, tx, actor);
    if (!answer.ok) return {};
    const { periode, widyaiswara } = answer;
    const jalur = jalurUntuk(widyaiswara.perorangan.golongan, widyaiswara.punyaTpi);
    return { masaPenilaian: periode.nama, jalur: namaJalur(jalur), batasKirim: tulisTanggal(periode.tutup) };
  },

  async start(tx, actor) {
    const answer = await check(deps, tx, actor);
    if (!answer.ok) throw refuse(answer.reason.id, answer.reason.en);
    return openDupak(deps, tx, actor, answer);
  },
});

const openDupak = async (
  deps: SiwiDeps,
  tx: UnitOfWork,
  actor: Actor,
  { periode, widyaiswara, lama }: Yes,
): Promise<string> => {
  const store = deps.store(tx);
  const { perorangan } = widyaiswara;
  const jalur = jalurUntuk(perorangan.golongan, widyaiswara.punyaTpi);
  const year = tanggalWib(deps.clock.now()).slice(0, 4);
  const number = await deps.numbers(tx).nextNumber(`dupak:${year}`);
  const caseFile = await deps.cases.open(tx, {
    app: APP,
    type: "dupak",
    reference: `DUPAK-${year}-${String(number).padStart(4, "0")}`,
    title: `DUPAK ${periode.nama}`,
    ownerId: actor.userId,
    subjectName: perorangan.nama,
    subjectNumber: perorangan.nip,
    unitName: perorangan.unitKerja,
    scopes: { instansi: perorangan.instansiId },
    status: "TERKUNCI_KUESIONER",
    variables: { pemilik: actor.username, instansiId: perorangan.instansiId, jalur, ...tenggatTutup(periode.tutup) },
  });
  const dupak: Dupak = {
    id: deps.ids.next(),
    caseId: caseFile.id,
    periodeId: periode.id,
    pemilikId: actor.userId,
    jalur,
    perorangan,
    lama: lama ?? NOTHING,
    lamaTerkunci: lama !== null,
    prasyarat: {},
    monevSelesai: false,
    bagianManual: false,
    catatanPengembalian: null,
    pernahDikirim: false,
    siapDinilaiTpp: false,
    pengajuanId: null,
    sidangId: null,
    hasil: null,
  };
  await store.saveDupak(dupak);
  return caseFile.id;
};
