import type { Actor, CaseStart, Localised, UnitOfWork } from "../../../src/plugin-api/index.js";
import { rezimUntuk } from "../../angka-kredit/plugin.js";
import { badInput, masalah, namaMasa, refuse, tanggalWib, textOf } from "../../kepegawaian/plugin.js";
import { adalahBulan, akhirBulan, bulanAntara, bulanDari, geserBulan } from "../domain/bulan.js";
import type { Saldo } from "../domain/dupak.js";
import type { Perorangan } from "../domain/perorangan.js";
import { DI_PEMILIK, SELESAI } from "../domain/status-dupak.js";
import { penyetujuDari } from "./atasan.js";
import { APP, type EdupakDeps } from "./edupak-deps.js";
import { ONLY_JFK, requireJfk } from "./jfk.js";
import { tenggatLangkah } from "./tenggat.js";

/** Months offered at most: further back a JFK types the month's balance through the Admin Instansi. */
const MOST_MONTHS = 60;

export const NO_BALANCE: Localised = {
  id: "PAK terakhir Anda belum diisi. Hubungi Admin Instansi.",
  en: "Your last PAK has not been entered. Ask the agency's administrator.",
};

/** The newest balance of a JFK. @throws {AppError} INVALID_STATE when none was entered. Source: domain note 1.5.1 step 4. */
export const requireSaldo = async (deps: EdupakDeps, tx: UnitOfWork, pegawaiId: string): Promise<Saldo> => {
  const saldo = await deps.store(tx).saldo(pegawaiId);
  if (saldo === undefined) throw refuse(NO_BALANCE.id, NO_BALANCE.en);
  return saldo;
};

/** Months of the conventional regime after the last PAK, up to this one, that have no inventarisasi yet. */
export const bulanTersedia = async (
  deps: EdupakDeps,
  tx: UnitOfWork,
  actor: Pick<Actor, "userId" | "personId">,
): Promise<readonly string[]> => {
  const saldo = actor.personId === null ? undefined : await deps.store(tx).saldo(actor.personId);
  if (saldo === undefined) return [];
  const taken = new Set((await deps.store(tx).inventarisasiOf(actor.userId)).map(({ bulan }) => bulan));
  const now = bulanDari(tanggalWib(deps.clock.now()));
  return bulanAntara(geserBulan(saldo.masaSelesai, 1), now)
    .filter((bulan) => rezimUntuk(akhirBulan(bulan)) === "KONVENSIONAL" && !taken.has(bulan))
    .slice(0, MOST_MONTHS);
};

/** Menu "Inventarisasi bulanan": opens the case file of one month. Source: domain note 1.5.1 step 7. */
export const inventarisasiStart = (deps: EdupakDeps): CaseStart => ({
  form: "edupak/mulai-inventarisasi",

  async offered(tx, actor) {
    if (actor.role?.role !== "jfk") return { ok: false, hidden: true, reason: ONLY_JFK };
    const saldo = actor.personId === null ? undefined : await deps.store(tx).saldo(actor.personId);
    if (saldo === undefined) return { ok: false, reason: NO_BALANCE };
    if ((await bulanTersedia(deps, tx, actor)).length > 0) return { ok: true };
    const id = "Semua bulan yang dapat diisi sudah mempunyai inventarisasi";
    return { ok: false, reason: { id, en: "Every month that can be filled has an inventarisasi already" } };
  },

  async prefill(tx, actor) {
    const [first] = await bulanTersedia(deps, tx, actor);
    return first === undefined ? {} : { bulan: first };
  },

  async start(tx, actor, data) {
    const perorangan = await requireJfk(deps, tx, actor);
    const saldo = await requireSaldo(deps, tx, perorangan.pegawaiId);
    const bulan = textOf(data, "bulan");
    await requireFreeMonth(deps, tx, actor, bulan, saldo);
    return openMonth(deps, tx, actor, perorangan, bulan);
  },
});

const fault = (id: string, en: string) => badInput([masalah("bulan", id, en)], "data.");

const requireFreeMonth = async (
  deps: EdupakDeps,
  tx: UnitOfWork,
  actor: Actor,
  bulan: string,
  { masaSelesai, nomor }: Saldo,
): Promise<void> => {
  if (!adalahBulan(bulan)) throw fault(`Bulan "${bulan}" harus seperti 2021-03`, `Expected a month such as 2021-03`);
  const nama = namaMasa({ masaMulai: bulan, masaSelesai: bulan });
  if (bulan <= masaSelesai)
    throw fault(`${nama} sudah dinilai dalam PAK ${nomor}`, `${bulan} has been assessed in PAK ${nomor}`);
  if (rezimUntuk(akhirBulan(bulan)) !== "KONVENSIONAL") {
    throw fault(
      `${nama} memakai konversi predikat kinerja (PermenPANRB 1/2023), bukan inventarisasi`,
      `${bulan} uses the conversion of performance predicates, not an inventarisasi`,
    );
  }
  if (bulan > bulanDari(tanggalWib(deps.clock.now()))) throw fault(`${nama} belum tiba`, `${bulan} has not come yet`);
  const own = await deps.store(tx).inventarisasiOf(actor.userId);
  if (own.some((each) => each.bulan === bulan))
    throw fault(`Inventarisasi ${nama} sudah ada`, `There is an inventarisasi of ${bulan} already`);
  const sent = await sentDupakWith(deps, tx, actor, bulan);
  if (sent !== undefined)
    throw fault(
      `${nama} termasuk DUPAK ${sent} yang sudah dikirim`,
      `${bulan} is part of DUPAK ${sent}, which was sent`,
    );
};

/** Reference of a DUPAK on its way whose masa penilaian holds the month. */
const sentDupakWith = async (
  deps: EdupakDeps,
  tx: UnitOfWork,
  { userId }: Actor,
  bulan: string,
): Promise<string | undefined> => {
  const own = await deps.store(tx).dupakOf(userId);
  const holding = own.find(
    ({ dibatalkan, masaMulai, masaSelesai }) => !dibatalkan && masaMulai <= bulan && bulan <= masaSelesai,
  );
  const caseFile = holding === undefined ? undefined : await deps.cases.get(tx, holding.caseId);
  return caseFile === undefined || DI_PEMILIK.includes(caseFile.status) || SELESAI.includes(caseFile.status)
    ? undefined
    : caseFile.reference;
};

/** Opens the case file of a month. @returns its id. @throws {AppError} INVALID_STATE while no superior is set. */
export const openMonth = async (
  deps: EdupakDeps,
  tx: UnitOfWork,
  actor: Actor,
  perorangan: Perorangan,
  bulan: string,
): Promise<string> => {
  const { atasan } = await penyetujuDari(deps, tx, perorangan.pegawaiId);
  const number = await deps.numbers(tx).nextNumber(`inventarisasi:${bulan}`);
  const caseFile = await deps.cases.open(tx, {
    app: APP,
    type: "inventarisasi",
    reference: `INV-${bulan}-${String(number).padStart(4, "0")}`,
    title: `Inventarisasi ${namaMasa({ masaMulai: bulan, masaSelesai: bulan })}`,
    ownerId: actor.userId,
    subjectName: perorangan.nama,
    subjectNumber: perorangan.nip,
    unitName: perorangan.unitKerja,
    scopes: { instansi: perorangan.instansiId, atasan: atasan.userId },
    status: "DRAF",
    variables: { pemilik: actor.username, atasan: atasan.username, ...(await tenggatLangkah(deps, tx, "ISI")) },
  });
  await deps.store(tx).saveInventarisasi({
    id: deps.ids.next(),
    caseId: caseFile.id,
    pemilikId: actor.userId,
    bulan,
    perorangan,
    atasanId: null,
    catatanPengembalian: null,
    kirimKe: 0,
    dupakId: null,
    dibatalkan: false,
  });
  return caseFile.id;
};
