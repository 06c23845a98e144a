import { z } from "zod";
import { type Ak, AK_TERBESAR, bacaAk } from "../domain/ak.js";
import { bacaBulan } from "../domain/bulan.js";
import { GOLONGAN } from "../domain/golongan.js";
import { JENJANG } from "../domain/jenjang.js";
import { PREDIKAT } from "../domain/predikat.js";
import { adalahTanggal } from "../domain/tanggal.js";

/** Fields that requests share. Messages are Indonesian and say what is expected; the value is added where they are shown. */
const jenjang = z.enum(JENJANG);
const golongan = z.enum(GOLONGAN);
const predikat = z.enum(PREDIKAT);

const CONTOH_AK = 'angka kredit dengan titik dan paling banyak tiga desimal, misalnya "20.833"';

/** `"20.833"` as thousandths; more than 2000 is no plausible credit. */
const ak = z.string().transform((text, context): Ak => {
  const fault = (message: string, kode?: string): Ak => {
    context.issues.push({ code: "custom", input: text, message, ...(kode === undefined ? {} : { params: { kode } }) });
    return z.NEVER;
  };
  if (!/^\d{1,7}(?:\.\d{1,3})?$/.test(text)) return fault(CONTOH_AK);
  const amount = bacaAk(text);
  return amount > AK_TERBESAR ? fault("angka kredit paling besar 2000.000", "ANGKA_TIDAK_WAJAR") : amount;
});

const bulan = z.int().min(1).max(12);
const tahun = z.int().min(1945).max(2200);

const tanggal = z.string().refine(adalahTanggal, { error: "tanggal kalender seperti 2024-01-31" });

/** `2024-01` as a running month number. */
const tahunBulan = z
  .string()
  .refine((text) => /^\d{4}-(?:0[1-9]|1[0-2])$/.test(text), { error: "bulan seperti 2024-01" })
  .transform(bacaBulan);

/** A volume of work: not negative, at most two decimals. */
const volume = z
  .number()
  .refine((value) => value >= 0 && value < 1_000_000 && /^\d+(?:\.\d{1,2})?$/.test(String(value)), {
    error: "volume 0 sampai 999999,99 dengan paling banyak dua desimal",
  });

export const bentuk = { jenjang, golongan, predikat, ak, bulan, tahun, tanggal, tahunBulan, volume } as const;
