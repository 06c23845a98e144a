import type { Actor, CaseStart, Localised, UnitOfWork } from "../../../src/plugin-api/index.js";
import { rezimUntuk } from "../../angka-kredit/plugin.js";
import { badInput, masalah, namaMasa, refuse, tanggalWib, textOf } from "../../kepegawaian/plugin.js";
import { adalahBulan, akhirBulan, bulanAntara, bulanDari, geserBulan } from "../domain/bulan.js";
import type { Saldo } from "../domain/dupak.js";
import type { Perorangan } from "../domain/perorangan.js";
import { SELESAI } from "../domain/status-dupak.js";
import { penyetujuDari } from "./atasan.js";
import { monthsWithin } from "./dupak-context.js";
import { APP, type EdupakDeps } from "./edupak-deps.js";
import { NO_BALANCE, requireSaldo } from "./inventarisasi-start.js";
import { ONLY_JFK, requireJfk } from "./jfk.js";
import { tenggatLangkah } from "./tenggat.js";

/** A DUPAK of this person that is not over yet. */
const underWay = async (deps: EdupakDeps, tx: UnitOfWork, userId: string): Promise<string | undefined> => {
  const own = await deps.cases.list(tx, { app: APP, type: "dupak", ownerId: userId });
  return own.find(({ status }) => !SELESAI.includes(status))?.reference;
};

const busy = (reference: string): Localised => ({
  id: `DUPAK ${reference} masih diproses`,
  en: `DUPAK ${reference} is still under way`,
});

const NO_MONTH: Localised = {
  id: "Belum ada inventarisasi yang disetujui atasan langsung",
  en: "No month has been approved by your superior yet",
};

type Asker = Pick<Actor, "userId" | "personId">;

const saldoOf = (deps: EdupakDeps, tx: UnitOfWork, { personId }: Asker): Promise<Saldo | undefined> =>
  personId === null ? Promise.resolve(undefined) : deps.store(tx).saldo(personId);

/** Approved months that no DUPAK holds, in their order. */
const approvedMonths = async (deps: EdupakDeps, tx: UnitOfWork, { userId }: Asker): Promise<readonly string[]> => {
  const approved = await deps.cases.list(tx, {
    app: APP,
    type: "inventarisasi",
    ownerId: userId,
    status: "DISETUJUI_ATASAN",
  });
  const months = new Set(approved.map(({ id }) => id));
  return (await deps.store(tx).inventarisasiOf(userId))
    .filter(({ caseId }) => months.has(caseId))
    .map(({ bulan }) => bulan);
};

/** Months after the last PAK, over and of the conventional regime: the masa penilaian may end with any of them. */
export const akhirMasaTersedia = async (deps: EdupakDeps, tx: UnitOfWork, actor: Asker): Promise<readonly string[]> => {
  const saldo = await saldoOf(deps, tx, actor);
  if (saldo === undefined) return [];
  const last = geserBulan(bulanDari(tanggalWib(deps.clock.now())), -1);
  return bulanAntara(geserBulan(saldo.masaSelesai, 1), last).filter(
    (bulan) => rezimUntuk(akhirBulan(bulan)) === "KONVENSIONAL",
  );
};

/** Menu "Usul DUPAK": opens the case file of one masa penilaian. Source: domain note 1.5.1 step 10, 2.4 (masa penilaian). */
export const dupakStart = (deps: EdupakDeps): CaseStart => ({
  form: "edupak/mulai-dupak",

  async offered(tx, actor) {
    if (actor.role?.role !== "jfk") return { ok: false, hidden: true, reason: ONLY_JFK };
    const reference = await underWay(deps, tx, actor.userId);
    if (reference !== undefined) return { ok: false, reason: busy(reference) };
    if ((await saldoOf(deps, tx, actor)) === undefined) return { ok: false, reason: NO_BALANCE };
    return (await approvedMonths(deps, tx, actor)).length > 0 ? { ok: true } : { ok: false, reason: NO_MONTH };
  },

  async prefill(tx, actor) {
    const saldo = await saldoOf(deps, tx, actor);
    if (saldo === undefined) return {};
    const masaMulai = geserBulan(saldo.masaSelesai, 1);
    const offered = await akhirMasaTersedia(deps, tx, actor);
    const last = (await approvedMonths(deps, tx, actor)).findLast((bulan) => offered.includes(bulan));
    return {
      pakTerakhir: saldo.nomor,
      masaMulai: namaMasa({ masaMulai, masaSelesai: masaMulai }),
      ...(last === undefined ? {} : { masaSelesai: last }),
    };
  },

  async start(tx, actor, data) {
    const perorangan = await requireJfk(deps, tx, actor);
    const reference = await underWay(deps, tx, actor.userId);
    if (reference !== undefined) throw refuse(busy(reference).id, busy(reference).en);
    const saldo = await requireSaldo(deps, tx, perorangan.pegawaiId);
    const masaSelesai = readEnd(deps, saldo, textOf(data, "masaSelesai"));
    return openDupak(deps, tx, actor, perorangan, saldo, masaSelesai);
  },
});

const readEnd = ({ clock }: EdupakDeps, { masaSelesai: before, nomor }: Saldo, bulan: string): string => {
  const fault = (id: string, en: string) => badInput([masalah("masaSelesai", id, en)], "data.");
  if (!adalahBulan(bulan)) throw fault(`Bulan "${bulan}" harus seperti 2021-06`, "Expected a month such as 2021-06");
  if (bulan <= before) {
    const nama = namaMasa({ masaMulai: bulan, masaSelesai: bulan });
    throw fault(`${nama} sudah dinilai dalam PAK ${nomor}`, `${bulan} has been assessed in PAK ${nomor}`);
  }
  if (rezimUntuk(akhirBulan(bulan)) !== "KONVENSIONAL") {
    throw fault(
      "Masa penilaian sejak 2023 memakai konversi predikat kinerja, bukan DUPAK",
      "Periods from 2023 use the conversion of performance predicates, not DUPAK",
    );
  }
  if (bulan >= bulanDari(tanggalWib(clock.now())))
    throw fault("Masa penilaian belum berakhir", "The period has not ended yet");
  return bulan;
};

const openDupak = async (
  deps: EdupakDeps,
  tx: UnitOfWork,
  actor: Actor,
  perorangan: Perorangan,
  saldo: Saldo,
  masaSelesai: string,
): Promise<string> => {
  const masa = { pemilikId: actor.userId, masaMulai: geserBulan(saldo.masaSelesai, 1), masaSelesai };
  const approved = (await monthsWithin(deps, tx, masa)).filter(
    ({ caseFile }) => caseFile.status === "DISETUJUI_ATASAN",
  );
  if (approved.length === 0) {
    throw refuse(
      `Belum ada inventarisasi yang disetujui atasan dalam masa ${namaMasa(masa)}`,
      `No month from ${masa.masaMulai} to ${masaSelesai} has been approved yet`,
    );
  }
  const { atasan, pejabat } = await penyetujuDari(deps, tx, perorangan.pegawaiId);
  const year = tanggalWib(deps.clock.now()).slice(0, 4);
  const number = await deps.numbers(tx).nextNumber(`dupak-jfk:${year}`);
  const caseFile = await deps.cases.open(tx, {
    app: APP,
    type: "dupak",
    reference: `DUPAK-JFK-${year}-${String(number).padStart(4, "0")}`,
    title: `DUPAK ${namaMasa(masa)}`,
    ownerId: actor.userId,
    subjectName: perorangan.nama,
    subjectNumber: perorangan.nip,
    unitName: perorangan.unitKerja,
    scopes: { instansi: perorangan.instansiId, atasan: atasan.userId, pejabat: pejabat.userId },
    status: "DRAF",
    variables: {
      pemilik: actor.username,
      atasan: atasan.username,
      pejabat: pejabat.username,
      ...(await tenggatLangkah(deps, tx, "ISI")),
    },
  });
  await deps.store(tx).saveDupak({
    ...masa,
    id: deps.ids.next(),
    caseId: caseFile.id,
    perorangan,
    lama: saldo.perKelompok,
    nomorPakLama: saldo.nomor,
    lampiran: {},
    atasanId: null,
    pejabatId: null,
    atasan: null,
    pejabat: null,
    catatanPengembalian: null,
    catatanPengusul: null,
    kirimKe: 0,
    nomorSuratUsul: null,
    penilaianSelesai: false,
    penilaiId: null,
    catatanPenilai: null,
    sidangId: null,
    resumeKe: 0,
    rekomendasi: null,
    catatanKetua: null,
    penetapan: null,
    tanggalPenetapan: null,
    pakId: null,
    dibatalkan: false,
  });
  return caseFile.id;
};
