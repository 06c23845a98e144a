import {
  type Activation,
  type Sheet,
  type SheetAction,
  sheetColumn,
  type SheetRequest,
  type UnitOfWork,
} from "../../../src/plugin-api/index.js";
import { requestOfCase } from "./niwn-request.js";
import { recordAct } from "./record-act.js";
import { refuse } from "./refusals.js";
import type { SiwiDeps } from "./siwi-deps.js";

/** The account that an issued NIWN brought with it, until its owner has confirmed the data. */
export interface NewAccount {
  readonly userId: string;
  readonly username: string;
  readonly activation: Activation;
}

const isForAdmin = ({ caseFile, actor }: SheetRequest): boolean =>
  caseFile.status === "DITERBITKAN" && actor.role?.role === "admin-pusat";

/** @returns undefined for everyone but the Admin Pusat, and when the request brought no account. */
export const newAccount = async (deps: SiwiDeps, tx: UnitOfWork, at: SheetRequest): Promise<NewAccount | undefined> => {
  if (!isForAdmin(at)) return undefined;
  const { nip } = await requestOfCase(deps, tx, at.caseFile.id);
  const pegawai = await deps.people(tx).pegawaiByNip(nip);
  const user = pegawai === undefined ? undefined : await deps.users.findByPerson(tx, pegawai.id);
  if (user === undefined) return undefined;
  const { userId, username } = user;
  return { userId, username, activation: await deps.users.activation(tx, userId, at.actor) };
};

const NEW_CODE: SheetAction = {
  id: "kode-baru",
  label: { id: "Kode aktivasi baru", en: "New activation code" },
  withoutTask: true,
  confirm: {
    id: "Kode yang lama tidak berlaku lagi. Kode baru tampil pada berkas ini selama 30 menit, hanya bagi Anda. Buat kode baru?",
    en: "The old code is worth nothing any more. The new one is shown on this page for 30 minutes, to you only. Make a new code?",
  },
};

const STATES: Readonly<Record<Activation["state"], string>> = {
  shown: "Belum diaktifkan; kode tampil di atas",
  hidden: "Belum diaktifkan",
  expired: "Belum diaktifkan; kode sudah lewat 14 hari",
  used: "Sudah diaktifkan",
};

const COLUMNS = [
  sheetColumn("namaPengguna", { id: "Nama pengguna", en: "User name" }, "text", { summary: true }),
  sheetColumn("keadaan", { id: "Keadaan", en: "State" }, "text", { summary: true }),
];

/** The new account of an issued NIWN, for the Admin Pusat: its state, and a new code in place of one that was not handed over. */
export const newAccountSheet = (deps: SiwiDeps): Sheet => {
  const fixed = (): Promise<never> =>
    Promise.reject(refuse("Akun tidak diubah di sini", "Accounts are not changed here"));
  return {
    id: "akun",
    title: { id: "Akun baru", en: "New account" },
    isOffered: isForAdmin,
    async page(tx, at) {
      const account = await newAccount(deps, tx, at);
      const values =
        account === undefined ? [] : [{ namaPengguna: account.username, keadaan: STATES[account.activation.state] }];
      return {
        columns: COLUMNS,
        rows: values.map((row) => ({ id: "akun", revision: 1, group: "", values: row, files: [], notes: [] })),
        total: values.length,
        totals: [],
        canAdd: false,
        canRemove: false,
        canAttach: false,
        progress: null,
      };
    },
    async actions(tx, at) {
      const account = await newAccount(deps, tx, at);
      return account === undefined || account.activation.state === "used" ? [] : [NEW_CODE];
    },
    async act(tx, at) {
      const account = await newAccount(deps, tx, at);
      if (account === undefined) throw refuse("Akun ini tidak ada", "There is no such account");
      await deps.users.renewActivation(tx, account.userId, { userId: at.actor.userId });
      await recordAct(deps, tx, at, {
        action: "niwn.code-renewed",
        story: { id: "membuat kode aktivasi baru", en: "made a new activation code" },
      });
    },
    add: fixed,
    update: fixed,
    remove: fixed,
    attach: fixed,
    detach: fixed,
  };
};
