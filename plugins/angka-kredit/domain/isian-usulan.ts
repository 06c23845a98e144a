import { STATUS_SUMBER, type StatusSumber } from "./acuan.js";
import { tulisAk } from "./ak.js";
import { bacaAngkaTertulis } from "./angka-tertulis.js";
import { bacaNilaiAcuan } from "./baca-nilai-acuan.js";
import { BUTIR, bacaKunciButir, URAIAN_BUTIR } from "./jenis-butir.js";
import type { TipeBidang, UraianJenis } from "./jenis-acuan.js";
import { UMUM } from "./jenis-acuan.js";
import { type Masalah, masalah } from "./masalah.js";
import { adalahTanggal } from "./tanggal.js";
import type { UsulanAcuan } from "./usulan-acuan.js";

/** Values of the form as they were typed. */
export type Isian = Readonly<Record<string, unknown>>;

const teks = (isian: Isian, key: string): string => {
  const value = isian[key];
  return typeof value === "string" ? value.trim() : typeof value === "number" ? String(value) : "";
};

/** Which of the form's fields hold the key of a kind. */
const KUNCI: Readonly<Record<string, readonly string[]>> = {
  jenjang: ["kunciJenjang"],
  koefisien: ["kunciJenjang"],
  "target-2022": ["kunciJenjang"],
  predikat: ["kunciPredikat"],
  "ak-dasar": ["kunciGolongan"],
  integrasi: ["kunciGolongan"],
  "akk-konvensional": ["kunciGolongan"],
  "perpindahan-khusus": ["kunciJenjang", "kunciGolongan"],
  konvensional: ["kunciJabatan"],
  "kualifikasi-pelatihan": ["kunciKualifikasi"],
  "tenggat-jfk": ["kunciLangkah"],
  [BUTIR]: ["kunciJabatanButir", "kunciKode"],
};

/** The key of a kind as the form names it; kinds with one value only have `UMUM`. */
export const kunciUsulan = (isian: Isian): string =>
  (KUNCI[teks(isian, "jenis")] ?? []).map((field) => teks(isian, field)).join(":") || UMUM;

const adalahKredit = (tipe: TipeBidang): boolean => tipe === "AK" || tipe === "AK_ATAU_KOSONG";

/** Credit that was typed as in another locale: 15.000 is fifteen thousand here, never fifteen. */
const masalahAngka = (isian: Isian, { bidang }: UraianJenis): readonly Masalah[] =>
  Object.entries(bidang)
    .filter(([nama, { tipe }]) => {
      const typed = teks(isian, nama);
      return adalahKredit(tipe) && typed !== "" && !bacaAngkaTertulis(typed, "id").ok;
    })
    .map(([nama, { label }]) =>
      masalah(nama, `${label} harus angka dengan koma desimal seperti 12,500, tetapi "${teks(isian, nama)}"`),
    );

/** What a field holds, in the form in which reference data are kept: credit with a dot, lists as numbers. */
const nilaiBidang = (tipe: TipeBidang, typed: string): unknown => {
  if (typed === "") return null;
  if (adalahKredit(tipe)) {
    const read = bacaAngkaTertulis(typed, "id");
    return read.ok ? tulisAk(read.nilai) : null;
  }
  if (tipe === "BILANGAN") return /^\d+$/.test(typed) ? Number(typed) : typed;
  if (tipe === "DAFTAR_BILANGAN")
    return typed.split(/[\s,/;]+/).map((part) => (/^\d+$/.test(part) ? Number(part) : part));
  return typed;
};

/**
 * Reads a proposed change as it was typed; every fault is named with the form's field.
 * @param sekarang values in force now, which an activity keeps where the form leaves a field empty.
 */
export const bacaUsulan = (
  isian: Isian,
  jenisAcuan: ReadonlyMap<string, UraianJenis>,
  sekarang: Readonly<Record<string, unknown>>,
): { readonly usulan: UsulanAcuan; readonly masalah: readonly Masalah[] } => {
  const jenis = teks(isian, "jenis");
  const uraian = jenis === BUTIR ? URAIAN_BUTIR : jenisAcuan.get(jenis);
  const kunci = kunciUsulan(isian);
  const nilai = uraian === undefined ? {} : nilaiUsulan(isian, uraian, jenis === BUTIR ? sekarang : {});
  const status = STATUS_SUMBER.find((each) => each === teks(isian, "status"));
  const sampai = teks(isian, "berlakuSampai").slice(0, 10);
  const usulan: UsulanAcuan = {
    jenis,
    kunci,
    nilai,
    peraturan: teks(isian, "peraturan"),
    pasal: teks(isian, "pasal") || null,
    status: status ?? "PERLU_VERIFIKASI",
    berlakuMulai: teks(isian, "berlakuMulai").slice(0, 10),
    berlakuSampai: sampai === "" ? null : sampai,
    alasan: teks(isian, "alasan"),
  };
  const angka = uraian === undefined ? [] : masalahAngka(isian, uraian);
  const rest = [...masalahKunci(usulan, uraian), ...masalahMasa(usulan), ...masalahSumber(usulan, status)];
  // What could not be read is absent above: it is named once, with what was typed.
  const named = new Set(angka.map((each) => each.bidang));
  return { usulan, masalah: [...angka, ...rest.filter((each) => !named.has(each.bidang))] };
};

const nilaiUsulan = (
  isian: Isian,
  { bidang }: UraianJenis,
  sekarang: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(bidang).map(([nama, { tipe }]) => [
      nama,
      nilaiBidang(tipe, teks(isian, nama)) ?? sekarang[nama] ?? null,
    ]),
  );

const masalahKunci = ({ jenis, kunci, nilai }: UsulanAcuan, uraian: UraianJenis | undefined): readonly Masalah[] => {
  if (uraian === undefined) return [masalah("jenis", `Jenis acuan "${jenis}" tidak dikenal`)];
  const field = KUNCI[jenis]?.at(-1) ?? "jenis";
  const known = jenis === BUTIR ? bacaKunciButir(kunci) !== undefined : uraian.kunci.includes(kunci);
  return [
    ...(known ? [] : [masalah(field, `"${kunci}" tidak ada dalam acuan ini`)]),
    ...bacaNilaiAcuan(uraian.bidang, nilai).masalah,
  ];
};

const masalahMasa = ({ berlakuMulai, berlakuSampai }: UsulanAcuan): readonly Masalah[] => {
  if (!adalahTanggal(berlakuMulai)) return [masalah("berlakuMulai", `Tanggal tidak sah: "${berlakuMulai}"`)];
  if (berlakuSampai === null) return [];
  if (!adalahTanggal(berlakuSampai)) return [masalah("berlakuSampai", `Tanggal tidak sah: "${berlakuSampai}"`)];
  return berlakuSampai < berlakuMulai
    ? [masalah("berlakuSampai", `Harus sesudah ${berlakuMulai}, tetapi ${berlakuSampai}`)]
    : [];
};

const masalahSumber = ({ peraturan, alasan }: UsulanAcuan, status: StatusSumber | undefined): readonly Masalah[] => [
  ...(peraturan.length >= 5 && peraturan.length <= 64 ? [] : [masalah("peraturan", "Peraturan wajib diisi")]),
  ...(alasan.length >= 10 ? [] : [masalah("alasan", "Alasan paling sedikit 10 huruf")]),
  ...(status === undefined ? [masalah("status", "Pilih keyakinan sumber")] : []),
];
