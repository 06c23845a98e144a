import type { EntityManager, EntityTarget } from "typeorm";
import type { BarisAcuan } from "../domain/acuan.js";
import { AcuanEntity } from "./acuan.entity.js";
import { ButirKegiatanEntity } from "./butir-kegiatan.entity.js";
import { BUTIR_AWAL } from "./butir-awal.js";

/**
 * Reference data that every installation needs; writes what is absent and leaves what an administrator changed.
 * @param acuan rows of this plugin and of those that keep rows of their own kinds here.
 */
export const seedReference = async (manager: EntityManager, acuan: readonly BarisAcuan[]): Promise<void> => {
  await insertAbsent(manager, ButirKegiatanEntity, BUTIR_AWAL);
  await insertAbsent(
    manager,
    AcuanEntity,
    acuan.map((row) => ({ ...row, nilai: { ...row.nilai } })),
  );
};

const insertAbsent = async <E extends { id: string }>(
  manager: EntityManager,
  entity: EntityTarget<E>,
  rows: readonly E[],
): Promise<void> => {
  const present = new Set((await manager.find(entity)).map(({ id }) => id));
  const absent = rows.filter(({ id }) => !present.has(id));
  if (absent.length === 0) return;
  const insert = manager.createQueryBuilder().insert().into(entity);
  await insert
    .values(absent as never)
    .updateEntity(false)
    .execute();
};
