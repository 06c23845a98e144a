import type { DemoAccounts, UnitOfWork } from "../../../src/plugin-api/index.js";
import { bacaAk } from "../../angka-kredit/plugin.js";
import { type Instansi, namaLengkap, type Pegawai, type UnitKerja } from "../../kepegawaian/plugin.js";
import { JENIS_AKUN } from "../domain/jenis-akun.js";
import type { PerKelompok } from "../domain/kelompok-pak.js";
import { DEMO_INSTANSI, DEMO_UNITS, demoPegawai } from "./demo-people.js";
import { seedDemoMonth } from "./demo-month.js";
import { seedDemoPrinting } from "./demo-printing.js";
import type { EdupakDeps } from "./edupak-deps.js";

/** Where the demo keeps its people. */
export interface DemoPeople {
  saveInstansi(instansi: Instansi): Promise<void>;
  saveUnitKerja(unit: UnitKerja): Promise<void>;
  savePegawai(pegawai: Pegawai): Promise<void>;
}

interface DemoUser {
  readonly username: string;
  readonly personId: string;
  readonly role: string;
  readonly instansi?: string;
}

const TIRTA = "instansi-tirta-mulya";
const KARANG = "instansi-karang-indah";
const jfk = (number: number): DemoUser => ({
  username: `jfk${number}`,
  personId: `pegawai-jfk${number}`,
  role: "jfk",
});

/** The fifth JFK has no account yet: the Admin Instansi makes one. */
const USERS: readonly DemoUser[] = [
  { username: "super-admin-jfk", personId: "pegawai-pusbin-jfk", role: "super-admin-jfk" },
  { username: "admin-tirta-mulya", personId: "pegawai-admin-tirta", role: "admin-instansi", instansi: TIRTA },
  { username: "admin-karang-indah", personId: "pegawai-admin-karang", role: "admin-instansi", instansi: KARANG },
  ...[1, 2, 3, 4].map(jfk),
  { username: "atasan-jfk", personId: "pegawai-atasan-jfk", role: "atasan-jfk", instansi: TIRTA },
  { username: "atasan-jfk2", personId: "pegawai-atasan-jfk2", role: "atasan-jfk", instansi: TIRTA },
  { username: "pejabat-jfk", personId: "pegawai-pejabat-jfk", role: "pejabat-pengusul", instansi: TIRTA },
  { username: "atasan-karang-indah", personId: "pegawai-atasan-karang", role: "atasan-jfk", instansi: KARANG },
  { username: "pejabat-karang-indah", personId: "pegawai-pejabat-karang", role: "pejabat-pengusul", instansi: KARANG },
  { username: "sekretariat-jfk", personId: "pegawai-sekretariat-jfk", role: "sekretariat-jfk" },
  ...[1, 2, 3, 4, 5, 6, 7].map((number) => ({
    username: `penilai-jfk${number}`,
    personId: `pegawai-penilai-jfk${number}`,
    role: "penilai-jfk",
  })),
];

const balance = (text: readonly [string, string, string, string, string]): PerKelompok => {
  const [SEKOLAH, DIKLAT, TUGAS_POKOK, PENGEMBANGAN_PROFESI, PENUNJANG] = text.map(bacaAk);
  return { SEKOLAH, DIKLAT, TUGAS_POKOK, PENGEMBANGAN_PROFESI, PENUNJANG } as PerKelompok;
};

/** What the last PAK of each JFK says; up to December 2020. */
const BALANCES: Readonly<Record<string, PerKelompok>> = {
  "pegawai-jfk1": balance(["100", "2", "14.350", "0", "3.750"]),
  "pegawai-jfk2": balance(["100", "5", "34.250", "8", "2.250"]),
  "pegawai-jfk3": balance(["150", "6", "40", "12", "8"]),
  "pegawai-jfk4": balance(["100", "3", "60", "4", "6"]),
};

/** Accounts, balances, superiors and a month begun for the first start with demo data. All people are made up. */
export const seedDemo = async (
  deps: EdupakDeps,
  tx: UnitOfWork,
  people: DemoPeople,
  accounts: DemoAccounts,
): Promise<void> => {
  for (const instansi of DEMO_INSTANSI) await people.saveInstansi(instansi);
  for (const unit of DEMO_UNITS) await people.saveUnitKerja(unit);
  const pegawai = new Map(demoPegawai().map((each) => [each.id, each]));
  for (const each of pegawai.values()) await people.savePegawai(each);
  const userIds = new Map<string, string>();
  for (const user of USERS) userIds.set(user.username, await makeAccount(accounts, user, pegawai));
  await seedBalances(deps, tx, userIds);
  await seedDemoPrinting(deps, tx, pegawai);
  await seedDemoMonth(deps, tx, userIds.get("jfk2") ?? "");
};

const makeAccount = async (
  accounts: DemoAccounts,
  { username, personId, role, instansi }: DemoUser,
  people: ReadonlyMap<string, Pegawai>,
): Promise<string> => {
  const pegawai = people.get(personId);
  if (pegawai === undefined) throw new Error(`Expected demo person '${personId}', but it is absent`);
  const suffix = JENIS_AKUN.find((each) => each.role === role)?.akhiran ?? null;
  const scope = { scopeType: instansi === undefined ? null : "instansi", scopeId: instansi ?? null };
  const { userId } = await accounts.account({
    username,
    displayName: namaLengkap(pegawai),
    personId,
    aliases: suffix === null ? [] : [{ name: `${pegawai.nip}${suffix}`, role }],
    roles: [{ role, ...scope }],
  });
  return userId;
};

const seedBalances = async (deps: EdupakDeps, tx: UnitOfWork, userIds: ReadonlyMap<string, string>): Promise<void> => {
  const store = deps.store(tx);
  for (const [index, [pegawaiId, perKelompok]] of Object.entries(BALANCES).entries()) {
    await store.addSaldo({
      id: deps.ids.next(),
      pegawaiId,
      nomor: `PAK/${String(index + 1).padStart(4, "0")}/JFK/01/2021`,
      tanggal: "2021-01-20",
      masaSelesai: "2020-12",
      perKelompok,
      dupakId: null,
    });
    const there = pegawaiId === "pegawai-jfk4" ? "karang-indah" : "jfk";
    const atasanId = userIds.get(`atasan-${there}`) ?? "";
    await store.savePengaturan({ pegawaiId, atasanId, pejabatId: userIds.get(`pejabat-${there}`) ?? "" });
  }
};
