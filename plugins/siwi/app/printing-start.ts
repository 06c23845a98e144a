import type { Actor, CaseStart, FieldChange, UnitOfWork } from "../../../src/plugin-api/index.js";
import { bacaNip, tanggalWib } from "../../kepegawaian/plugin.js";
import { type Masalah, masalah } from "../domain/masalah.js";
import { DOKUMEN_BERNOMOR, periksaPola } from "../domain/nomor.js";
import { LINGKUP_PUSBIN, LINGKUP_TPP, PERAN_TANDA_TANGAN } from "./acuan-cetak.js";
import { dateOf, type FormData, linesOf, textOf } from "./form-data.js";
import { badInput, refuse } from "./refusals.js";
import { roleText } from "./role-text.js";
import { APP, type SiwiDeps } from "./siwi-deps.js";

const ONLY = {
  id: "Hanya untuk Admin Pusat dan Sekretariat TPI",
  en: "For the central administrator and secretariats",
};
const isAdmin = ({ role }: Actor): boolean => role?.role === "admin-pusat";
const ownInstansi = ({ role }: Actor): string | null => (role?.role === "sekretariat-tpi" ? role.scopeId : null);
const mayChange = (actor: Actor): boolean => isAdmin(actor) || ownInstansi(actor) !== null;

/** Menu "Ubah kop, penandatangan, dan pola nomor": adds what is in force from a day on; documents printed before stay as they are. */
export const printingStart = (deps: SiwiDeps): CaseStart => ({
  form: "siwi/acuan-cetak",
  offered: (_tx, actor) => Promise.resolve(mayChange(actor) ? { ok: true } : { ok: false, hidden: true, reason: ONLY }),
  prefill: (_tx, actor) => Promise.resolve({ adminPusat: isAdmin(actor), berlakuMulai: tanggalWib(deps.clock.now()) }),
  async start(tx, actor, data) {
    if (!mayChange(actor)) throw refuse(ONLY.id, ONLY.en);
    const today = tanggalWib(deps.clock.now());
    const dated = dateOf(data, "berlakuMulai");
    if (dated < today) {
      throw badInput(
        [
          masalah(
            "berlakuMulai",
            "Acuan berlaku paling cepat hari ini",
            "It can be in force from today at the earliest",
          ),
        ],
        "data.",
      );
    }
    const { title, changes } = await keep(deps, tx, actor, data, {
      berlakuMulai: dated,
      sumber: textOf(data, "sumber"),
    });
    return openRecord(deps, tx, actor, title, changes, textOf(data, "sumber"));
  },
});

interface Kept {
  readonly title: string;
  readonly changes: readonly FieldChange[];
}
type InForce = { readonly berlakuMulai: string; readonly sumber: string };

const keep = (deps: SiwiDeps, tx: UnitOfWork, actor: Actor, data: FormData, inForce: InForce): Promise<Kept> => {
  const kind = textOf(data, "jenis");
  if (kind === "KOP") return keepHead(deps, tx, actor, data, inForce);
  if (kind === "PENANDATANGAN") return keepSigner(deps, tx, actor, data, inForce);
  return keepPattern(deps, tx, actor, data, inForce);
};

/** The Sekretariat speaks for its own instansi only, the Admin Pusat for the central bodies. */
const scopeOf = (actor: Actor, data: FormData): string => {
  const own = ownInstansi(actor);
  if (own !== null) return own;
  const chosen = textOf(data, "lingkup");
  if (chosen === LINGKUP_TPP || chosen === LINGKUP_PUSBIN) return chosen;
  throw badInput([masalah("lingkup", "Pilih TPP atau Pusat Pembinaan", "Choose one of the central bodies")], "data.");
};

const change = (label: string, from: string | null, to: string): FieldChange => ({ field: label, label, from, to });

const keepHead = async (
  deps: SiwiDeps,
  tx: UnitOfWork,
  actor: Actor,
  data: FormData,
  inForce: InForce,
): Promise<Kept> => {
  const printing = deps.printing(tx);
  const lingkup = scopeOf(actor, data);
  const before = await printing.kop(lingkup, inForce.berlakuMulai);
  const unit = textOf(data, "unit");
  const kop = {
    id: deps.ids.next(),
    lingkup,
    instansi: textOf(data, "instansi"),
    unit: unit === "" ? null : unit,
    alamat: linesOf(data, "alamat"),
    tempat: textOf(data, "tempat"),
    ...inForce,
  };
  await printing.saveKop(kop);
  const shown = ({ instansi, unit, alamat, tempat }: typeof kop): string =>
    [instansi, unit ?? "", ...alamat, tempat].filter((line) => line !== "").join("; ");
  return {
    title: "Kop surat",
    changes: [
      change("Kop surat", before === undefined ? null : shown({ ...before, alamat: before.alamat }), shown(kop)),
    ],
  };
};

const keepSigner = async (
  deps: SiwiDeps,
  tx: UnitOfWork,
  actor: Actor,
  data: FormData,
  inForce: InForce,
): Promise<Kept> => {
  const printing = deps.printing(tx);
  const own = ownInstansi(actor);
  const peran = own === null ? PERAN_TANDA_TANGAN.find((each) => each === textOf(data, "peran")) : "KEPALA_UNIT";
  const nip = bacaNip(textOf(data, "nip"), tanggalWib(deps.clock.now()));
  const faults: Masalah[] = [
    ...(nip.ok ? [] : [masalah("nip", nip.pesan.id, nip.pesan.en)]),
    ...(peran === undefined || (own === null && peran === "KEPALA_UNIT")
      ? [masalah("peran", "Pilih peran penandatangan", "Choose the role of the signatory")]
      : []),
  ];
  if (faults.length > 0 || !nip.ok || peran === undefined) throw badInput(faults, "data.");
  const lingkup = own ?? (peran === "KEPALA_PUSBIN" ? LINGKUP_PUSBIN : LINGKUP_TPP);
  const before = await printing.penandatangan(lingkup, peran, inForce.berlakuMulai);
  const nama = textOf(data, "nama");
  const jabatan = textOf(data, "jabatan");
  await printing.savePenandatangan({ id: deps.ids.next(), lingkup, peran, jabatan, nama, nip: nip.nip, ...inForce });
  const from = before === undefined ? null : `${before.nama}, ${before.jabatan}`;
  return { title: "Penandatangan", changes: [change("Penandatangan", from, `${nama}, ${jabatan}`)] };
};

const keepPattern = async (
  deps: SiwiDeps,
  tx: UnitOfWork,
  actor: Actor,
  data: FormData,
  inForce: InForce,
): Promise<Kept> => {
  if (!isAdmin(actor))
    throw refuse("Pola nomor hanya diubah Admin Pusat", "Only the central administrator changes patterns");
  const printing = deps.printing(tx);
  const dokumen = DOKUMEN_BERNOMOR.find((each) => each === textOf(data, "dokumen"));
  const pola = textOf(data, "pola");
  const faults = [
    ...periksaPola(pola),
    ...(dokumen === undefined ? [masalah("dokumen", "Pilih dokumen", "Choose the document")] : []),
  ];
  if (faults.length > 0 || dokumen === undefined) throw badInput(faults, "data.");
  const before = await printing.pola(dokumen, inForce.berlakuMulai);
  await printing.savePola({ id: deps.ids.next(), dokumen, pola, ...inForce });
  return { title: `Pola nomor ${dokumen}`, changes: [change("Pola nomor", before?.pola ?? null, pola)] };
};

const openRecord = async (
  deps: SiwiDeps,
  tx: UnitOfWork,
  actor: Actor,
  title: string,
  changes: readonly FieldChange[],
  reason: string,
): Promise<string> => {
  const year = tanggalWib(deps.clock.now()).slice(0, 4);
  const number = await deps.store(tx).nextNumber(`acuan-cetak:${year}`);
  const own = ownInstansi(actor);
  const instansi = own === null ? undefined : await deps.people(tx).instansi(own);
  const caseFile = await deps.cases.open(tx, {
    app: APP,
    type: "acuan-cetak",
    reference: `ACUAN-${year}-${String(number).padStart(4, "0")}`,
    title,
    ownerId: null,
    subjectName: instansi?.nama ?? "Tim Penilai Pusat",
    subjectNumber: null,
    unitName: instansi?.nama ?? null,
    scopes: own === null ? {} : { instansi: own },
    status: "BERLAKU",
    variables: {},
  });
  await deps.cases.setStatus(tx, caseFile, "BERLAKU", { closed: true });
  await deps.history.append(tx, {
    actorId: actor.userId,
    actorName: actor.displayName,
    role: roleText(actor.role),
    action: "acuan-cetak.changed",
    caseId: caseFile.id,
    subject: { type: "CaseFile", id: caseFile.id },
    story: { id: `mengubah ${title.toLowerCase()}`, en: "changed what documents print" },
    changes,
    reason,
  });
  return caseFile.id;
};
