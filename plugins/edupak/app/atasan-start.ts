import type { Actor, CaseStart, UnitOfWork } from "../../../src/plugin-api/index.js";
import { badInput, masalah, type Masalah, refuse, tanggalWib, textOf } from "../../kepegawaian/plugin.js";
import type { Perorangan } from "../domain/perorangan.js";
import { APP, type EdupakDeps } from "./edupak-deps.js";
import { ONLY_JFK, requireJfk } from "./jfk.js";
import { recordAct } from "./record-act.js";

/** Menu "Atur atasan": the JFK names the atasan langsung and the pejabat yang berwenang. Source: domain note 1.5.1 step 6. */
export const atasanStart = (deps: EdupakDeps): CaseStart => ({
  form: "edupak/atur-atasan",

  offered: (_tx, { role }) =>
    Promise.resolve(role?.role === "jfk" ? { ok: true } : { ok: false, hidden: true, reason: ONLY_JFK }),

  async prefill(tx, actor) {
    const set = actor.personId === null ? undefined : await deps.store(tx).pengaturan(actor.personId);
    return set === undefined ? {} : { atasan: set.atasanId, pejabat: set.pejabatId };
  },

  async start(tx, actor, data) {
    const person = await requireJfk(deps, tx, actor);
    const faults: Masalah[] = [];
    const atasan = await holder(deps, tx, actor, person, { key: "atasan", role: "atasan-jfk", data }, faults);
    const pejabat = await holder(deps, tx, actor, person, { key: "pejabat", role: "pejabat-pengusul", data }, faults);
    if (faults.length > 0 || atasan === undefined || pejabat === undefined) throw badInput(faults, "data.");
    return keep(deps, tx, actor, person, atasan, pejabat);
  },
});

interface Named {
  readonly userId: string;
  readonly displayName: string;
}

/** Someone of the own instansi who holds the role. */
const holder = async (
  deps: EdupakDeps,
  tx: UnitOfWork,
  actor: Actor,
  { instansiId }: Perorangan,
  {
    key,
    role,
    data,
  }: {
    readonly key: "atasan" | "pejabat";
    readonly role: string;
    readonly data: Readonly<Record<string, unknown>>;
  },
  faults: Masalah[],
): Promise<Named | undefined> => {
  const chosen = textOf(data, key);
  const found = (await deps.users.holders(tx, role, instansiId)).find(({ userId }) => userId === chosen);
  const what = key === "atasan" ? "atasan langsung" : "pejabat yang berwenang";
  if (found === undefined)
    faults.push(masalah(key, `Pilih ${what} dari instansi Anda`, "Choose someone of your own agency"));
  else if (found.userId === actor.userId)
    faults.push(masalah(key, `Anda tidak dapat menjadi ${what} sendiri`, "You cannot choose yourself"));
  return found;
};

const keep = async (
  deps: EdupakDeps,
  tx: UnitOfWork,
  actor: Actor,
  person: Perorangan,
  atasan: Named,
  pejabat: Named,
): Promise<string> => {
  const store = deps.store(tx);
  const before = await store.pengaturan(person.pegawaiId);
  await store.savePengaturan({ pegawaiId: person.pegawaiId, atasanId: atasan.userId, pejabatId: pejabat.userId });
  const nameOf = async (userId: string | undefined): Promise<string | null> =>
    userId === undefined ? null : ((await deps.users.find(tx, userId))?.displayName ?? null);
  const year = tanggalWib(deps.clock.now()).slice(0, 4);
  const number = await deps.numbers(tx).nextNumber(`atasan-jfk:${year}`);
  const caseFile = await deps.cases.open(tx, {
    app: APP,
    type: "atasan",
    reference: `ATASAN-${year}-${String(number).padStart(4, "0")}`,
    title: "Atasan langsung dan pejabat yang berwenang",
    ownerId: actor.userId,
    subjectName: person.nama,
    subjectNumber: person.nip,
    unitName: person.unitKerja,
    scopes: { instansi: person.instansiId },
    status: "DICATAT",
    variables: {},
  });
  await deps.cases.setStatus(tx, caseFile, "DICATAT", { closed: true });
  await recordAct(
    deps,
    tx,
    { actor, caseFile },
    {
      action: "atasan.set",
      story: { id: "mengatur atasan langsung dan pejabat yang berwenang", en: "set superior and authorised official" },
      changes: [
        { field: "atasan", label: "Atasan langsung", from: await nameOf(before?.atasanId), to: atasan.displayName },
        {
          field: "pejabat",
          label: "Pejabat yang berwenang",
          from: await nameOf(before?.pejabatId),
          to: pejabat.displayName,
        },
      ],
    },
  );
  return caseFile.id;
};

/** Offers for the form: holders of a role in the instansi of the JFK. @throws {AppError} INVALID_STATE for anyone else. */
export const penyetujuTersedia = async (
  deps: EdupakDeps,
  tx: UnitOfWork,
  actor: Actor,
  role: "atasan-jfk" | "pejabat-pengusul",
): Promise<readonly { readonly value: string; readonly label: string }[]> => {
  const pegawai = actor.personId === null ? undefined : await deps.people(tx).pegawai(actor.personId);
  if (actor.role?.role !== "jfk" || pegawai === undefined) throw refuse(ONLY_JFK.id, ONLY_JFK.en);
  const found = await deps.users.holders(tx, role, pegawai.instansiId);
  return found
    .filter(({ userId }) => userId !== actor.userId)
    .map(({ userId, displayName }) => ({ value: userId, label: displayName }));
};
