import { type EntityManager, In, IsNull, Like, Not } from "typeorm";
import { containing } from "../../../src/plugin-api/index.js";
import type { Instansi, Pegawai, UnitKerja } from "../domain/pegawai.js";
import { HariLiburEntity } from "./hari-libur.entity.js";
import { InstansiEntity } from "./instansi.entity.js";
import { mengandung } from "./mengandung.js";
import { PegawaiEntity } from "./pegawai.entity.js";
import { SapkInstansiEntity } from "./sapk-tables.js";
import { UnitKerjaEntity } from "./unit-kerja.entity.js";

/** A unit with the name of its instansi, since units of many instansi are named alike. */
export interface UnitDalamInstansi {
  readonly id: string;
  readonly nama: string;
  readonly instansi: string;
}

/** People, bodies and holidays. Bound to one unit of work: make a new one for each. */
export class KepegawaianRepository {
  constructor(private readonly manager: EntityManager) {}

  async pegawai(id: string): Promise<Pegawai | undefined> {
    const row = await this.manager.findOneBy(PegawaiEntity, { id });
    return row === null ? undefined : toPegawai(row);
  }

  async pegawaiByNip(nip: string): Promise<Pegawai | undefined> {
    const row = await this.manager.findOneBy(PegawaiEntity, { nip });
    return row === null ? undefined : toPegawai(row);
  }

  async pegawaiByNips(nips: readonly string[]): Promise<readonly Pegawai[]> {
    const rows = await this.manager.findBy(PegawaiEntity, { nip: In([...nips]) });
    return rows.map(toPegawai);
  }

  /** Active people in a position with levels: of a whole instansi, or of one unit. */
  async pejabatFungsional(instansiId: string, unitKerjaId: string | null): Promise<readonly Pegawai[]> {
    const rows = await this.manager.findBy(PegawaiEntity, {
      aktif: true,
      jenjang: Not(IsNull()),
      instansiId,
      ...(unitKerjaId === null ? {} : { unitKerjaId }),
    });
    return rows.map(toPegawai);
  }

  /** New people; those known are saved by `savePegawai`. */
  async addPegawai(pegawai: readonly Pegawai[]): Promise<void> {
    const rows = pegawai.map((one) => ({ ...one }));
    await this.manager.createQueryBuilder().insert().into(PegawaiEntity).values(rows).updateEntity(false).execute();
  }

  /** Active people by part of the name or the first digits of the NIP (spaces do not count), by name. */
  async searchPegawai(
    text: string,
    page: {
      readonly instansiId?: string;
      readonly unitKerjaId?: string;
      readonly jabatan?: string;
      /** Only people in a position with levels. */
      readonly fungsional?: boolean;
      readonly offset: number;
      readonly limit: number;
    },
  ): Promise<readonly Pegawai[]> {
    const { instansiId, unitKerjaId, jabatan, fungsional = false, offset, limit } = page;
    const within = {
      aktif: true,
      ...(fungsional ? { jenjang: Not(IsNull()) } : {}),
      ...(instansiId === undefined ? {} : { instansiId }),
      ...(unitKerjaId === undefined ? {} : { unitKerjaId }),
      ...(jabatan === undefined ? {} : { jabatan }),
    };
    const digits = text.replaceAll(/\s/g, "");
    const rows = await this.manager.find(PegawaiEntity, {
      where: /^\d+$/.test(digits)
        ? { ...within, nip: Like(`${digits}%`) }
        : { ...within, nama: mengandung(text.trim()) },
      order: { nama: "ASC", id: "ASC" },
      skip: offset,
      take: limit,
    });
    return rows.map(toPegawai);
  }

  async savePegawai(pegawai: Pegawai): Promise<void> {
    await this.manager.save(PegawaiEntity, { ...pegawai });
  }

  async instansi(id: string): Promise<Instansi | undefined> {
    const row = await this.manager.findOneBy(InstansiEntity, { id });
    return row === null ? undefined : toInstansi(row);
  }

  async instansiByIds(ids: readonly string[]): Promise<readonly Instansi[]> {
    const rows = await this.manager.findBy(InstansiEntity, { id: In([...ids]) });
    return rows.map(toInstansi);
  }

  async searchInstansi(text: string, limit: number): Promise<readonly Instansi[]> {
    const rows = await this.manager.find(InstansiEntity, {
      where: { nama: mengandung(text) },
      order: { nama: "ASC" },
      take: limit,
    });
    return rows.map(toInstansi);
  }

  /** Whether SAPK owns the data of this instansi's people, as the settings say: then they are read-only here. */
  async milikSapk(instansiId: string): Promise<boolean> {
    return (await this.manager.countBy(SapkInstansiEntity, { instansiId })) > 0;
  }

  async unitKerja(id: string): Promise<UnitKerja | undefined> {
    return (await this.manager.findOneBy(UnitKerjaEntity, { id })) ?? undefined;
  }

  async unitKerjaOf(instansiId: string): Promise<readonly UnitKerja[]> {
    return this.manager.findBy(UnitKerjaEntity, { instansiId });
  }

  /** Units with the names of their instansi. */
  async unitDalamInstansi(ids: readonly string[]): Promise<readonly UnitDalamInstansi[]> {
    return this.#units().where("u.id IN (:...ids)", { ids }).getRawMany<UnitDalamInstansi>();
  }

  /** Units by words of which each stands in the unit's name or in that of its instansi. */
  async searchUnitKerja(text: string, limit: number): Promise<readonly UnitDalamInstansi[]> {
    const query = this.#units();
    const words = text.split(/\s+/u).filter((word) => word !== "");
    for (const [at, word] of words.entries()) {
      query.andWhere(`(LOWER(u.nama) LIKE :word${at} ESCAPE '!' OR LOWER(i.nama) LIKE :word${at} ESCAPE '!')`, {
        [`word${at}`]: containing(word.toLowerCase()),
      });
    }
    return query.limit(limit).getRawMany<UnitDalamInstansi>();
  }

  /** A unit of an instansi by its name, whatever the case of the letters. */
  async unitKerjaByNama(instansiId: string, nama: string): Promise<UnitKerja | undefined> {
    const wanted = nama.trim().toLowerCase();
    const units = await this.manager.findBy(UnitKerjaEntity, { instansiId });
    return units.find((unit) => unit.nama.toLowerCase() === wanted);
  }

  async saveInstansi(instansi: Instansi): Promise<void> {
    await this.manager.save(InstansiEntity, { ...instansi });
  }

  async saveUnitKerja(unit: UnitKerja): Promise<void> {
    await this.manager.save(UnitKerjaEntity, { ...unit });
  }

  /** ISO dates that are no working days besides the weekends. */
  async hariLibur(): Promise<readonly string[]> {
    return (await this.manager.find(HariLiburEntity)).map(({ tanggal }) => tanggal);
  }

  #units() {
    return this.manager
      .createQueryBuilder(UnitKerjaEntity, "u")
      .innerJoin(InstansiEntity, "i", "i.id = u.instansiId")
      .select(["u.id AS id", "u.nama AS nama", "i.nama AS instansi"])
      .orderBy("u.nama")
      .addOrderBy("i.nama")
      .addOrderBy("u.id");
  }
}

/** Columns of a table, apart from the class that maps them. */
type Columns<T> = { readonly [K in keyof T]: T[K] };

const toInstansi = (row: Columns<InstansiEntity>): Instansi => ({ ...row });

const toPegawai = (row: Columns<PegawaiEntity>): Pegawai => ({
  ...row,
  jenisKelamin: row.jenisKelamin === "L" ? "L" : "P",
});
