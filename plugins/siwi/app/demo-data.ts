import type { DemoAccounts, UnitOfWork } from "../../../src/plugin-api/index.js";
import { namaLengkap, tanggalWib } from "../../kepegawaian/plugin.js";
import { susunNiwn } from "../domain/niwn.js";
import { seedDemoPrinting } from "./demo-printing.js";
import { NIWN_COUNTER } from "./niwn-issue.js";
import { openPeriod } from "./period-schedule.js";
import type { SiwiDeps } from "./siwi-deps.js";

const NUSA = "instansi-nusa-kencana";
const MUARA = "instansi-muara-sakti";
/** Numbers of made-up people start here. Source: domain note 7.7. */
const FIRST_NUMBER = 9001;
/** Their numbers were given before the period that the demo assesses. */
const TERBIT = "2020-06-15";

interface DemoUser {
  readonly username: string;
  readonly personId: string;
  readonly roles: readonly { readonly role: string; readonly instansi?: string }[];
  /** Has a NIWN already. */
  readonly niwn?: true;
}

const wi = { role: "widyaiswara" };

const USERS: readonly DemoUser[] = [
  { username: "wi1", personId: "pegawai-wi1", roles: [wi], niwn: true },
  { username: "wi2", personId: "pegawai-wi2", roles: [wi], niwn: true },
  { username: "wi3", personId: "pegawai-wi3", roles: [wi], niwn: true },
  { username: "wi4", personId: "pegawai-wi4", roles: [wi], niwn: true },
  { username: "tpi1", personId: "pegawai-tpi1", roles: [{ role: "tpi", instansi: NUSA }, wi], niwn: true },
  { username: "tpi2", personId: "pegawai-tpi2", roles: [{ role: "tpi", instansi: NUSA }] },
  { username: "tpi3", personId: "pegawai-tpi3", roles: [{ role: "tpi", instansi: NUSA }] },
  {
    username: "sekretariat-tpi",
    personId: "pegawai-sekretariat-tpi",
    roles: [{ role: "sekretariat-tpi", instansi: NUSA }],
  },
  {
    username: "pic-muara-sakti",
    personId: "pegawai-pic-muara-sakti",
    roles: [{ role: "sekretariat-tpi", instansi: MUARA }],
  },
  {
    username: "admin-instansi",
    personId: "pegawai-admin-instansi",
    roles: [{ role: "admin-instansi", instansi: NUSA }],
  },
  { username: "sekretariat-tpp", personId: "pegawai-sekretariat-tpp", roles: [{ role: "sekretariat-tpp" }] },
  { username: "tpp1", personId: "pegawai-tpp1", roles: [{ role: "tpp" }] },
  { username: "tpp2", personId: "pegawai-tpp2", roles: [{ role: "tpp" }] },
  { username: "tpp3", personId: "pegawai-tpp3", roles: [{ role: "tpp" }] },
  { username: "admin-pusat", personId: "pegawai-admin-pusat", roles: [{ role: "admin-pusat" }] },
];

const DAY_MS = 86_400_000;

/** Accounts, numbers and one open period for the first start with demo data. All people are made up. */
export const seedDemo = async (deps: SiwiDeps, tx: UnitOfWork, accounts: DemoAccounts): Promise<void> => {
  const store = deps.store(tx);
  const now = deps.clock.now();
  await deps.numbers(tx).raiseNumber(NIWN_COUNTER, FIRST_NUMBER - 1);
  for (const { username, personId, roles, niwn } of USERS) {
    const pegawai = await deps.people(tx).pegawai(personId);
    if (pegawai === undefined) throw new Error(`Expected demo person '${personId}', but it is absent`);
    await accounts.account({
      username,
      displayName: namaLengkap(pegawai),
      personId,
      roles: roles.map(({ role, instansi }) => ({
        role,
        scopeType: instansi === undefined ? null : "instansi",
        scopeId: instansi ?? null,
      })),
    });
    if (niwn === undefined || (await store.niwnByNip(pegawai.nip)) !== undefined) continue;
    const nomor = await deps.numbers(tx).nextNumber(NIWN_COUNTER);
    const { tanggalLahir, jenisKelamin, nip } = pegawai;
    await store.addNiwn({
      niwn: susunNiwn({ tanggalLahir, jenisKelamin, terbit: TERBIT, nomor }),
      nip,
      nomor,
      tanda: [],
      terbit: TERBIT,
      nonaktif: null,
    });
  }
  await seedDemoPrinting(deps, tx);
  await openPeriod(deps, tx, {
    masaMulai: "2021-01-01",
    masaSelesai: "2021-06-30",
    buka: tanggalWib(now - 30 * DAY_MS),
    tutup: tanggalWib(now + 60 * DAY_MS),
  });
};
