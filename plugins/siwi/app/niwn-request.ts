import type { Actor, CaseStart, TaskHandler, UnitOfWork } from "../../../src/plugin-api/index.js";
import { bacaNip, tanggalWib } from "../../kepegawaian/plugin.js";
import { type Masalah, masalah } from "../domain/masalah.js";
import { tulisNiwn } from "../domain/niwn.js";
import { dateOf, fileOf, fileValue, type FormData, textOf } from "./form-data.js";
import { tell, toAdminPusat } from "./notices.js";
import { absent, badInput, refuse } from "./refusals.js";
import { APP, type SiwiDeps } from "./siwi-deps.js";
import type { PermohonanNiwn } from "./siwi-store.js";
import { tenggatLangkah } from "./tenggat.js";

const TEXTS = [
  "gelarDepan",
  "nama",
  "gelarBelakang",
  "tempatLahir",
  "noKarpeg",
  "pendidikan",
  "surel",
  "golongan",
  "jenjang",
  "unitKerja",
  "nomorSk",
] as const;
const DATES = ["tanggalLahir", "tmtGolongan", "tmtJabatan", "tanggalSk"] as const;

interface Checked {
  readonly nip: string;
  readonly isian: Readonly<Record<string, string>>;
  readonly berkas: { readonly id: string; readonly name: string };
}

/** Checks what the form cannot: NIP, birth date against NIP, dates not in the future. Source: domain note 1.2, 1.8.1. */
const check = (deps: SiwiDeps, data: FormData): Checked => {
  const today = tanggalWib(deps.clock.now());
  const faults: Masalah[] = [];
  const isian = Object.fromEntries([
    ...TEXTS.map((key) => [key, textOf(data, key)]),
    ...DATES.map((key) => [key, dateOf(data, key)]),
  ]) as Record<string, string>;
  const nip = bacaNip(textOf(data, "nip"), today);
  if (!nip.ok) faults.push(masalah("nip", nip.pesan.id, nip.pesan.en));
  else if (nip.tanggalLahir !== isian["tanggalLahir"]) {
    const typed = isian["tanggalLahir"] ?? "";
    faults.push(
      masalah(
        "tanggalLahir",
        `Tanggal lahir menurut SK (${typed}) berbeda dari NIP (${nip.tanggalLahir})`,
        `Birth date in the SK (${typed}) differs from the NIP (${nip.tanggalLahir})`,
      ),
    );
  }
  for (const key of DATES) {
    if ((isian[key] ?? "") > today)
      faults.push(masalah(key, `Tanggal ${isian[key] ?? ""} belum terjadi`, `${isian[key] ?? ""} lies in the future`));
  }
  const berkas = fileOf(data, "berkasSk");
  if (berkas === undefined) faults.push(masalah("berkasSk", "SK Widyaiswara wajib diunggah", "The SK is required"));
  if (faults.length > 0 || !nip.ok || berkas === undefined) throw badInput(faults, "data.");
  return { nip: nip.nip, isian, berkas };
};

/** One number per person for life: shows the number that exists. */
const requireNew = async (deps: SiwiDeps, tx: UnitOfWork, nip: string, exceptCase?: string): Promise<void> => {
  const store = deps.store(tx);
  const existing = await store.niwnByNip(nip);
  if (existing !== undefined) {
    throw refuse(
      `NIP ${nip} sudah memiliki NIWN ${tulisNiwn(existing.niwn)}`,
      `NIP ${nip} has NIWN ${tulisNiwn(existing.niwn)} already`,
    );
  }
  for (const other of await store.permohonanByNip(nip)) {
    const caseFile = await deps.cases.get(tx, other.caseId);
    if (caseFile.id !== exceptCase && caseFile.closedAt === null) {
      throw refuse(
        `Permohonan NIWN untuk NIP ${nip} sedang diproses (${caseFile.reference})`,
        `A request for NIP ${nip} is under way (${caseFile.reference})`,
      );
    }
  }
};

/** Instansi for which this person may ask: the one administered, or one's own. */
const instansiOf = async (deps: SiwiDeps, tx: UnitOfWork, { role, personId }: Actor): Promise<string | undefined> => {
  if (role?.role === "admin-instansi") return role.scopeId ?? undefined;
  if (role !== null && role.role !== "widyaiswara") return undefined;
  const pegawai = personId === null ? undefined : await deps.people(tx).pegawai(personId);
  if (pegawai === undefined || (await deps.store(tx).niwnByNip(pegawai.nip)) !== undefined) return undefined;
  return pegawai.instansiId;
};

/** Menu "Permohonan NIWN". Source: domain note 1.2 (a form instead of mailboxes). */
export const niwnStart = (deps: SiwiDeps): CaseStart => ({
  form: "siwi/permohonan-niwn",
  async offered(tx, actor) {
    const instansiId = await instansiOf(deps, tx, actor);
    if (instansiId !== undefined) return { ok: true };
    return {
      ok: false,
      hidden: true,
      reason: { id: "Hanya untuk Admin Instansi atau widyaiswara tanpa NIWN", en: "For agency administrators only" },
    };
  },
  async start(tx, actor, data) {
    const instansiId = await instansiOf(deps, tx, actor);
    if (instansiId === undefined)
      throw refuse("Anda tidak dapat mengajukan NIWN dengan peran ini", "This role may not ask for a NIWN");
    const checked = check(deps, data);
    await requireNew(deps, tx, checked.nip);
    return openRequest(deps, tx, actor, instansiId, checked);
  },
});

const openRequest = async (
  deps: SiwiDeps,
  tx: UnitOfWork,
  actor: Actor,
  instansiId: string,
  { nip, isian, berkas }: Checked,
): Promise<string> => {
  const store = deps.store(tx);
  const instansi = await deps.people(tx).instansi(instansiId);
  const pegawai = await deps.people(tx).pegawaiByNip(nip);
  const owner = pegawai === undefined ? undefined : await deps.users.findByPerson(tx, pegawai.id);
  const year = tanggalWib(deps.clock.now()).slice(0, 4);
  const number = await deps.numbers(tx).nextNumber(`permohonan-niwn:${year}`);
  const nama = isian["nama"] ?? "";
  const caseFile = await deps.cases.open(tx, {
    app: APP,
    type: "niwn",
    reference: `NIWN-${year}-${String(number).padStart(4, "0")}`,
    title: `Permohonan NIWN ${nama}`,
    ownerId: owner?.userId ?? null,
    subjectName: nama,
    subjectNumber: nip,
    unitName: instansi?.nama ?? null,
    scopes: { instansi: instansiId },
    status: "DIAJUKAN",
    variables: { pemohon: actor.username, ...(await tenggatLangkah(deps, tx, "periksa")) },
  });
  const stored = await deps.files.claim(tx, {
    fileId: berkas.id,
    caseId: caseFile.id,
    place: "sk-widyaiswara",
    userId: actor.userId,
  });
  await store.savePermohonan({
    id: deps.ids.next(),
    caseId: caseFile.id,
    pemohonId: actor.userId,
    instansiId,
    nip,
    isian,
    berkasSk: { id: stored.id, name: stored.name },
    catatanPengembalian: null,
    niwnLama: null,
    kodeAktivasi: null,
  });
  await tell(
    deps,
    tx,
    caseFile,
    "niwn-requested",
    [toAdminPusat],
    { id: "Permohonan NIWN baru", en: "New request for a NIWN" },
    { id: `${nama} (${instansi?.nama ?? ""}).`, en: `${nama} (${instansi?.nama ?? ""}).` },
  );
  return caseFile.id;
};

/** The request of a case file. @throws {AppError} NOT_FOUND when the case file is none. */
export const requestOfCase = async (deps: SiwiDeps, tx: UnitOfWork, caseId: string): Promise<PermohonanNiwn> => {
  const found = await deps.store(tx).permohonanByCase(caseId);
  if (found === undefined) throw absent("request", caseId);
  return found;
};

/** Repair of a returned request. */
export const repairNiwnRequest = (deps: SiwiDeps): TaskHandler => ({
  processId: "niwn",
  elementId: "RepairNiwnRequest",
  async open(tx, { caseFile }) {
    const { nip, isian, berkasSk, catatanPengembalian } = await requestOfCase(deps, tx, caseFile.id);
    return {
      data: {
        ...isian,
        nip,
        berkasSk: fileValue(berkasSk),
        dikembalikan: true,
        catatanPengembalian: catatanPengembalian ?? "",
      },
    };
  },
  async complete(tx, { caseFile, actor, data }) {
    const request = await requestOfCase(deps, tx, caseFile.id);
    const { nip, isian, berkas } = check(deps, data);
    await requireNew(deps, tx, nip, caseFile.id);
    const stored = await deps.files.claim(tx, {
      fileId: berkas.id,
      caseId: caseFile.id,
      place: "sk-widyaiswara",
      userId: actor.userId,
    });
    await deps.store(tx).savePermohonan({
      ...request,
      nip,
      isian,
      berkasSk: { id: stored.id, name: stored.name },
      catatanPengembalian: null,
    });
    const again = await deps.cases.setStatus(tx, caseFile, "DIAJUKAN");
    await tell(
      deps,
      tx,
      again,
      "niwn-requested",
      [toAdminPusat],
      { id: "Permohonan NIWN diperbaiki", en: "Request for a NIWN repaired" },
      { id: again.subjectName, en: again.subjectName },
    );
    return {
      variables: { keputusan: "DIAJUKAN", ...(await tenggatLangkah(deps, tx, "periksa")) },
      action: "niwn.repaired",
      story: { id: "memperbaiki permohonan NIWN", en: "repaired the request" },
    };
  },
});
