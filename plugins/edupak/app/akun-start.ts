import type { Actor, CaseStart, UnitOfWork } from "../../../src/plugin-api/index.js";
import {
  badInput,
  bacaNip,
  masalah,
  namaLengkap,
  type Pegawai,
  refuse,
  tanggalWib,
  textOf,
} from "../../kepegawaian/plugin.js";
import { JENIS_AKUN, type JenisAkun } from "../domain/jenis-akun.js";
import { APP, type EdupakDeps, JABATAN } from "./edupak-deps.js";
import { recordAct } from "./record-act.js";
import { tenggatLangkah } from "./tenggat.js";

const ONLY = { id: "Hanya untuk Super Admin dan Admin Instansi", en: "For administrators only" };

const MAKERS = ["super-admin-jfk", "admin-instansi"];
const isMaker = ({ role }: Actor): boolean => MAKERS.includes(role?.role ?? "");
const may = ({ role }: Actor, { dibuatOleh }: JenisAkun): boolean => role?.role === dibuatOleh;
/** Kinds of account that someone makes in the present role. */
export const jenisAkunUntuk = (actor: Actor): readonly JenisAkun[] => JENIS_AKUN.filter((each) => may(actor, each));
const fault = (kolom: string, id: string, en: string) => badInput([masalah(kolom, id, en)], "data.");

/**
 * Menu "Akun e-DUPAK": makes an account from the personnel data, gives it a new code, closes it or opens it again. One
 * person has one account with several roles. Source: domain note 1.5.1 steps 1 and 3, 1.5.4, 1.5.5.
 */
export const akunStart = (deps: EdupakDeps): CaseStart => ({
  form: "edupak/akun",

  offered: (_tx, actor) => Promise.resolve(isMaker(actor) ? { ok: true } : { ok: false, hidden: true, reason: ONLY }),

  prefill: (_tx, actor) => Promise.resolve({ tindakan: "BUAT", pusat: actor.role?.role === "super-admin-jfk" }),

  async start(tx, actor, data) {
    if (!isMaker(actor)) throw refuse(ONLY.id, ONLY.en);
    const pegawai = await readPegawai(deps, tx, actor, textOf(data, "nip"));
    return textOf(data, "tindakan") === "BUAT"
      ? makeAccount(deps, tx, actor, pegawai, kindOf(actor, textOf(data, "jenis")))
      : changeAccount(deps, tx, actor, pegawai, textOf(data, "tindakan"), textOf(data, "alasan"));
  },
});

/** A person in the personnel data; the Admin Instansi reaches the own instansi only. */
const readPegawai = async (deps: EdupakDeps, tx: UnitOfWork, { role }: Actor, text: string): Promise<Pegawai> => {
  const nip = bacaNip(text, tanggalWib(deps.clock.now()));
  if (!nip.ok) throw fault("nip", nip.pesan.id, nip.pesan.en);
  const pegawai = await deps.people(tx).pegawaiByNip(nip.nip);
  if (pegawai === undefined || !pegawai.aktif) {
    throw fault(
      "nip",
      `NIP ${nip.nip} tidak ada dalam data kepegawaian. Perbaiki di SAPK; data dapat dipakai sehari setelahnya.`,
      `No employee ${nip.nip} in the personnel data. Correct it in SAPK; it can be used the day after.`,
    );
  }
  if (role?.role === "admin-instansi" && pegawai.instansiId !== role.scopeId) {
    throw fault("nip", `NIP ${nip.nip} bukan pegawai instansi Anda`, `${nip.nip} is not an employee of your agency`);
  }
  return pegawai;
};

const kindOf = (actor: Actor, jenis: string): JenisAkun => {
  const found = jenisAkunUntuk(actor).find((each) => each.jenis === jenis);
  if (found !== undefined) return found;
  const names = jenisAkunUntuk(actor).map(({ nama }) => nama);
  throw fault("jenis", `Pilih salah satu dari ${names.join(", ")}`, `Choose one of ${names.join(", ")}`);
};

const makeAccount = async (
  deps: EdupakDeps,
  tx: UnitOfWork,
  actor: Actor,
  pegawai: Pegawai,
  kind: JenisAkun,
): Promise<string> => {
  if (kind.jenis === "JFK" && pegawai.jabatan !== JABATAN) {
    throw fault(
      "nip",
      `Jabatan menurut SAPK adalah ${pegawai.jabatan}, bukan ${JABATAN}. Bila keliru, perbaiki di SAPK.`,
      `The position in SAPK is ${pegawai.jabatan}, not ${JABATAN}. If that is wrong, correct it in SAPK.`,
    );
  }
  const { penolakan, perbedaan } = await deps.keadaanSapk(tx, pegawai);
  if (penolakan !== null) throw fault("nip", penolakan.id, penolakan.en);
  const known = await deps.users.findByPerson(tx, pegawai.id);
  const account =
    known === undefined
      ? await deps.users.create(tx, {
          username: pegawai.nip,
          displayName: namaLengkap(pegawai),
          personId: pegawai.id,
          mail: pegawai.surel,
          showCodeTo: { userId: actor.userId },
        })
      : known;
  await deps.users.assign(tx, account.userId, {
    role: kind.role,
    scopeType: kind.diInstansi ? "instansi" : null,
    scopeId: kind.diInstansi ? pegawai.instansiId : null,
  });
  if (kind.akhiran !== null)
    await deps.users.addAlias(tx, account.userId, { name: `${pegawai.nip}${kind.akhiran}`, role: kind.role });
  const checksData = kind.jenis === "JFK";
  const username = (await deps.users.find(tx, account.userId))?.username ?? pegawai.nip;
  return openRecord(deps, tx, actor, pegawai, {
    title: `Akun ${kind.nama}`,
    jenis: kind.jenis,
    akunId: account.userId,
    ownerId: checksData ? account.userId : null,
    perbedaan: perbedaan.length === 0 ? null : perbedaan.map(({ id }) => id).join("; "),
    status: checksData ? "DIBUAT" : "AKTIF",
    variables: { periksa: checksData, pemilik: username, instansiId: pegawai.instansiId },
    story: { id: `membuat akun ${kind.nama}`, en: `made the account (${kind.role})` },
    reason: null,
  });
};

interface AccountRecord {
  readonly title: string;
  readonly jenis: string;
  readonly akunId: string;
  readonly ownerId: string | null;
  /** What differed from SAPK when the account was made. */
  readonly perbedaan?: string | null;
  readonly status: "DIBUAT" | "AKTIF" | "DIUBAH";
  readonly variables: Readonly<Record<string, unknown>>;
  readonly story: { readonly id: string; readonly en: string };
  readonly reason: string | null;
}

const openRecord = async (
  deps: EdupakDeps,
  tx: UnitOfWork,
  actor: Actor,
  pegawai: Pegawai,
  record: AccountRecord,
): Promise<string> => {
  const year = tanggalWib(deps.clock.now()).slice(0, 4);
  const number = await deps.numbers(tx).nextNumber(`akun-jfk:${year}`);
  const unit = await deps.people(tx).unitKerja(pegawai.unitKerjaId);
  const caseFile = await deps.cases.open(tx, {
    app: APP,
    type: "akun",
    reference: `AKUN-${year}-${String(number).padStart(4, "0")}`,
    title: record.title,
    ownerId: record.ownerId,
    subjectName: namaLengkap(pegawai),
    subjectNumber: pegawai.nip,
    unitName: unit?.nama ?? null,
    scopes: { instansi: pegawai.instansiId, pembuat: actor.userId },
    status: record.status,
    variables: { ...record.variables, ...(await tenggatLangkah(deps, tx, "PERBAIKI")) },
  });
  await deps.store(tx).saveAkun({
    caseId: caseFile.id,
    pegawaiId: pegawai.id,
    akunId: record.akunId,
    jenis: record.jenis,
    perbedaan: record.perbedaan ?? null,
  });
  if (record.status !== "DIBUAT") await deps.cases.setStatus(tx, caseFile, record.status, { closed: true });
  await recordAct(
    deps,
    tx,
    { actor, caseFile },
    { action: "akun.recorded", story: record.story, reason: record.reason },
  );
  return caseFile.id;
};

const CHANGES = {
  KODE_BARU: { title: "Kode aktivasi baru", story: { id: "membuat kode aktivasi baru", en: "made a new code" } },
  NONAKTIFKAN: { title: "Akun dinonaktifkan", story: { id: "menonaktifkan akun", en: "closed the account" } },
  AKTIFKAN: { title: "Akun diaktifkan", story: { id: "mengaktifkan kembali akun", en: "opened the account again" } },
} as const;

const changeAccount = async (
  deps: EdupakDeps,
  tx: UnitOfWork,
  actor: Actor,
  pegawai: Pegawai,
  tindakan: string,
  alasan: string,
): Promise<string> => {
  const known = await deps.users.findByPerson(tx, pegawai.id);
  if (known === undefined)
    throw fault("nip", `NIP ${pegawai.nip} belum mempunyai akun`, `${pegawai.nip} has no account`);
  if (known.userId === actor.userId)
    throw fault("nip", "Akun sendiri tidak dapat diubah di sini", "You cannot change your own account here");
  await requireOwnKind(deps, tx, actor, known.userId);
  const change = Object.entries(CHANGES).find(([key]) => key === tindakan);
  if (change === undefined) throw fault("tindakan", `Tindakan "${tindakan}" tidak dikenal`, `Unknown: "${tindakan}"`);
  if (tindakan === "KODE_BARU") await deps.users.renewActivation(tx, known.userId, { userId: actor.userId });
  else await deps.users.setActive(tx, known.userId, tindakan === "AKTIFKAN");
  return openRecord(deps, tx, actor, pegawai, {
    title: change[1].title,
    jenis: tindakan,
    akunId: known.userId,
    ownerId: null,
    status: "DIUBAH",
    variables: { periksa: false, pemilik: known.username, instansiId: pegawai.instansiId },
    story: change[1].story,
    reason: alasan === "" ? null : alasan,
  });
};

/** Nobody changes an account that holds a role which someone else gives. */
const requireOwnKind = async (deps: EdupakDeps, tx: UnitOfWork, actor: Actor, userId: string): Promise<void> => {
  const own = jenisAkunUntuk(actor).map(({ role }) => role);
  const other = (await deps.users.rolesOf(tx, userId)).find(({ role }) => !own.includes(role));
  if (other === undefined) return;
  throw refuse(
    `Akun ini juga memegang peran ${other.role}; hanya pemberi peran itu yang dapat mengubahnya`,
    `This account also holds the role ${other.role}; only those who give it may change the account`,
  );
};
