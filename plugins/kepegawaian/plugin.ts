import { definePlugin } from "../../src/plugin-api/index.js";
import { CreatePeople1764000004002 } from "./data/create-people-1764000004002.migration.js";
import { HariLiburEntity } from "./data/hari-libur.entity.js";
import { holidayTable } from "./data/holiday-table.js";
import { InstansiEntity } from "./data/instansi.entity.js";
import { KepegawaianRepository } from "./data/kepegawaian.repository.js";
import { PegawaiEntity } from "./data/pegawai.entity.js";
import { peopleDirectory } from "./data/people-directory.js";
import { seedDemo } from "./data/seed-demo.js";
import { seedHolidays } from "./data/seed-holidays.js";
import { UnitKerjaEntity } from "./data/unit-kerja.entity.js";

export { adalahHariKerja, akhirHari, setelahHariKerja, tanggalWib } from "./domain/hari-kerja.js";
export { namaLengkap } from "./domain/nama.js";
export { bacaNip, type JenisKelamin, type NipTerbaca, tanggalNyata, tulisNip } from "./domain/nip.js";
export type { Instansi, Pegawai, UnitKerja } from "./domain/pegawai.js";
export { acak, pegawaiSintetis, type Profil } from "./domain/sintetis.js";
export { demoPeople } from "./data/demo-people.js";
export { nipTerlarang } from "./data/nip-deny-list.js";
export { KepegawaianRepository } from "./data/kepegawaian.repository.js";

/** People, government bodies, units and holidays, for every other plugin. */
export const plugin = definePlugin({
  name: "kepegawaian",
  version: "1.0.0",
  api: "^1",
  entities: [PegawaiEntity, InstansiEntity, UnitKerjaEntity, HariLiburEntity],
  migrations: [CreatePeople1764000004002],
  setup: () => ({
    people: peopleDirectory,
    holidays: (tx) => new KepegawaianRepository(tx.manager).hariLibur(),
    referenceTables: [holidayTable],
    seed: (tx) => seedHolidays(tx.manager),
    demo: (tx) => seedDemo(tx.manager),
  }),
});
