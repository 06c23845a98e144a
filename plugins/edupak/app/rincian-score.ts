import type { FieldChange, SheetRequest, SheetValue, UnitOfWork } from "../../../src/plugin-api/index.js";
import { type Ak, tulisAk } from "../../angka-kredit/plugin.js";
import { badInput, stale } from "../../kepegawaian/plugin.js";
import type { KegiatanTerhitung } from "../domain/hitung-kegiatan.js";
import { bacaNilai } from "../domain/penilaian.js";
import type { EdupakDeps } from "./edupak-deps.js";
import { recordAct } from "./record-act.js";

const text = (value: SheetValue | undefined): string => (value === undefined || value === null ? "" : String(value));
const shown = (value: Ak | null): string | null => (value === null ? null : tulisAk(value).replace(".", ","));

/** Saves the provisional score of one activity with its reason; old and new value go into the history. Source: domain note 1.5.2. */
export const scoreKegiatan = async (
  deps: EdupakDeps,
  tx: UnitOfWork,
  at: SheetRequest,
  { kegiatan, butir, hitung }: KegiatanTerhitung,
  revision: number,
  values: Readonly<Record<string, SheetValue>>,
): Promise<void> => {
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
  await recordAct(deps, tx, at, {
    action: "dupak.scored",
    story: { id: `menilai kegiatan kode ${butir.kode}`, en: `scored activity ${butir.kode}` },
    subject: { type: "Kegiatan", id: kegiatan.id },
    changes,
    reason: alasanNilai,
  });
};
