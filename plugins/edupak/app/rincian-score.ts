import type { FieldChange, SheetRequest, SheetValue, UnitOfWork } from "../../../src/plugin-api/index.js";
import { type Ak, tulisAk } from "../../angka-kredit/plugin.js";
import { badInput, stale } from "../../kepegawaian/plugin.js";
import type { KegiatanTerhitung } from "../domain/hitung-kegiatan.js";
import { bacaNilai } from "../domain/penilaian.js";
import type { EdupakDeps } from "./edupak-deps.js";
import { recordAct } from "./record-act.js";

type Act = Parameters<typeof recordAct>[3];

const text = (value: SheetValue | undefined): string => (value === undefined || value === null ? "" : String(value));
const shown = (value: Ak | null): string | null => (value === null ? null : tulisAk(value).replace(".", ","));

/** Keeps the provisional score of one activity with its reason. @returns what the history is to say of it. */
const keepScore = async (
  deps: EdupakDeps,
  tx: UnitOfWork,
  at: SheetRequest,
  { kegiatan, butir, hitung }: KegiatanTerhitung,
  revision: number,
  values: Readonly<Record<string, SheetValue>>,
): Promise<Act> => {
  const typed = "nilai" in values ? text(values["nilai"]) : kegiatan.nilai === null ? "" : tulisAk(kegiatan.nilai);
  const alasan = "alasanNilai" in values ? text(values["alasanNilai"]).trim() : (kegiatan.alasanNilai ?? "");
  const { nilai, masalah } = bacaNilai({ nilai: typed, alasan, usul: hitung.angkaKredit });
  if (nilai === undefined) throw badInput(masalah, "values.");
  const alasanNilai = alasan === "" ? null : alasan;
  const change = { nilai, alasanNilai, penilaiId: at.actor.userId };
  if (!(await deps.store(tx).changeKegiatan({ id: kegiatan.id, revision }, change)))
    throw stale(`row '${kegiatan.id}'`);
  const changes: FieldChange[] = [
    { field: `rows.${kegiatan.id}.nilai`, label: "Nilai sementara", from: shown(kegiatan.nilai), to: shown(nilai) },
    ...(alasanNilai === kegiatan.alasanNilai
      ? []
      : [{ field: `rows.${kegiatan.id}.alasanNilai`, label: "Alasan", from: kegiatan.alasanNilai, to: alasanNilai }]),
  ];
  return {
    action: "dupak.scored",
    story: { id: `menilai kegiatan kode ${butir.kode}`, en: `scored activity ${butir.kode}` },
    subject: { type: "Kegiatan", id: kegiatan.id },
    changes,
    reason: alasanNilai,
  };
};

/** Saves the provisional score of one activity; old and new value go into the history. Source: domain note 1.5.2. */
export const scoreKegiatan = async (
  deps: EdupakDeps,
  tx: UnitOfWork,
  at: SheetRequest,
  found: KegiatanTerhitung,
  revision: number,
  values: Readonly<Record<string, SheetValue>>,
): Promise<void> => {
  await recordAct(deps, tx, at, await keepScore(deps, tx, at, found, revision, values));
};

/** Scores each of these activities as proposed; what one of them keeps is what scoring it alone would keep. */
export const scoreRest = async (
  deps: EdupakDeps,
  tx: UnitOfWork,
  at: SheetRequest,
  rows: readonly KegiatanTerhitung[],
): Promise<void> => {
  const acts: Act[] = [];
  for (const row of rows)
    acts.push(await keepScore(deps, tx, at, row, row.kegiatan.revision, { nilai: tulisAk(row.hitung.angkaKredit) }));
  // Last, since the first entry holds up everybody else's: one of them may hold a row that comes later here.
  for (const act of acts) await recordAct(deps, tx, at, act);
};
