import { BUTIR } from "../domain/jenis-butir.js";
import type { UsulanAcuan } from "../domain/usulan-acuan.js";

const typed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.join(", ");
  return typeof value === "string" && /^\d+\.\d{3}$/.test(value) ? value.replace(".", ",") : value;
};

/** A proposal as the form shows it again. */
export const isianDari = ({ jenis, kunci, nilai, ...rest }: UsulanAcuan): Readonly<Record<string, unknown>> => {
  const [first = "", second = ""] = kunci.split(":");
  return {
    ...Object.fromEntries(Object.entries(nilai).map(([field, value]) => [field, typed(value)])),
    ...rest,
    jenis,
    // Only those that the kind shows are kept by the form.
    kunciJenjang: first,
    kunciGolongan: second === "" ? first : second,
    kunciPredikat: first,
    kunciKualifikasi: first,
    kunciJabatan: first,
    ...(jenis === BUTIR ? { kunciJabatanButir: first, kunciKode: second } : {}),
  };
};
