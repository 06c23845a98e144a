import type { Actor, CaseStart, FieldChange, UnitOfWork } from "../../../src/plugin-api/index.js";
import { type Ak, ak, AK_TERBESAR, tulisAk } from "../../angka-kredit/plugin.js";
import {
  badInput,
  dateOf,
  fileOf,
  type FormData,
  type Masalah,
  masalah,
  namaMasa,
  refuse,
  tanggalWib,
  textOf,
  tulisTanggal,
} from "../../kepegawaian/plugin.js";
import { adalahBulan, bulanAntara, bulanDari, geserBulan } from "../domain/bulan.js";
import { KELOMPOK_PAK, namaKelompok, type PerKelompok } from "../domain/kelompok-pak.js";
import type { Perorangan } from "../domain/perorangan.js";
import { APP, type EdupakDeps } from "./edupak-deps.js";
import { readJfk } from "./jfk.js";
import { recordAct } from "./record-act.js";

const ONLY = { id: "Hanya untuk Admin Instansi", en: "For agencies' administrators only" };

/**
 * Menu "PAK terakhir": the Admin Instansi types what the last PAK of a JFK says, with the PAK as evidence; it is the column
 * "lama" of the next DUPAK. Source: domain note 1.5.1 step 4, 1.5.2.
 */
export const pakTerakhirStart = (deps: EdupakDeps): CaseStart => ({
  form: "edupak/pak-terakhir",

  offered: (_tx, { role }) =>
    Promise.resolve(role?.role === "admin-instansi" ? { ok: true } : { ok: false, hidden: true, reason: ONLY }),

  async start(tx, actor, data) {
    if (actor.role?.role !== "admin-instansi") throw refuse(ONLY.id, ONLY.en);
    const person = await readPerson(deps, tx, actor, textOf(data, "nip"));
    await requireUnused(deps, tx, person);
    return keep(deps, tx, actor, person, data);
  },
});

/** Oldest month that a last PAK may end with: the position's rules of 2006. Source: domain note 2.6. */
const BULAN_PAK_TERTUA = "2007-01";

/** Months with which a last PAK may end, newest first. */
export const bulanPak = ({ clock }: EdupakDeps): readonly string[] =>
  bulanAntara(BULAN_PAK_TERTUA, geserBulan(bulanDari(tanggalWib(clock.now())), -1)).toReversed();

const fault = (kolom: string, id: string, en: string) => badInput([masalah(kolom, id, en)], "data.");

const readPerson = async (deps: EdupakDeps, tx: UnitOfWork, { role }: Actor, text: string): Promise<Perorangan> => {
  const nip = text.replaceAll(/\s/g, "");
  const pegawai = await deps.people(tx).pegawaiByNip(nip);
  if (pegawai === undefined || pegawai.instansiId !== role?.scopeId)
    throw fault("nip", `NIP ${nip} bukan pegawai instansi Anda`, `${nip} is not an employee of your agency`);
  const person = await readJfk(deps, tx, pegawai.id);
  if (person === undefined)
    throw fault("nip", `NIP ${nip} bukan Analis Kepegawaian menurut SAPK`, `${nip} is no JFK in SAPK`);
  return person;
};

/** A typed balance may be replaced until something rests on it. */
const requireUnused = async (deps: EdupakDeps, tx: UnitOfWork, { pegawaiId, nama }: Perorangan): Promise<void> => {
  const store = deps.store(tx);
  const saldo = await store.saldo(pegawaiId);
  if (saldo === undefined) return;
  const account = await deps.users.findByPerson(tx, pegawaiId);
  const used = account === undefined ? [] : await store.inventarisasiOf(account.userId);
  if (saldo.dupakId !== null || used.length > 0) {
    throw refuse(
      `PAK terakhir ${nama} (${saldo.nomor}) sudah dipakai dan tidak dapat diganti`,
      `The last PAK of ${nama} (${saldo.nomor}) is in use and cannot be replaced`,
    );
  }
  await store.removeSaldo(saldo.id);
};

const readAmounts = (data: FormData): PerKelompok => {
  const faults: Masalah[] = [];
  const amounts = KELOMPOK_PAK.map((kelompok): readonly [string, Ak] => {
    const key = `ak${kelompok}`;
    const typed = textOf(data, key) || "0";
    const value = Math.round(Number(typed) * 1000);
    if (Number.isSafeInteger(value) && value >= 0 && value <= AK_TERBESAR) return [kelompok, ak(value)];
    const most = AK_TERBESAR / 1000;
    const id = `${namaKelompok(kelompok)} harus antara 0 dan ${most}, tetapi tertulis "${typed}"`;
    faults.push(masalah(key, id, `Expected credit from 0 to ${most}, but got "${typed}"`));
    return [kelompok, ak(0)];
  });
  if (faults.length > 0) throw badInput(faults, "data.");
  return Object.fromEntries(amounts) as PerKelompok;
};

const keep = async (
  deps: EdupakDeps,
  tx: UnitOfWork,
  actor: Actor,
  person: Perorangan,
  data: FormData,
): Promise<string> => {
  const today = tanggalWib(deps.clock.now());
  const masaSelesai = textOf(data, "masaSelesai");
  if (!adalahBulan(masaSelesai) || masaSelesai > bulanDari(today))
    throw fault("masaSelesai", `Bulan "${masaSelesai}" harus seperti 2020-12 dan sudah lewat`, "Expected a past month");
  const tanggal = dateOf(data, "tanggal");
  if (tanggal > today)
    throw fault("tanggal", `Tanggal PAK ${tulisTanggal(tanggal)} belum tiba`, `${tanggal} has not come yet`);
  const perKelompok = readAmounts(data);
  const nomor = textOf(data, "nomor");
  await deps.store(tx).addSaldo({
    id: deps.ids.next(),
    pegawaiId: person.pegawaiId,
    nomor,
    tanggal,
    masaSelesai,
    perKelompok,
    dupakId: null,
  });
  const account = await deps.users.findByPerson(tx, person.pegawaiId);
  const number = await deps.numbers(tx).nextNumber(`pak-terakhir:${today.slice(0, 4)}`);
  const caseFile = await deps.cases.open(tx, {
    app: APP,
    type: "pak-terakhir",
    reference: `PAKAWAL-${today.slice(0, 4)}-${String(number).padStart(4, "0")}`,
    title: `PAK terakhir ${nomor} sampai ${namaMasa({ masaMulai: masaSelesai, masaSelesai })}`,
    ownerId: account?.userId ?? null,
    subjectName: person.nama,
    subjectNumber: person.nip,
    unitName: person.unitKerja,
    scopes: { instansi: person.instansiId },
    status: "DICATAT",
    variables: {},
  });
  const file = fileOf(data, "berkasPak");
  if (file !== undefined)
    await deps.files.claim(tx, { fileId: file.id, caseId: caseFile.id, place: "pak-terakhir", userId: actor.userId });
  await deps.cases.setStatus(tx, caseFile, "DICATAT", { closed: true });
  await recordAct(
    deps,
    tx,
    { actor, caseFile },
    {
      action: "pak-terakhir.recorded",
      story: { id: `mencatat PAK terakhir nomor ${nomor}`, en: `recorded the last PAK ${nomor}` },
      changes: KELOMPOK_PAK.map((kelompok): FieldChange => ({
        field: kelompok,
        label: namaKelompok(kelompok),
        from: null,
        to: tulisAk(perKelompok[kelompok]).replace(".", ","),
      })),
    },
  );
  return caseFile.id;
};
