import type { EntityManager } from "typeorm";
import { HariLiburEntity } from "./hari-libur.entity.js";
import { HARI_LIBUR, SUMBER_LIBUR } from "./holidays.js";

/** Writes the known holidays that are absent; what an administrator changed stays. */
export const seedHolidays = async (manager: EntityManager): Promise<void> => {
  const present = new Set((await manager.find(HariLiburEntity)).map(({ tanggal }) => tanggal));
  const rows = HARI_LIBUR.filter(([tanggal]) => !present.has(tanggal)).map(([tanggal, nama, jenis]) => ({
    tanggal,
    nama,
    jenis: jenis ?? "LIBUR_NASIONAL",
    sumber: SUMBER_LIBUR[tanggal.slice(0, 4)] ?? "",
  }));
  if (rows.length > 0) {
    await manager.createQueryBuilder().insert().into(HariLiburEntity).values(rows).updateEntity(false).execute();
  }
};
