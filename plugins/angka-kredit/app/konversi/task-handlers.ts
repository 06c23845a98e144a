import type { TaskHandler } from "../../../../src/plugin-api/index.js";
import type { KonversiDeps } from "./konversi-deps.js";
import { perbaikiPredikat } from "./perbaiki-predikat.js";
import { periksaKonversi, tetapkanKonversi } from "./putusan-konversi.js";
import { putuskanPembatalan } from "./putuskan-pembatalan.js";
import { tetapkanMassal } from "./tetapkan-massal.js";
import { tetapkanPak } from "./tetapkan-pak.js";
import { tindakLanjutMasalah } from "./tindak-lanjut-masalah.js";

/** What the app adds to each of its user tasks. */
export const taskHandlers = (deps: KonversiDeps): readonly TaskHandler[] => [
  periksaKonversi(deps),
  perbaikiPredikat(deps),
  tetapkanKonversi(deps),
  tetapkanPak(deps),
  tindakLanjutMasalah(deps),
  tetapkanMassal(deps),
  putuskanPembatalan(deps),
];
