import type { CaseFile, UnitOfWork } from "../../../src/plugin-api/index.js";
import { akhirHari, namaMasa } from "../../kepegawaian/plugin.js";
import { type JadwalPeriode, type Periode } from "../domain/periode.js";
import { dateOf, type FormData } from "./form-data.js";
import { absent } from "./refusals.js";
import { APP, type SiwiDeps } from "./siwi-deps.js";

const HOURS_OF_JAKARTA = "+07:00";
const DAY_MS = 86_400_000;

/** Schedule as the forms give it. */
export const scheduleOf = (data: FormData): JadwalPeriode => ({
  masaMulai: dateOf(data, "masaMulai"),
  masaSelesai: dateOf(data, "masaSelesai"),
  buka: dateOf(data, "buka"),
  tutup: dateOf(data, "tutup"),
});

/** Instants for the process (ISO): first and last moment of sending, and the close of business on the last day. */
export const scheduleVariables = ({ buka, tutup }: JadwalPeriode) => {
  const midnight = (tanggal: string): number => Date.parse(`${tanggal}T00:00:00${HOURS_OF_JAKARTA}`);
  const iso = (instant: number): string => new Date(instant).toISOString();
  return { pembukaan: iso(midnight(buka)), penutupan: iso(midnight(tutup) + DAY_MS), tenggat: iso(akhirHari(tutup)) };
};

/** Keeps a new period with its case file. @returns the case file. */
export const openPeriod = async (
  deps: SiwiDeps,
  tx: UnitOfWork,
  jadwal: JadwalPeriode,
  id: string = deps.ids.next(),
): Promise<CaseFile> => {
  const nama = namaMasa(jadwal);
  const caseFile = await deps.cases.open(tx, {
    app: APP,
    type: "masa-penilaian",
    reference: `MASA-${jadwal.masaMulai.slice(0, 7)}`,
    title: `Masa penilaian ${nama}`,
    ownerId: null,
    subjectName: "Seluruh widyaiswara", // the months stand in the title already, and change there
    subjectNumber: null,
    unitName: null,
    scopes: {},
    status: "DIJADWALKAN",
    variables: scheduleVariables(jadwal),
  });
  await deps.store(tx).savePeriode({ ...jadwal, id, nama, caseId: caseFile.id, ditutupPada: null });
  return caseFile;
};

/** The period of a case file. @throws {AppError} NOT_FOUND when the case file is none. */
export const periodOfCase = async (deps: SiwiDeps, tx: UnitOfWork, caseId: string): Promise<Periode> => {
  const found = (await deps.store(tx).periodes()).find((each) => each.caseId === caseId);
  if (found === undefined) throw absent("period", caseId);
  return found;
};
