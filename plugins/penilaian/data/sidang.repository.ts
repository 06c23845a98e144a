import type { EntityManager, FindOptionsWhere } from "typeorm";
import type { SidangStore } from "../app/sidang-store.js";
import type { PutusanSidang, Sidang } from "../domain/sidang.js";
import type { PutusanSidangColumns } from "./putusan-sidang.columns.js";
import type { SidangColumns } from "./sidang.columns.js";

/** The tables of one app. */
export interface SidangTables {
  readonly sidang: new () => SidangColumns;
  readonly putusan: new () => PutusanSidangColumns;
}

/** Sessions over SQL, in the tables of one app. Bound to one unit of work: make a new one for each. */
export class SidangRepository implements SidangStore {
  constructor(
    private readonly manager: EntityManager,
    private readonly tables: SidangTables,
  ) {}

  sidang(id: string): Promise<Sidang | undefined> {
    return this.#oneSidang({ id });
  }

  sidangByCase(caseId: string): Promise<Sidang | undefined> {
    return this.#oneSidang({ caseId });
  }

  async saveSidang(sidang: Sidang): Promise<void> {
    await this.manager.save(this.tables.sidang, {
      ...sidang,
      dupakCaseIds: JSON.stringify(sidang.dupakCaseIds),
      anggota: JSON.stringify(sidang.anggota),
      perbedaanPendapat: JSON.stringify(sidang.perbedaanPendapat),
    });
  }

  async putusan(sidangId: string): Promise<readonly PutusanSidang[]> {
    const rows = await this.manager.find(this.tables.putusan, { where: { sidangId }, order: { id: "ASC" } });
    return rows.map(toPutusan);
  }

  async addPutusan(putusan: PutusanSidang): Promise<void> {
    await this.manager.insert(this.tables.putusan, { ...putusan });
  }

  async changePutusan({ id, revision, putusan, catatan }: PutusanSidang): Promise<boolean> {
    const next = { putusan, catatan, revision: revision + 1 };
    return (await this.manager.update(this.tables.putusan, { id, revision }, next)).affected === 1;
  }

  async #oneSidang(where: FindOptionsWhere<SidangColumns>): Promise<Sidang | undefined> {
    const row = await this.manager.findOneBy(this.tables.sidang, where);
    return row === null ? undefined : toSidang(row);
  }
}

/** Columns of a table, apart from the class that maps them. */
type Columns<T> = { readonly [K in keyof T]: T[K] };

const toPutusan = (row: Columns<PutusanSidangColumns>): PutusanSidang => ({
  ...row,
  putusan: row.putusan as PutusanSidang["putusan"],
});

const toSidang = (row: Columns<SidangColumns>): Sidang => ({
  ...row,
  dupakCaseIds: JSON.parse(row.dupakCaseIds) as string[],
  anggota: JSON.parse(row.anggota) as Sidang["anggota"],
  perbedaanPendapat: JSON.parse(row.perbedaanPendapat) as string[],
  status: row.status as Sidang["status"],
});
