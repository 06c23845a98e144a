import type { UnitOfWork } from "../../../../src/plugin-api/index.js";
import { absent } from "../../../kepegawaian/plugin.js";
import type { KonversiDeps } from "./konversi-deps.js";
import type { BerkasKonversi } from "./konversi-store.js";

/** The grades of a case file. @throws {AppError} NOT_FOUND when the case file has none. */
export const berkasOfCase = async (deps: KonversiDeps, tx: UnitOfWork, caseId: string): Promise<BerkasKonversi> => {
  const berkas = await deps.store(tx).berkas(caseId);
  if (berkas === undefined) throw absent("conversion", caseId);
  return berkas;
};

/** What a new case file begins with. */
export const berkasBaru = (
  caseId: string,
  wilayah: { readonly instansiId: string; readonly unitId: string | null },
  actor: { readonly userId: string; readonly personId: string | null },
  more: Partial<BerkasKonversi> = {},
): BerkasKonversi => ({
  caseId,
  instansiId: wilayah.instansiId,
  unitId: wilayah.unitId,
  pembuatId: actor.userId,
  pembuatPegawaiId: actor.personId,
  fileId: null,
  tahunSiasn: null,
  pesan: null,
  tanpaBermasalah: false,
  penetap: null,
  tanggal: null,
  terbitkanPak: false,
  masalahFileId: null,
  rekapFileId: null,
  menggantiId: null,
  alasan: null,
  ...more,
});
