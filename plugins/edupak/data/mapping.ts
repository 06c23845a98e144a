import { ak, volume } from "../../angka-kredit/plugin.js";
import type { Rekap } from "../app/edupak-store.js";
import type { Dupak, Saldo } from "../domain/dupak.js";
import { type Inventarisasi, type Kegiatan, PERAN_PENULIS } from "../domain/inventarisasi.js";
import type { PerKelompok } from "../domain/kelompok-pak.js";
import type { Pejabat, Perorangan } from "../domain/perorangan.js";
import type { DupakEntity } from "./dupak.entity.js";
import type { InventarisasiEntity } from "./inventarisasi.entity.js";
import type { KegiatanEntity } from "./kegiatan.entity.js";
import type { RekapEntity } from "./rekap.entity.js";
import type { SaldoEntity } from "./saldo.entity.js";

/** Columns of a table, apart from the class that maps them. */
type Columns<T> = { readonly [K in keyof T]: T[K] };

const orNull = (value: object | null): string | null => (value === null ? null : JSON.stringify(value));
const pejabatFrom = (text: string | null): Pejabat | null => (text === null ? null : (JSON.parse(text) as Pejabat));

export const toSaldo = (row: Columns<SaldoEntity>): Saldo => ({
  ...row,
  perKelompok: JSON.parse(row.perKelompok) as PerKelompok,
});

export const toInventarisasi = ({ kunci: _kunci, ...row }: Columns<InventarisasiEntity>): Inventarisasi => ({
  ...row,
  perorangan: JSON.parse(row.perorangan) as Perorangan,
});

/** `kunci` lets one owner have one living month of a name. */
export const fromInventarisasi = (each: Inventarisasi): Columns<InventarisasiEntity> => ({
  ...each,
  kunci: each.dibatalkan ? each.id : `${each.pemilikId}:${each.bulan}`,
  perorangan: JSON.stringify(each.perorangan),
});

export const toKegiatan = (row: Columns<KegiatanEntity>): Kegiatan => ({
  ...row,
  volume: volume(row.volume),
  penulis: PERAN_PENULIS.find((each) => each === row.penulis) ?? null,
  nilai: row.nilai === null ? null : ak(row.nilai),
});

export const toDupak = ({ kunci: _kunci, ...row }: Columns<DupakEntity>): Dupak => ({
  ...row,
  perorangan: JSON.parse(row.perorangan) as Perorangan,
  lama: JSON.parse(row.lama) as PerKelompok,
  lampiran: JSON.parse(row.lampiran) as Dupak["lampiran"],
  atasan: pejabatFrom(row.atasan),
  pejabat: pejabatFrom(row.pejabat),
  penetapan: row.penetapan === "PAK" || row.penetapan === "HAPAK" ? row.penetapan : null,
});

/** `kunci` lets one owner have one living DUPAK for a masa penilaian. */
export const fromDupak = (dupak: Dupak): Columns<DupakEntity> => ({
  ...dupak,
  kunci: dupak.dibatalkan ? dupak.id : `${dupak.pemilikId}:${dupak.masaMulai}`,
  perorangan: JSON.stringify(dupak.perorangan),
  lama: JSON.stringify(dupak.lama),
  lampiran: JSON.stringify(dupak.lampiran),
  atasan: orNull(dupak.atasan),
  pejabat: orNull(dupak.pejabat),
});

export const toRekap = (row: Columns<RekapEntity>): Rekap => ({
  ...row,
  jenis: row.jenis === "PENGGUNA" ? "PENGGUNA" : "USULAN",
});
