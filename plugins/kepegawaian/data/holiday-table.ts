import type { ReferenceTable } from "../../../src/plugin-api/index.js";
import { HariLiburEntity } from "./hari-libur.entity.js";

const JENIS: Readonly<Record<string, string>> = { LIBUR_NASIONAL: "Libur nasional", CUTI_BERSAMA: "Cuti bersama" };

/** Holidays for the administration pages. */
export const holidayTable: ReferenceTable = {
  id: "kepegawaian-hari-libur",
  title: { id: "Hari libur dan cuti bersama", en: "Holidays and shared leave" },
  columns: [
    { key: "tanggal", label: { id: "Tanggal", en: "Date" } },
    { key: "nama", label: { id: "Nama", en: "Name" } },
    { key: "jenis", label: { id: "Jenis", en: "Kind" } },
    { key: "sumber", label: { id: "Sumber", en: "Source" } },
  ],
  async page(tx, { offset, limit, search = "" }) {
    const all = await tx.manager.find(HariLiburEntity, { order: { tanggal: "ASC" } });
    const wanted = search.toLowerCase();
    const rows = all.filter((row) => `${row.tanggal} ${row.nama}`.toLowerCase().includes(wanted));
    const page = rows.slice(offset, offset + limit);
    return {
      rows: page.map(({ tanggal, nama, jenis, sumber }) => ({ tanggal, nama, jenis: JENIS[jenis] ?? jenis, sumber })),
      total: rows.length,
    };
  },
};
