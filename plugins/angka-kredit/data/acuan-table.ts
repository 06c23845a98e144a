import type { ReferenceTable } from "../../../src/plugin-api/index.js";
import type { UraianJenis } from "../domain/jenis-acuan.js";
import { namaKunci, namaStatus } from "../domain/nama-kunci.js";
import { AcuanEntity } from "./acuan.entity.js";

const column = (key: string, id: string, en: string) => ({ key, label: { id, en } });

const shown = (value: unknown): string => {
  if (value === null || value === undefined) return "–";
  if (Array.isArray(value)) return value.join("/");
  if (typeof value === "string") return /^\d+\.\d{3}$/.test(value) ? value.replace(".", ",") : value;
  return JSON.stringify(value);
};

/** `Koefisien per tahun 12,500`. */
const valuesOf = ({ jenis, nilai }: AcuanEntity, kinds: ReadonlyMap<string, UraianJenis>): string =>
  Object.entries(nilai)
    .map(([field, value]) => `${kinds.get(jenis)?.bidang[field]?.label ?? field} ${shown(value)}`)
    .join("; ");

/** Rates, thresholds and rules in all their versions, for the administration pages. */
export const acuanTable = (kinds: ReadonlyMap<string, UraianJenis>): ReferenceTable => ({
  id: "angka-kredit-acuan",
  title: { id: "Acuan angka kredit", en: "Rates and thresholds of credit" },
  columns: [
    column("jenis", "Jenis", "Kind"),
    column("kunci", "Untuk", "Of"),
    column("nilai", "Nilai", "Value"),
    column("peraturan", "Peraturan", "Regulation"),
    column("pasal", "Pasal", "Article"),
    column("status", "Status sumber", "Source status"),
    column("berlakuMulai", "Berlaku mulai", "In force from"),
    column("berlakuSampai", "Berlaku sampai", "In force until"),
  ],
  async page(tx, { offset, limit, search = "" }) {
    const wanted = search.toLowerCase();
    const all = (await tx.manager.find(AcuanEntity)).map((row) => ({
      jenis: kinds.get(row.jenis)?.judul ?? row.jenis,
      kunci: namaKunci(row.kunci),
      nilai: valuesOf(row, kinds),
      peraturan: row.peraturan,
      pasal: row.pasal,
      status: namaStatus(row.status),
      berlakuMulai: row.berlakuMulai,
      berlakuSampai: row.berlakuSampai,
    }));
    const rows = all
      .filter(({ jenis, kunci, peraturan }) => `${jenis} ${kunci} ${peraturan}`.toLowerCase().includes(wanted))
      .toSorted(
        (a, b) =>
          a.jenis.localeCompare(b.jenis, "id") ||
          a.kunci.localeCompare(b.kunci, "id", { numeric: true }) ||
          a.berlakuMulai.localeCompare(b.berlakuMulai),
      );
    return { rows: rows.slice(offset, offset + limit), total: rows.length };
  },
});
