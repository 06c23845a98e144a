import type { Actor, CaseStart, FieldChange, UnitOfWork } from "../../../src/plugin-api/index.js";
import { tanggalWib } from "../domain/hari-kerja.js";
import { type Masalah, masalah } from "../domain/masalah.js";
import { bacaNip } from "../domain/nip.js";
import { periksaPola } from "../domain/nomor.js";
import type { AturanAcuan } from "./aturan-acuan.js";
import { dateOf, type FormData, linesOf, textOf } from "./form-data.js";
import type { PrintingDeps } from "./printing-deps.js";
import { badInput, refuse } from "./refusals.js";
import { recordAct } from "./record-act.js";

/**
 * Menu "Ubah kop, penandatangan, dan pola nomor" of a process app: adds what is in force from a day on;
 * documents printed before stay as they are.
 */
export const printingStart = (deps: PrintingDeps, aturan: AturanAcuan): CaseStart => {
  const mayChange = (actor: Actor): boolean => aturan.isCentral(actor) || aturan.ownInstansi(actor) !== null;
  return {
    form: aturan.form,
    offered: (_tx, actor) =>
      Promise.resolve(mayChange(actor) ? { ok: true } : { ok: false, hidden: true, reason: aturan.only }),
    prefill: (_tx, actor) =>
      Promise.resolve({ adminPusat: aturan.isCentral(actor), berlakuMulai: tanggalWib(deps.clock.now()) }),
    async start(tx, actor, data) {
      if (!mayChange(actor)) throw refuse(aturan.only.id, aturan.only.en);
      const change: Change = { deps, tx, actor, aturan, data, inForce: inForceOf(deps, data) };
      const { title, changes } = await keep(change);
      return openRecord(change, title, changes);
    },
  };
};

interface Change {
  readonly deps: PrintingDeps;
  readonly tx: UnitOfWork;
  readonly actor: Actor;
  readonly aturan: AturanAcuan;
  readonly data: FormData;
  readonly inForce: { readonly berlakuMulai: string; readonly sumber: string };
}

interface Kept {
  readonly title: string;
  readonly changes: readonly FieldChange[];
}

const inForceOf = ({ clock }: PrintingDeps, data: FormData): Change["inForce"] => {
  const berlakuMulai = dateOf(data, "berlakuMulai");
  if (berlakuMulai < tanggalWib(clock.now())) {
    throw badInput(
      [masalah("berlakuMulai", "Acuan berlaku paling cepat hari ini", "It can be in force from today at the earliest")],
      "data.",
    );
  }
  return { berlakuMulai, sumber: textOf(data, "sumber") };
};

const keep = (change: Change): Promise<Kept> => {
  const kind = textOf(change.data, "jenis");
  if (kind === "KOP") return keepHead(change);
  if (kind === "PENANDATANGAN") return keepSigner(change);
  return keepPattern(change);
};

/** Someone of an instansi speaks for it only, the centre for the central bodies. */
const scopeOf = ({ actor, aturan, data }: Change): string => {
  const own = aturan.ownInstansi(actor);
  if (own !== null) return own;
  const chosen = aturan.lingkup.find((each) => each === textOf(data, "lingkup"));
  if (chosen !== undefined) return chosen;
  const names = aturan.lingkup.join(", ");
  throw badInput([masalah("lingkup", `Pilih salah satu dari ${names}`, `Choose one of ${names}`)], "data.");
};

const fieldChange = (label: string, from: string | null, to: string): FieldChange => ({
  field: label,
  label,
  from,
  to,
});

const keepHead = async (change: Change): Promise<Kept> => {
  const { deps, tx, data, inForce } = change;
  const printing = deps.printing(tx);
  const lingkup = scopeOf(change);
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
    changes: [fieldChange("Kop surat", before === undefined ? null : shown(before), shown(kop))],
  };
};

const keepSigner = async (change: Change): Promise<Kept> => {
  const { deps, tx, actor, aturan, data, inForce } = change;
  const own = aturan.ownInstansi(actor);
  const chosen = textOf(data, "peran");
  const peran = own === null ? (chosen in aturan.peran ? chosen : undefined) : aturan.peranInstansi;
  const nip = bacaNip(textOf(data, "nip"), tanggalWib(deps.clock.now()));
  const faults: Masalah[] = [
    ...(nip.ok ? [] : [masalah("nip", nip.pesan.id, nip.pesan.en)]),
    ...(peran === undefined ? [masalah("peran", "Pilih peran penandatangan", "Choose the role of the signatory")] : []),
  ];
  if (!nip.ok || peran === undefined) throw badInput(faults, "data.");
  const lingkup = own ?? aturan.peran[peran] ?? "";
  const printing = deps.printing(tx);
  const before = await printing.penandatangan(lingkup, peran, inForce.berlakuMulai);
  const nama = textOf(data, "nama");
  const jabatan = textOf(data, "jabatan");
  await printing.savePenandatangan({ id: deps.ids.next(), lingkup, peran, jabatan, nama, nip: nip.nip, ...inForce });
  const from = before === undefined ? null : `${before.nama}, ${before.jabatan}`;
  return { title: "Penandatangan", changes: [fieldChange("Penandatangan", from, `${nama}, ${jabatan}`)] };
};

const keepPattern = async ({ deps, tx, actor, aturan, data, inForce }: Change): Promise<Kept> => {
  if (!aturan.isCentral(actor))
    throw refuse("Pola nomor hanya diubah admin pusat", "Only the central administrator changes patterns");
  const printing = deps.printing(tx);
  const dokumen = aturan.dokumen.find((each) => each === textOf(data, "dokumen"));
  const pola = textOf(data, "pola");
  const faults = [
    ...periksaPola(pola),
    ...(dokumen === undefined ? [masalah("dokumen", "Pilih dokumen", "Choose the document")] : []),
  ];
  if (faults.length > 0 || dokumen === undefined) throw badInput(faults, "data.");
  const before = await printing.pola(dokumen, inForce.berlakuMulai);
  await printing.savePola({ id: deps.ids.next(), dokumen, pola, ...inForce });
  return { title: `Pola nomor ${dokumen}`, changes: [fieldChange("Pola nomor", before?.pola ?? null, pola)] };
};

const openRecord = async (
  { deps, tx, actor, aturan, inForce }: Change,
  title: string,
  changes: readonly FieldChange[],
): Promise<string> => {
  const year = tanggalWib(deps.clock.now()).slice(0, 4);
  const number = await deps.numbers(tx).nextNumber(`acuan-cetak:${year}`);
  const own = aturan.ownInstansi(actor);
  const instansi = own === null ? undefined : await deps.people(tx).instansi(own);
  const caseFile = await deps.cases.open(tx, {
    app: aturan.app,
    type: "acuan-cetak",
    reference: `ACUAN-${year}-${String(number).padStart(4, "0")}`,
    title,
    ownerId: null,
    subjectName: instansi?.nama ?? aturan.centre,
    subjectNumber: null,
    unitName: instansi?.nama ?? null,
    scopes: own === null ? {} : { instansi: own },
    status: "BERLAKU",
    variables: {},
  });
  await deps.cases.setStatus(tx, caseFile, "BERLAKU", { closed: true });
  await recordAct(
    deps,
    tx,
    { actor, caseFile },
    {
      action: "acuan-cetak.changed",
      story: { id: `mengubah ${title.toLowerCase()}`, en: "changed what documents print" },
      changes,
      reason: inForce.sumber,
    },
  );
  return caseFile.id;
};
