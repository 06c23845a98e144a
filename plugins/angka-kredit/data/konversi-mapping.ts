import type {
  BarisBerkas,
  BerkasKonversi,
  IjazahTercatat,
  KonversiTetap,
  PakKonversi,
  SaldoTercatat,
} from "../app/konversi/konversi-store.js";
import { ak } from "../domain/ak.js";
import type { BarisKonversiEntity } from "./baris-konversi.entity.js";
import type { BerkasKonversiEntity } from "./berkas-konversi.entity.js";
import type { IjazahEntity } from "./ijazah.entity.js";
import type { KonversiEntity } from "./konversi.entity.js";
import type { PakKonversiEntity } from "./pak-konversi.entity.js";
import type { SaldoAwalEntity } from "./saldo-awal.entity.js";

/** Columns of a table, apart from the class that maps them. */
type Columns<T> = { readonly [K in keyof T]: T[K] };

export const toBerkas = (row: Columns<BerkasKonversiEntity>): BerkasKonversi => ({
  ...row,
  penetap: row.penetap as BerkasKonversi["penetap"],
});

export const toBaris = ({ nip: _nip, ...row }: Columns<BarisKonversiEntity>): BarisBerkas => ({
  ...row,
  isi: row.isi as BarisBerkas["isi"],
  masalah: row.masalah as BarisBerkas["masalah"],
  periode: row.periode as BarisBerkas["periode"],
  status: row.status as BarisBerkas["status"],
});

const LONGEST_NIP = 32;
export const fromBaris = (row: BarisBerkas): Columns<BarisKonversiEntity> => ({
  ...row,
  nip: (row.periode?.nip ?? row.isi.nip).slice(0, LONGEST_NIP),
});

export const toKonversi = (row: Columns<KonversiEntity>): KonversiTetap => ({
  ...row,
  jenjang: row.jenjang as KonversiTetap["jenjang"],
  golongan: row.golongan as KonversiTetap["golongan"],
  predikat: row.predikat as KonversiTetap["predikat"],
  koefisien: ak(row.koefisien),
  angkaKredit: ak(row.angkaKredit),
  perorangan: row.perorangan as KonversiTetap["perorangan"],
  penetap: row.penetap as KonversiTetap["penetap"],
  akumulasi: row.akumulasi as KonversiTetap["akumulasi"],
});

export const toSaldo = (row: Columns<SaldoAwalEntity>): SaldoTercatat => ({
  ...row,
  jenjang: row.jenjang as SaldoTercatat["jenjang"],
  presentasi: row.presentasi as SaldoTercatat["presentasi"],
  golonganMasuk: row.golonganMasuk as SaldoTercatat["golonganMasuk"],
  akDasar: ak(row.akDasar),
  akLama: ak(row.akLama),
  akPenyesuaian: ak(row.akPenyesuaian),
  akIntegrasi: ak(row.akIntegrasi),
});

export const toIjazah = (row: Columns<IjazahEntity>): IjazahTercatat => ({
  ...row,
  jenjang: row.jenjang as IjazahTercatat["jenjang"],
  ak: ak(row.ak),
});

export const toPak = ({ batalPada, batalAlasan, ...row }: Columns<PakKonversiEntity>): PakKonversi => ({
  ...row,
  jenjang: row.jenjang as PakKonversi["jenjang"],
  golongan: row.golongan as PakKonversi["golongan"],
  untuk: row.untuk as PakKonversi["untuk"],
  isi: row.isi as PakKonversi["isi"],
  batal: batalPada === null ? null : { pada: batalPada, alasan: batalAlasan ?? "" },
});

export const fromPak = ({ batal, ...pak }: PakKonversi): Columns<PakKonversiEntity> => ({
  ...pak,
  batalPada: batal?.pada ?? null,
  batalAlasan: batal?.alasan ?? null,
});
