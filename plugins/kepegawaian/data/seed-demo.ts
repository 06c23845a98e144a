import type { EntityManager } from "typeorm";
import { DEMO_INSTANSI, DEMO_UNITS, demoPeople } from "./demo-people.js";
import { KepegawaianRepository } from "./kepegawaian.repository.js";

/** Writes the small synthetic set; running it again changes nothing. */
export const seedDemo = async (manager: EntityManager): Promise<void> => {
  const repository = new KepegawaianRepository(manager);
  for (const instansi of DEMO_INSTANSI) await repository.saveInstansi(instansi);
  for (const unit of DEMO_UNITS) await repository.saveUnitKerja(unit);
  for (const pegawai of demoPeople()) await repository.savePegawai(pegawai);
};
