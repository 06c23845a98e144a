import type { UnitOfWork } from "../../../src/plugin-api/index.js";
import { peroranganDari } from "../../penilaian/plugin.js";
import type { Perorangan } from "../domain/dupak.js";
import { refuse } from "./refusals.js";
import type { SiwiDeps } from "./siwi-deps.js";

/** A widyaiswara as the personnel data say now, with the agency's team. */
export interface Widyaiswara {
  readonly perorangan: Perorangan;
  readonly punyaTpi: boolean;
  /** Since when the NIWN is out of use, as an ISO date; null while it is in use. */
  readonly nonaktifSejak: string | null;
}

/**
 * Reads the person behind an account.
 * @returns undefined when there is none or it is no widyaiswara. @throws {AppError} INVALID_STATE when the data are not usable.
 */
export const readWidyaiswara = async (
  deps: SiwiDeps,
  tx: UnitOfWork,
  personId: string | null,
): Promise<Widyaiswara | undefined> => {
  const people = deps.people(tx);
  const pegawai = personId === null ? undefined : await people.pegawai(personId);
  if (pegawai === undefined || pegawai.jabatan !== "Widyaiswara") return undefined;
  const perorangan = await peroranganDari(deps, tx, pegawai);
  const instansi = await people.instansi(pegawai.instansiId);
  if (perorangan === undefined || instansi === undefined) {
    throw refuse(
      "Data kepegawaian Anda belum lengkap (instansi, jenjang, atau golongan). Hubungi Admin Instansi.",
      "Your personnel data are incomplete (agency, level or grade). Ask the agency's administrator.",
    );
  }
  const niwn = await deps.store(tx).niwnByNip(pegawai.nip);
  return {
    punyaTpi: instansi.punyaTpi,
    nonaktifSejak: niwn?.nonaktif?.pada ?? null,
    perorangan: { ...perorangan, niwn: niwn?.niwn ?? null },
  };
};
