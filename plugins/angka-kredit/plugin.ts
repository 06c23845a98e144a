import { definePlugin } from "../../src/plugin-api/index.js";
import { AturanEntity } from "./data/aturan.entity.js";
import { ButirKegiatanEntity } from "./data/butir-kegiatan.entity.js";
import { butirTable } from "./data/butir-table.js";
import { CreateReferenceTables1764000004001 } from "./data/create-reference-tables-1764000004001.migration.js";
import { seedReference } from "./data/seed-reference.js";

export { type Ak, ak, AK_TERBESAR, bacaAk, jumlahAk, kurangAk, NOL, terkecil, tulisAk } from "./domain/ak.js";
export { type AkumulasiKonvensional, akumulasiKonvensional } from "./domain/akumulasi-konvensional.js";
export type { AturanKonvensional } from "./domain/aturan-konvensional.js";
export {
  adalahUtama,
  type ButirKegiatan,
  namaUnsur,
  type Pendidikan,
  PENDIDIKAN,
  type Unsur,
  UNSUR,
} from "./domain/butir.js";
export {
  adalahGolongan,
  bandingGolongan,
  type Golongan,
  GOLONGAN,
  golonganBerikut,
  pangkat,
} from "./domain/golongan.js";
export { type Jenjang, JENJANG, namaJenjang, selisihJenjang } from "./domain/jenjang.js";
export { type Komposisi, komposisi } from "./domain/komposisi.js";
export {
  type AlasanBaris,
  type BarisTerhitung,
  type BarisUsul,
  nilaiBaris,
  type Penilai,
  type Penulis,
} from "./domain/nilai-baris.js";
export { type Rezim, rezimUntuk } from "./domain/rezim.js";
export { type BarisTabulasi, tabulasi } from "./domain/tabulasi.js";
export { bacaVolume, tulisVolume, type Volume, volume } from "./domain/volume.js";
export { ReferenceRepository } from "./data/reference.repository.js";

/** Credit rules and their effective-dated reference tables, for every other plugin. */
export const plugin = definePlugin({
  name: "angka-kredit",
  version: "1.0.0",
  api: "^1",
  entities: [ButirKegiatanEntity, AturanEntity],
  migrations: [CreateReferenceTables1764000004001],
  setup: () => ({ referenceTables: [butirTable], seed: (tx) => seedReference(tx.manager) }),
});
