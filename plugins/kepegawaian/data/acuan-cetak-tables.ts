import type { ReferenceTable } from "../../../src/plugin-api/index.js";
import { KopSuratEntity, PenandatanganEntity, PolaNomorEntity } from "./acuan-cetak.entities.js";

const column = (key: string, id: string, en: string) => ({ key, label: { id, en } });
const FROM = column("berlakuMulai", "Berlaku mulai", "In force from");
const SOURCE = column("sumber", "Sumber", "Source");

/** Heads of letters, signatories and number patterns for the administration pages. */
export const acuanCetakTables: readonly ReferenceTable[] = [
  {
    id: "kepegawaian-kop-surat",
    title: { id: "Kop surat", en: "Heads of letters" },
    columns: [
      column("lingkup", "Lingkup", "Scope"),
      column("instansi", "Instansi", "Agency"),
      column("unit", "Unit", "Unit"),
      column("alamat", "Alamat", "Address"),
      column("tempat", "Tempat", "Place"),
      FROM,
      SOURCE,
    ],
    async page(tx, { offset, limit }) {
      const order = { lingkup: "ASC", berlakuMulai: "DESC" } as const;
      const [rows, total] = await tx.manager.findAndCount(KopSuratEntity, { order, skip: offset, take: limit });
      return { rows: rows.map(({ id: _id, ...shown }) => shown), total };
    },
  },
  {
    id: "kepegawaian-penandatangan",
    title: { id: "Penandatangan", en: "Signatories" },
    columns: [
      column("lingkup", "Lingkup", "Scope"),
      column("peran", "Peran", "Role"),
      column("jabatan", "Jabatan", "Position"),
      column("nama", "Nama", "Name"),
      column("nip", "NIP", "Employee number"),
      FROM,
      SOURCE,
    ],
    async page(tx, { offset, limit }) {
      const order = { lingkup: "ASC", peran: "ASC", berlakuMulai: "DESC" } as const;
      const [rows, total] = await tx.manager.findAndCount(PenandatanganEntity, { order, skip: offset, take: limit });
      return { rows: rows.map(({ id: _id, ...shown }) => shown), total };
    },
  },
  {
    id: "kepegawaian-pola-nomor",
    title: { id: "Pola nomor dokumen", en: "Patterns of official numbers" },
    columns: [column("dokumen", "Dokumen", "Document"), column("pola", "Pola", "Pattern"), FROM, SOURCE],
    async page(tx, { offset, limit }) {
      const order = { dokumen: "ASC", berlakuMulai: "DESC" } as const;
      const [rows, total] = await tx.manager.findAndCount(PolaNomorEntity, { order, skip: offset, take: limit });
      return { rows: rows.map(({ id: _id, ...shown }) => shown), total };
    },
  },
];
