import type { ReferenceTable } from "../../../src/plugin-api/index.js";
import { AddNiwnCollective1764000200001 } from "./add-niwn-collective-1764000200001.migration.js";
import { CreateSiwi1764000004003 } from "./create-siwi-1764000004003.migration.js";
import { DropKodeAktivasiNiwn1764002009002 } from "./drop-kode-aktivasi-1764002009002.migration.js";
import { ExtendSiwi1764000004004 } from "./extend-siwi-1764000004004.migration.js";
import { DupakRowEntity } from "./dupak-row.entity.js";
import { DupakEntity } from "./dupak.entity.js";
import { NiwnEntity } from "./niwn.entity.js";
import { PengajuanTppEntity } from "./pengajuan-tpp.entity.js";
import { PeriodeEntity } from "./periode.entity.js";
import { PermohonanNiwnEntity } from "./permohonan-niwn.entity.js";
import { PerubahanDataEntity } from "./perubahan-data.entity.js";
import { PutusanSidangEntity, SidangEntity } from "./sidang.entity.js";

/** Tables of the app. */
export const siwiEntities = [
  DupakEntity,
  DupakRowEntity,
  PeriodeEntity,
  NiwnEntity,
  PermohonanNiwnEntity,
  PengajuanTppEntity,
  PerubahanDataEntity,
  SidangEntity,
  PutusanSidangEntity,
];
export const siwiMigrations = [
  CreateSiwi1764000004003,
  ExtendSiwi1764000004004,
  AddNiwnCollective1764000200001,
  DropKodeAktivasiNiwn1764002009002,
];

const column = (key: string, id: string, en: string) => ({ key, label: { id, en } });

/** Periods for the administration pages. */
export const periodeTable: ReferenceTable = {
  id: "siwi-periode",
  title: { id: "Masa penilaian DUPAK", en: "Periods of DUPAK" },
  columns: [
    column("nama", "Nama", "Name"),
    column("masaMulai", "Masa mulai", "From"),
    column("masaSelesai", "Masa selesai", "To"),
    column("buka", "Dibuka", "Opens"),
    column("tutup", "Ditutup", "Closes"),
    column("ditutupPada", "Ditutup pada", "Closed on"),
  ],
  async page(tx, { offset, limit }) {
    const [found, total] = await tx.manager.findAndCount(PeriodeEntity, {
      order: { masaMulai: "DESC" },
      skip: offset,
      take: limit,
    });
    return {
      rows: found.map(({ nama, masaMulai, masaSelesai, buka, tutup, ditutupPada }) => ({
        nama,
        masaMulai,
        masaSelesai,
        buka,
        tutup,
        ditutupPada,
      })),
      total,
    };
  },
};
