import { BarisKonversiEntity } from "./baris-konversi.entity.js";
import { BerkasKonversiEntity } from "./berkas-konversi.entity.js";
import { CreateKonversi1764000900001 } from "./create-konversi-1764000900001.migration.js";
import { CreateTarikan1764001100001 } from "./create-tarikan-1764001100001.migration.js";
import { IjazahEntity } from "./ijazah.entity.js";
import { KonversiBulanEntity } from "./konversi-bulan.entity.js";
import { KonversiEntity } from "./konversi.entity.js";
import { PakKonversiEntity } from "./pak-konversi.entity.js";
import { SaldoAwalEntity } from "./saldo-awal.entity.js";
import { TarikanPredikatEntity } from "./tarikan-predikat.entity.js";

/** Tables of the conversion of grades. */
export const konversiEntities = [
  BerkasKonversiEntity,
  BarisKonversiEntity,
  KonversiEntity,
  KonversiBulanEntity,
  SaldoAwalEntity,
  IjazahEntity,
  PakKonversiEntity,
  TarikanPredikatEntity,
];
export const konversiMigrations = [CreateKonversi1764000900001, CreateTarikan1764001100001];
