import { AK_TERBESAR, bacaAk } from "./ak.js";
import { UNSUR } from "./butir.js";
import { GOLONGAN } from "./golongan.js";
import type { BidangAcuan, TipeBidang } from "./jenis-acuan.js";
import { type Masalah, masalah } from "./masalah.js";
import { PREDIKAT } from "./predikat.js";

type Bacaan = { readonly ok: true; readonly nilai: unknown } | { readonly ok: false; readonly harus: string };

const baik = (nilai: unknown): Bacaan => ({ ok: true, nilai });
const salah = (harus: string): Bacaan => ({ ok: false, harus });

const AK_BENAR = 'angka kredit seperti "12.500", paling besar 2000';

const bacaKredit = (value: unknown): Bacaan => {
  if (typeof value !== "string" || !/^\d{1,4}(?:\.\d{1,3})?$/.test(value)) return salah(AK_BENAR);
  const amount = bacaAk(value);
  return amount > AK_TERBESAR ? salah(AK_BENAR) : baik(amount);
};

const adalahBilangan = (value: unknown): value is number =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 10_000;

const salahSatu = (values: readonly string[], value: unknown): Bacaan =>
  typeof value === "string" && values.includes(value) ? baik(value) : salah(`salah satu dari ${values.join(", ")}`);

const BACA: Readonly<Record<TipeBidang, (value: unknown) => Bacaan>> = {
  AK: bacaKredit,
  AK_ATAU_KOSONG: (value) => (value === null || value === undefined ? baik(null) : bacaKredit(value)),
  BILANGAN: (value) => (adalahBilangan(value) ? baik(value) : salah("bilangan bulat 0 sampai 10000")),
  GOLONGAN: (value) => salahSatu(GOLONGAN, value),
  PREDIKAT: (value) => salahSatu(PREDIKAT, value),
  DAFTAR_BILANGAN: (value) =>
    Array.isArray(value) && value.length > 0 && value.every(adalahBilangan)
      ? baik(value)
      : salah("daftar bilangan bulat seperti [60, 40]"),
  TEKS: (value) =>
    typeof value === "string" && value.trim() !== "" && value.length <= 200 ? baik(value) : salah("teks 1–200 huruf"),
  UNSUR: (value) => salahSatu(UNSUR, value),
};

/** Reads the values of a row by the fields of its kind; every fault names its field with value and expectation. */
export const bacaNilaiAcuan = (
  bidang: Readonly<Record<string, BidangAcuan>>,
  nilai: Readonly<Record<string, unknown>>,
): { readonly nilai: Readonly<Record<string, unknown>>; readonly masalah: readonly Masalah[] } => {
  const read: Record<string, unknown> = {};
  const faults: Masalah[] = [];
  for (const [nama, { tipe, label }] of Object.entries(bidang)) {
    const bacaan = BACA[tipe](nilai[nama]);
    if (bacaan.ok) read[nama] = bacaan.nilai;
    else faults.push(masalah(nama, `${label} harus ${bacaan.harus}, tetapi ${JSON.stringify(nilai[nama] ?? null)}`));
  }
  for (const nama of Object.keys(nilai)) {
    if (!(nama in bidang)) faults.push(masalah(nama, `bidang '${nama}' tidak dikenal`));
  }
  return { nilai: read, masalah: faults };
};
