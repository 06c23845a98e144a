import { type EntityManager, In, IsNull } from "typeorm";
import type {
  HasilTarik,
  Hitungan,
  IsiSnapshot,
  PerbedaanTercatat,
  SapkRun,
  SapkStore,
  SnapshotBaru,
  TarikGagal,
  Terkini,
} from "../app/sapk-store.js";
import { mengandung } from "./mengandung.js";
import {
  SapkAntreEntity,
  SapkInstansiEntity,
  SapkPerbedaanEntity,
  SapkRunEntity,
  SapkTerkiniEntity,
  SnapshotEntity,
} from "./sapk-tables.js";

const MOST_ROWS = 500;
const LONGEST_REASON = 500;
const LONGEST_VALUE = 255;

/** Synchronisation over SQL. Bound to one unit of work: make a new one for each. */
export class SapkRepository implements SapkStore {
  constructor(private readonly manager: EntityManager) {}

  async adaRun(kunci: string): Promise<boolean> {
    return (await this.manager.countBy(SapkRunEntity, { kunci })) > 0;
  }

  async addRun(run: SapkRun): Promise<void> {
    await this.manager.insert(SapkRunEntity, { ...run });
  }

  async run(id: string): Promise<SapkRun | undefined> {
    return (await this.manager.findOneBy(SapkRunEntity, { id })) ?? undefined;
  }

  async runBerjalan(instansiId: string): Promise<SapkRun | undefined> {
    return (
      (await this.manager.findOneBy(SapkRunEntity, { instansiId, semua: true, selesaiPada: IsNull() })) ?? undefined
    );
  }

  async setPutaran(id: string, putaran: number): Promise<void> {
    await this.manager.update(SapkRunEntity, { id }, { putaran });
  }

  async tutupRun(id: string, pada: number): Promise<void> {
    await this.manager.update(SapkRunEntity, { id }, { selesaiPada: pada });
  }

  async antreSemua(runId: string, instansiId: string): Promise<void> {
    await this.manager.query(
      `INSERT INTO kepegawaian_sapk_antre (runId, nip, status, sementara, percobaan)
       SELECT ?, nip, 'MENUNGGU', 0, 0 FROM kepegawaian_pegawai WHERE instansiId = ?`,
      [runId, instansiId],
    );
  }

  async antre(runId: string, nips: readonly string[]): Promise<void> {
    const row = { runId, status: "MENUNGGU", sementara: false, percobaan: 0, alasan: null };
    for (const part of parts(nips))
      await this.#insert(
        SapkAntreEntity,
        part.map((nip) => ({ ...row, nip })),
      );
  }

  async menunggu(runId: string, limit: number): Promise<readonly string[]> {
    const rows = await this.manager.find(SapkAntreEntity, {
      select: { nip: true },
      where: { runId, status: "MENUNGGU" },
      order: { nip: "ASC" },
      take: limit,
    });
    return rows.map(({ nip }) => nip);
  }

  async tandai(runId: string, nips: readonly string[], status: HasilTarik): Promise<void> {
    if (nips.length === 0) return;
    const where = { runId, nip: In([...nips]) };
    await this.manager.update(SapkAntreEntity, where, { status, sementara: false, alasan: null });
  }

  async tandaiGagal(runId: string, { nip, sementara, alasan }: Omit<TarikGagal, "percobaan">): Promise<void> {
    await this.manager.update(
      SapkAntreEntity,
      { runId, nip },
      { status: "GAGAL", sementara, alasan: alasan.slice(0, LONGEST_REASON) },
    );
    await this.manager.increment(SapkAntreEntity, { runId, nip }, "percobaan", 1);
  }

  async antreUlang(runId: string): Promise<void> {
    await this.manager.update(
      SapkAntreEntity,
      { runId, status: "GAGAL", sementara: true },
      { status: "MENUNGGU", sementara: false },
    );
  }

  async hitung(runId: string): Promise<Hitungan> {
    const counts = await this.manager.query<
      { status: HasilTarik; jumlah: number | string; sementara: number | string | null }[]
    >(
      `SELECT status, COUNT(*) AS jumlah, SUM(sementara) AS sementara FROM kepegawaian_sapk_antre
       WHERE runId = ? GROUP BY status`,
      [runId],
    );
    const of = (status: HasilTarik): number => Number(counts.find((row) => row.status === status)?.jumlah ?? 0);
    return {
      MENUNGGU: of("MENUNGGU"),
      BARU: of("BARU"),
      BERUBAH: of("BERUBAH"),
      TETAP: of("TETAP"),
      GAGAL: of("GAGAL"),
      jumlah: counts.reduce((sum, { jumlah }) => sum + Number(jumlah), 0),
      gagalSementara: Number(counts.find(({ status }) => status === "GAGAL")?.sementara ?? 0),
    };
  }

  async gagal(runId: string, page: { readonly offset: number; readonly limit: number; readonly search?: string }) {
    const [rows, total] = await this.manager.findAndCount(SapkAntreEntity, {
      where: { runId, status: "GAGAL", ...(page.search === undefined ? {} : { nip: mengandung(page.search) }) },
      order: { nip: "ASC" },
      skip: page.offset,
      take: page.limit,
    });
    return {
      rows: rows.map(({ nip, sementara, percobaan, alasan }) => ({ nip, sementara, percobaan, alasan: alasan ?? "" })),
      total,
    };
  }

  async terkini(nips: readonly string[]): Promise<ReadonlyMap<string, Terkini>> {
    const rows = await this.manager.findBy(SapkTerkiniEntity, { nip: In([...nips]) });
    return new Map(rows.map((row) => [row.nip, toTerkini(row)]));
  }

  async snapshot(nip: string, versi: number): Promise<IsiSnapshot | undefined> {
    const row = await this.manager.findOneBy(SnapshotEntity, { nip, versi });
    return row === null ? undefined : (row.data as IsiSnapshot);
  }

  async addSnapshot({ data, kredit, ...row }: SnapshotBaru): Promise<void> {
    await this.#insert(SnapshotEntity, [{ ...row, sumber: "SAPK", data: { data, kredit } }]);
    const { nip, pegawaiId, versi, hash, sumberPada, ditarikPada } = row;
    const terkini = { nip, pegawaiId, versi, hash, sumberPada, diperiksaPada: ditarikPada };
    if (versi === 1) await this.#insert(SapkTerkiniEntity, [terkini]);
    else await this.manager.update(SapkTerkiniEntity, { nip }, terkini);
  }

  async konfirmasi(nips: readonly string[], diperiksaPada: number): Promise<void> {
    if (nips.length > 0) await this.manager.update(SapkTerkiniEntity, { nip: In([...nips]) }, { diperiksaPada });
  }

  async addPerbedaan(rows: readonly PerbedaanTercatat[]): Promise<void> {
    const short = (text: string | null): string | null => text?.slice(0, LONGEST_VALUE) ?? null;
    for (const part of parts(rows)) {
      await this.#insert(
        SapkPerbedaanEntity,
        part.map((row) => ({ ...row, lokal: short(row.lokal), sumber: short(row.sumber) })),
      );
    }
  }

  async perbedaan(runId: string, page: { readonly offset: number; readonly limit: number; readonly search?: string }) {
    const search = page.search;
    const [rows, total] = await this.manager.findAndCount(SapkPerbedaanEntity, {
      where:
        search === undefined
          ? { runId }
          : [
              { runId, nip: mengandung(search) },
              { runId, nama: mengandung(search) },
            ],
      order: { nip: "ASC", bidang: "ASC" },
      skip: page.offset,
      take: page.limit,
    });
    return { rows: rows.map(toPerbedaan), total };
  }

  async perbedaanTerakhir(nip: string): Promise<readonly PerbedaanTercatat[]> {
    const [newest] = await this.manager.find(SapkPerbedaanEntity, { where: { nip }, order: { pada: "DESC" }, take: 1 });
    if (newest === undefined) return [];
    const rows = await this.manager.find(SapkPerbedaanEntity, {
      where: { nip, runId: newest.runId },
      order: { bidang: "ASC" },
    });
    return rows.map(toPerbedaan);
  }

  async instansi(): Promise<ReadonlyMap<string, string>> {
    const rows = await this.manager.find(SapkInstansiEntity);
    return new Map(rows.map(({ instansiId, siasnId }) => [instansiId, siasnId]));
  }

  async setInstansi(pairs: ReadonlyMap<string, string>): Promise<void> {
    await this.manager.createQueryBuilder().delete().from(SapkInstansiEntity).execute();
    const rows = [...pairs].map(([instansiId, siasnId]) => ({ instansiId, siasnId }));
    if (rows.length > 0) await this.#insert(SapkInstansiEntity, rows);
  }

  /** Without reading back what was written, which TypeORM does by itself. */
  async #insert<T extends object>(entity: new () => T, rows: readonly Partial<T>[]): Promise<void> {
    const values = rows as Parameters<
      ReturnType<ReturnType<EntityManager["createQueryBuilder"]>["insert"]>["values"]
    >[0];
    await this.manager.createQueryBuilder().insert().into(entity).values(values).updateEntity(false).execute();
  }
}

const parts = <T>(rows: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(rows.length / MOST_ROWS) }, (_, part) =>
    rows.slice(part * MOST_ROWS, (part + 1) * MOST_ROWS),
  );

/** Columns of a table, apart from the class that maps them. */
type Columns<T> = { readonly [K in keyof T]: T[K] };

const toTerkini = (row: Columns<SapkTerkiniEntity>): Terkini => ({ ...row });

const toPerbedaan = (row: Columns<SapkPerbedaanEntity>): PerbedaanTercatat => ({
  ...row,
  bidang: row.bidang as PerbedaanTercatat["bidang"],
  sebab: row.sebab as PerbedaanTercatat["sebab"],
});
