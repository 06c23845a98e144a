import { ak, volume } from "../../angka-kredit/plugin.js";
import { type Dupak, type DupakRow, PERAN_PENULIS, type PerUnsur } from "../domain/dupak.js";
import type { DupakRowEntity } from "./dupak-row.entity.js";
import type { DupakEntity } from "./dupak.entity.js";

/** Columns of a table, apart from the class that maps them. */
type Columns<T> = { readonly [K in keyof T]: T[K] };

/** A DUPAK as the domain knows it. */
export const toDupak = (row: DupakEntity): Dupak => ({
  id: row.id,
  caseId: row.caseId,
  periodeId: row.periodeId,
  pemilikId: row.pemilikId,
  jalur: row.jalur as Dupak["jalur"],
  perorangan: JSON.parse(row.perorangan) as Dupak["perorangan"],
  lama: JSON.parse(row.lama) as PerUnsur,
  lamaTerkunci: row.lamaTerkunci,
  prasyarat: JSON.parse(row.prasyarat) as Dupak["prasyarat"],
  monevSelesai: row.monevSelesai,
  bagianManual: row.bagianManual,
  catatanPengembalian: row.catatanPengembalian,
  pernahDikirim: row.pernahDikirim,
  siapDinilaiTpp: row.siapDinilaiTpp,
  pengajuanId: row.pengajuanId,
  sidangId: row.sidangId,
  hasil: row.hasil === null ? null : (JSON.parse(row.hasil) as PerUnsur),
});

/** Columns of a DUPAK, without the questionnaire, which is written once by itself. */
export const fromDupak = (dupak: Dupak): Omit<DupakEntity, "monev" | "monevPada"> => ({
  ...dupak,
  perorangan: JSON.stringify(dupak.perorangan),
  lama: JSON.stringify(dupak.lama),
  prasyarat: JSON.stringify(dupak.prasyarat),
  hasil: dupak.hasil === null ? null : JSON.stringify(dupak.hasil),
});

/** A row as the domain knows it. */
export const toRow = (row: Columns<DupakRowEntity>): DupakRow => ({
  ...row,
  volume: volume(row.volume),
  penulis: PERAN_PENULIS.find((each) => each === row.penulis) ?? null,
  sumber: row.sumber === "MANUAL" ? "MANUAL" : "ONLINE",
  nilaiTpi: row.nilaiTpi === null ? null : ak(row.nilaiTpi),
  nilaiTpp: row.nilaiTpp === null ? null : ak(row.nilaiTpp),
});
