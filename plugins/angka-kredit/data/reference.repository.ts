import type { EntityManager } from "typeorm";
import { ak } from "../domain/ak.js";
import type { AturanKonvensional } from "../domain/aturan-konvensional.js";
import { type ButirKegiatan, PENDIDIKAN, UNSUR } from "../domain/butir.js";
import { JENJANG } from "../domain/jenjang.js";
import { volume } from "../domain/volume.js";
import { AturanEntity } from "./aturan.entity.js";
import { ButirKegiatanEntity } from "./butir-kegiatan.entity.js";

/** Reads the effective-dated tables. Bound to one unit of work: make a new one for each. */
export class ReferenceRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Butir kegiatan of a position in force on a day, in the order of their codes. */
  async butir(jenisJabatan: string, tanggal: string): Promise<readonly ButirKegiatan[]> {
    const rows = await this.manager.findBy(ButirKegiatanEntity, { jenisJabatan });
    return rows
      .filter((row) => inForce(row, tanggal))
      .map(toButir)
      .toSorted((a, b) => a.kode.localeCompare(b.kode, "id", { numeric: true }));
  }

  /** Single butir by their ids, also those no longer in force. */
  async butirById(jenisJabatan: string): Promise<ReadonlyMap<string, ButirKegiatan>> {
    const rows = await this.manager.findBy(ButirKegiatanEntity, { jenisJabatan });
    return new Map(rows.map((row) => [row.id, toButir(row)]));
  }

  /** @throws {Error} when no version is in force on that day. */
  async aturanKonvensional(jenisJabatan: string, tanggal: string): Promise<AturanKonvensional> {
    const rows = await this.manager.findBy(AturanEntity, { jenis: `konvensional:${jenisJabatan}` });
    const row = rows.find((each) => inForce(each, tanggal));
    if (row === undefined) {
      throw new Error(`Expected rules 'konvensional:${jenisJabatan}' in force on ${tanggal}, but there are none`);
    }
    return JSON.parse(row.nilai) as AturanKonvensional;
  }
}

const inForce = (row: { berlakuMulai: string; berlakuSampai: string | null }, tanggal: string): boolean =>
  row.berlakuMulai <= tanggal && (row.berlakuSampai === null || tanggal <= row.berlakuSampai);

const oneOf = <T extends string>(values: readonly T[], value: string, column: string): T => {
  const found = values.find((each) => each === value);
  if (found === undefined)
    throw new Error(`Expected ${column} to be one of ${values.join(", ")}, but it is '${value}'`);
  return found;
};

const toButir = (row: ButirKegiatanEntity): ButirKegiatan => ({
  id: row.id,
  kode: row.kode,
  uraian: row.uraian,
  ak: ak(row.ak),
  satuan: row.satuan,
  unsur: oneOf(UNSUR, row.unsur, "unsur"),
  jenjang: row.jenjang === null ? null : oneOf(JENJANG, row.jenjang, "jenjang"),
  tunggal: row.tunggal,
  maksimum: row.maksimum === null ? null : volume(row.maksimum),
  pendidikan: row.pendidikan === null ? null : oneOf(PENDIDIKAN, row.pendidikan, "pendidikan"),
  berbagiPenulis: row.berbagiPenulis,
  peraturan: row.peraturan,
  pasal: row.pasal,
  status: row.status,
  berlakuMulai: row.berlakuMulai,
  berlakuSampai: row.berlakuSampai,
});
