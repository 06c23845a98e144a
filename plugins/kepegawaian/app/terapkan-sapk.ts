import { createHash } from "node:crypto";
import type { FieldChange, NewHistoryEntry, UnitOfWork } from "../../../src/plugin-api/index.js";
import { bidangLokal, bidangSumber, type DataSapk, KETERANGAN_BIDANG } from "../domain/data-sapk.js";
import { namaLengkap } from "../domain/nama.js";
import type { Pegawai } from "../domain/pegawai.js";
import { bandingkan, type Perbedaan } from "../domain/perbedaan.js";
import type { TidakTerbaca } from "./baca-per-nip.js";
import { catatKreditSiasn } from "./catat-kredit-siasn.js";
import type { SapkDeps } from "./sapk-deps.js";
import type { HasilTarik, IsiSnapshot, SapkRun, Terkini } from "./sapk-store.js";
import { SiasnGalat } from "./siasn-galat.js";
import type { RiwayatKredit } from "./sumber-asn.js";
import { UnitBernama } from "./unit-bernama.js";

/** What was read of one person. */
export interface Terbaca extends IsiSnapshot {
  readonly nip: string;
  readonly sumberPada: number | null;
  readonly kredit: readonly RiwayatKredit[] | null;
}

/** One transaction's work: what it has read once, and the entries that it appends last. */
interface Pekerjaan {
  readonly deps: SapkDeps;
  readonly tx: UnitOfWork;
  readonly run: SapkRun;
  readonly pegawai: ReadonlyMap<string, Pegawai>;
  readonly terkini: ReadonlyMap<string, Terkini>;
  readonly units: UnitBernama;
  readonly entries: NewHistoryEntry[];
}

/**
 * Writes what was read of some people, each with its place in the queue, in one transaction: the source wins over the local copy,
 * and every difference is kept. A person whose data cannot be taken does not hold up the others. Source: domain note 4.2.
 */
export const terapkanSapk = async (
  deps: SapkDeps,
  tx: UnitOfWork,
  run: SapkRun,
  people: readonly (Terbaca | TidakTerbaca)[],
): Promise<void> => {
  const store = deps.store(tx);
  const nips = people.map(({ nip }) => nip);
  const local = await deps.people(tx).pegawaiByNips(nips);
  const work: Pekerjaan = {
    deps,
    tx,
    run,
    pegawai: new Map(local.map((pegawai) => [pegawai.nip, pegawai])),
    terkini: await store.terkini(nips),
    units: new UnitBernama(deps.people(tx), deps.ids),
    entries: [],
  };
  const outcomes = new Map<HasilTarik, string[]>();
  for (const person of people) {
    const outcome = "galat" in person ? person.galat : await terapkanSatu(work, person);
    if (typeof outcome === "string") outcomes.set(outcome, [...(outcomes.get(outcome) ?? []), person.nip]);
    else await store.tandaiGagal(run.id, { nip: person.nip, sementara: outcome.sementara, alasan: outcome.message });
  }
  for (const [outcome, done] of outcomes) await store.tandai(run.id, done, outcome);
  await store.konfirmasi(outcomes.get("TETAP") ?? [], deps.clock.now());
  for (const entry of work.entries) await deps.history.append(tx, entry);
};

const terapkanSatu = async (work: Pekerjaan, read: Terbaca): Promise<HasilTarik | SiasnGalat> => {
  const { deps, tx, run } = work;
  const pegawai = work.pegawai.get(read.nip);
  const instansiId = instansiDari(deps, read.data);
  if (instansiId === undefined || (pegawai === undefined && instansiId !== run.instansiId)) {
    return new SiasnGalat(
      "DITOLAK",
      `Menurut SAPK, NIP ${read.nip} bekerja di ${read.data.instansiNama}, bukan di instansi ini. Perbaiki di SAPK bila keliru.`,
    );
  }
  const terkini = work.terkini.get(read.nip);
  const hash = hashOf(read);
  const unit = await work.units.bernama(instansiId, read.data.unitNama);
  const next = salin(deps, read.data, pegawai, instansiId, unit.id);
  const isNew = terkini?.hash !== hash;
  if (pegawai === undefined) {
    await deps.people(tx).addPegawai([next]);
    work.entries.push(entryOf(work, next, "mencatat pegawai baru dari SAPK", "recorded a new employee from SAPK", []));
  }
  const differences = pegawai === undefined ? [] : await bedakan(work, pegawai, read, terkini);
  const isChanged = differences.length > 0 || (pegawai !== undefined && pegawai.instansiId !== instansiId);
  if (pegawai !== undefined && isChanged) {
    await simpanPerbedaan(work, pegawai, next, differences);
  }
  if (isNew) {
    await deps.store(tx).addSnapshot({
      ...read,
      versi: (terkini?.versi ?? 0) + 1,
      pegawaiId: next.id,
      hash,
      ditarikPada: deps.clock.now(),
      runId: run.id,
    });
    if (read.kredit !== null) await catatKreditSiasn(deps, tx, read.nip, read.kredit);
  }
  if (pegawai === undefined) return "BARU";
  // A first snapshot says nothing of a change: there is nothing that it could differ from but the local copy.
  const hasMoved = terkini !== undefined && isNew;
  return isChanged || hasMoved ? "BERUBAH" : "TETAP";
};

const instansiDari = ({ sambungan }: SapkDeps, { instansiSiasnId }: DataSapk): string | undefined =>
  [...(sambungan?.instansi ?? [])].find(([, siasnId]) => siasnId === instansiSiasnId)?.[0];

/** The local copy with the source's values; what is ours alone (credit counted for a degree, mail) stays. */
const salin = (
  { ids }: SapkDeps,
  data: DataSapk,
  pegawai: Pegawai | undefined,
  instansiId: string,
  unitKerjaId: string,
): Pegawai => {
  const { pnsId: _pns, instansiSiasnId: _id, instansiNama: _instansi, unitNama: _unit, ...fields } = data;
  return {
    ...fields,
    id: pegawai?.id ?? ids.next(),
    jenisKelamin: pegawai?.jenisKelamin ?? (data.nip[14] === "1" ? "L" : "P"),
    pendidikanDiperhitungkan: pegawai?.pendidikanDiperhitungkan ?? null,
    instansiId,
    unitKerjaId,
    surel: pegawai?.surel ?? null,
  };
};

const bedakan = async (
  { deps, tx, units }: Pekerjaan,
  pegawai: Pegawai,
  read: Terbaca,
  terkini: Terkini | undefined,
): Promise<readonly Perbedaan[]> => {
  const unitKerja = await units.namaUnit(pegawai.instansiId, pegawai.unitKerjaId);
  const lokal = bidangLokal(pegawai, unitKerja);
  const sumber = bidangSumber(read.data);
  const found = bandingkan(lokal, sumber, undefined);
  if (found.length === 0 || terkini === undefined) return found;
  const last = await deps.store(tx).snapshot(read.nip, terkini.versi);
  return last === undefined ? found : bandingkan(lokal, sumber, bidangSumber(last.data));
};

const simpanPerbedaan = async (
  work: Pekerjaan,
  pegawai: Pegawai,
  next: Pegawai,
  differences: readonly Perbedaan[],
): Promise<void> => {
  const { deps, tx, run } = work;
  const pada = deps.clock.now();
  await deps.people(tx).savePegawai(next);
  await deps.store(tx).addPerbedaan(
    differences.map((one) => ({
      ...one,
      id: deps.ids.next(),
      runId: run.id,
      nip: next.nip,
      nama: namaLengkap(next),
      pada,
    })),
  );
  const fields = differences.map(({ bidang }) => KETERANGAN_BIDANG[bidang].id).join(", ");
  work.entries.push(
    entryOf(
      work,
      pegawai,
      `menyamakan data pegawai dengan SAPK: ${fields === "" ? "Instansi" : fields}`,
      "brought the employee's data in line with SAPK",
      differences.map(perubahan),
    ),
  );
};

const perubahan = ({ bidang, lokal, sumber }: Perbedaan): FieldChange => ({
  field: bidang,
  label: KETERANGAN_BIDANG[bidang].id,
  from: lokal,
  to: sumber,
  personal: true,
});

const entryOf = (
  { run }: Pekerjaan,
  { id }: Pegawai,
  story: string,
  english: string,
  changes: readonly FieldChange[],
): NewHistoryEntry => ({
  actorId: "system:tarik-sapk",
  actorName: "Sistem",
  role: null,
  action: "pegawai.synchronised",
  caseId: run.id,
  subject: { type: "Pegawai", id },
  story: { id: story, en: english },
  changes,
});

/** The same data give the same hash, whatever the order of keys and rows. */
const hashOf = ({ data, kredit }: IsiSnapshot): string => {
  const rows = kredit?.toSorted((a, b) => a.siasnId.localeCompare(b.siasnId)) ?? null;
  return createHash("sha256")
    .update(JSON.stringify([sorted(data), rows?.map(sorted)]))
    .digest("hex");
};

const sorted = (row: object): readonly (readonly [string, unknown])[] =>
  Object.entries(row).toSorted(([a], [b]) => a.localeCompare(b));
