import type { UnitOfWork } from "../../../src/plugin-api/index.js";
import { tanggalWib } from "../domain/hari-kerja.js";
import { tulisTanggal } from "../domain/tanggal.js";
import { APP, type SapkDeps, SINKRONISASI } from "./sapk-deps.js";

/** Whom to ask SAPK for. */
export interface Permintaan {
  readonly instansiId: string;
  /** Null: everybody of the instansi. */
  readonly nips: readonly string[] | null;
  /** Null: the case file's own id, so that each request is a run of its own. */
  readonly kunci: string | null;
}

/**
 * Opens a synchronisation with its queue; the process starts with it. @returns the case file's id.
 * @throws a unique violation when there is a run for that key already.
 */
export const mulaiSinkronisasi = async (
  deps: SapkDeps,
  tx: UnitOfWork,
  { instansiId, nips, kunci }: Permintaan,
): Promise<string> => {
  const now = deps.clock.now();
  const today = tanggalWib(now);
  const instansi = await deps.people(tx).instansi(instansiId);
  const year = today.slice(0, 4);
  const number = await deps.numbers(tx).nextNumber(`sapk:${year}`);
  const title = nips === null ? "Sinkronisasi SAPK" : `Sinkronisasi SAPK ${nips.length} pegawai`;
  const caseFile = await deps.cases.open(tx, {
    app: APP,
    type: SINKRONISASI,
    reference: `SAPK-${year}-${String(number).padStart(4, "0")}`,
    title: `${title}, ${tulisTanggal(today)}`,
    ownerId: null,
    subjectName: instansi?.nama ?? instansiId,
    subjectNumber: null,
    unitName: instansi?.nama ?? null,
    scopes: { instansi: instansiId },
    status: "BERJALAN",
    variables: {},
  });
  const store = deps.store(tx);
  const run = { id: caseFile.id, instansiId, semua: nips === null, putaran: 0, dimulaiPada: now, selesaiPada: null };
  await store.addRun({ ...run, kunci: kunci ?? caseFile.id });
  if (nips === null) await store.antreSemua(caseFile.id, instansiId);
  else await store.antre(caseFile.id, nips);
  return caseFile.id;
};
