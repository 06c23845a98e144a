import type { UnitOfWork } from "../../../src/plugin-api/index.js";
import type { SiwiDeps } from "./siwi-deps.js";

/** Id of the unit of an instansi with this name; a new one is kept. */
export const unitNamed = async (deps: SiwiDeps, tx: UnitOfWork, instansiId: string, nama: string): Promise<string> => {
  const people = deps.people(tx);
  const known = await people.unitKerjaByNama(instansiId, nama);
  if (known !== undefined) return known.id;
  const id = deps.ids.next();
  await people.saveUnitKerja({ id, instansiId, nama });
  return id;
};
