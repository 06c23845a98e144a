import { AppError, type FieldChange, type UnitOfWork } from "../../../src/plugin-api/index.js";
import { berlakuPada } from "../domain/acuan.js";
import { bacaUsulan, type Isian, kunciUsulan } from "../domain/isian-usulan.js";
import { URAIAN_BUTIR } from "../domain/jenis-butir.js";
import { masalah, type Masalah } from "../domain/masalah.js";
import { type Sisipan, sisipVersi, type Versi } from "../domain/sisip-versi.js";
import type { UsulanAcuan } from "../domain/usulan-acuan.js";
import type { AcuanDeps, VersiAcuan } from "./acuan-deps.js";
import { tanggalPanjang } from "./kalimat.js";

const invalid = (faults: readonly Masalah[]): AppError => {
  const text = faults.map(({ pesan }) => pesan).join("; ");
  return new AppError("BAD_INPUT", `Expected a valid change, but: ${text}`, {
    detail: { id: text, en: text },
    errors: faults.map(({ bidang, pesan }) => ({ path: `data.${bidang}`, message: { id: pesan, en: pesan } })),
  });
};

const masa = ({ berlakuMulai, berlakuSampai }: Pick<Versi, "berlakuMulai" | "berlakuSampai">): string =>
  `${tanggalPanjang(berlakuMulai)} s/d ${berlakuSampai === null ? "seterusnya" : tanggalPanjang(berlakuSampai)}`;

/** Two versions on one day: the message names both. */
const bentrok = ({ jenis, kunci, ...baru }: UsulanAcuan, other: Versi): Masalah =>
  masalah(
    "berlakuMulai",
    `Acuan ${jenis}:${kunci} yang diusulkan (${masa(baru)}) bertumpuk dengan ${other.id} (${masa(other)})`,
  );

/** The version that a change would follow: in force on the day on which it begins. */
export const yangBerlaku = (versi: readonly VersiAcuan[], tanggal: string): VersiAcuan | undefined =>
  versi.find((each) => berlakuPada(each, tanggal));

/** How the change gets into the versions there are. @throws {AppError} BAD_INPUT naming both rows when they overlap. */
export const sisipan = (usulan: UsulanAcuan, versi: readonly VersiAcuan[]): Extract<Sisipan, { ok: true }> => {
  const result = sisipVersi(versi, usulan);
  if (!result.ok) throw invalid([bentrok(usulan, result.bentrok)]);
  return result;
};

/** Reads and checks what was typed. @throws {AppError} BAD_INPUT with every fault. */
export const periksaUsulan = async (
  { jenis, store }: AcuanDeps,
  tx: UnitOfWork,
  isian: Isian,
): Promise<{ readonly usulan: UsulanAcuan; readonly versi: readonly VersiAcuan[] }> => {
  const kind = typeof isian["jenis"] === "string" ? isian["jenis"] : "";
  const versi = await store(tx).versi(kind, kunciUsulan(isian));
  const { usulan, masalah: faults } = bacaUsulan(isian, jenis, versi.at(-1)?.nilai ?? {});
  if (faults.length > 0) throw invalid(faults);
  sisipan(usulan, versi);
  return { usulan, versi };
};

const shown = (value: unknown): string | null => {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.join(", ");
  if (typeof value !== "string") return JSON.stringify(value);
  return /^\d+\.\d{3}$/.test(value) ? value.replace(".", ",") : value;
};

/** Old and new values for history and facts. */
export const perubahan = (
  { jenis: kinds }: Pick<AcuanDeps, "jenis">,
  usulan: UsulanAcuan,
  before: VersiAcuan | undefined,
): readonly FieldChange[] => {
  const bidang = (kinds.get(usulan.jenis) ?? URAIAN_BUTIR).bidang;
  const values = Object.entries(usulan.nilai)
    .map(([field, value]) => ({
      field,
      label: bidang[field]?.label ?? field,
      from: shown(before?.nilai[field]),
      to: shown(value),
    }))
    .filter(({ from, to }) => from !== to);
  return [
    ...values,
    { field: "masa", label: "Berlaku", from: before === undefined ? null : masa(before), to: masa(usulan) },
  ];
};
