import type { ReferenceTable } from "../../../src/plugin-api/index.js";
import { ak, tulisAk } from "../domain/ak.js";
import { namaKunci, namaStatus } from "../domain/nama-kunci.js";
import { ButirKegiatanEntity } from "./butir-kegiatan.entity.js";

const column = (key: string, id: string, en: string) => ({ key, label: { id, en } });

/** The butir kegiatan for the administration pages. */
export const butirTable: ReferenceTable = {
  id: "angka-kredit-butir",
  title: { id: "Butir kegiatan dan angka kredit", en: "Activities and credit" },
  columns: [
    column("jabatan", "Jabatan", "Position"),
    column("kode", "Kode", "Code"),
    column("uraian", "Butir kegiatan", "Activity"),
    column("ak", "Angka kredit", "Credit"),
    column("satuan", "Satuan hasil", "Unit"),
    column("unsur", "Unsur", "Element"),
    column("peraturan", "Peraturan", "Regulation"),
    column("status", "Status sumber", "Source status"),
    column("berlakuMulai", "Berlaku mulai", "In force from"),
    column("berlakuSampai", "Berlaku sampai", "In force until"),
  ],
  async page(tx, { offset, limit, search = "" }) {
    const all = await tx.manager.find(ButirKegiatanEntity);
    const wanted = search.toLowerCase();
    const rows = all
      .filter((row) => wanted === "" || `${row.kode} ${row.uraian}`.toLowerCase().includes(wanted))
      .toSorted(
        (a, b) =>
          b.jenisJabatan.localeCompare(a.jenisJabatan) ||
          a.kode.localeCompare(b.kode, "id", { numeric: true }) ||
          a.berlakuMulai.localeCompare(b.berlakuMulai),
      );
    const page = rows.slice(offset, offset + limit).map((row) => ({
      jabatan: namaKunci(row.jenisJabatan),
      kode: row.kode,
      uraian: row.uraian,
      ak: tulisAk(ak(row.ak)).replace(".", ","),
      satuan: row.satuan,
      unsur: row.unsur,
      peraturan: row.peraturan,
      status: namaStatus(row.status),
      berlakuMulai: row.berlakuMulai,
      berlakuSampai: row.berlakuSampai,
    }));
    return { rows: page, total: rows.length };
  },
};
