import type { UnitOfWork } from "../../../src/plugin-api/index.js";
import { headOf, headOfInstansi, type Letterhead } from "../../kepegawaian/plugin.js";
import type { Perorangan } from "../domain/dupak.js";
import { LINGKUP_PUSBIN, LINGKUP_TPP } from "./acuan-cetak.js";
import type { SiwiDeps } from "./siwi-deps.js";

/** Head and place of the central team today. @throws {AppError} INVALID_STATE when no head is in force. */
export const headOfTpp = (deps: SiwiDeps, tx: UnitOfWork): Promise<Letterhead> => headOf(deps, tx, LINGKUP_TPP);

/** Head and place of the centre that issues numbers. @throws {AppError} INVALID_STATE when no head is in force. */
export const headOfPusbin = (deps: SiwiDeps, tx: UnitOfWork): Promise<Letterhead> => headOf(deps, tx, LINGKUP_PUSBIN);

/** Head and place of the instansi of a person today; while none is set, its name and city. */
export const headOfOwnInstansi = (
  deps: SiwiDeps,
  tx: UnitOfWork,
  { instansiId, instansi, kota }: Pick<Perorangan, "instansiId" | "instansi" | "kota">,
): Promise<Letterhead> => headOfInstansi(deps, tx, { id: instansiId, nama: instansi, kota });

/** The person as documents print them. */
export const pegawaiCetak = (person: Perorangan) => {
  const {
    pegawaiId: _pegawai,
    instansiId: _instansi,
    kota: _kota,
    jenjang: _jenjang,
    pendidikanDiperhitungkan: _counted,
    ...printed
  } = person;
  return printed;
};
