import type { EntityManager } from "typeorm";
import { type BarisAcuan, berlakuPada, STATUS_SUMBER } from "../domain/acuan.js";
import { ak } from "../domain/ak.js";
import { type AturanKonvensional, aturanKonvensional } from "../domain/aturan-konvensional.js";
import { type ButirKegiatan, PENDIDIKAN, UNSUR } from "../domain/butir.js";
import { DaftarAcuan } from "../domain/daftar-acuan.js";
import { JENIS_JABATAN } from "../domain/jenis-acuan.js";
import { JENJANG } from "../domain/jenjang.js";
import { Rujukan } from "../domain/rujukan.js";
import { volume } from "../domain/volume.js";
import { AcuanEntity } from "./acuan.entity.js";
import { ButirKegiatanEntity } from "./butir-kegiatan.entity.js";

/** Reads the effective-dated tables. Bound to one unit of work: make a new one for each. */
export class ReferenceRepository {
  constructor(private readonly manager: EntityManager) {}

  /** All versions of rates, thresholds and rules. Read once for a batch: it does not change under the reader. */
  async acuan(): Promise<DaftarAcuan> {
    return new DaftarAcuan((await this.manager.find(AcuanEntity)).map(toAcuan));
  }

  /** All versions of the activities of every position, in the order of their codes. */
  async semuaButir(): Promise<readonly ButirKegiatan[]> {
    return (await this.manager.find(ButirKegiatanEntity)).map(toButir).toSorted(byKode);
  }

  /** Butir kegiatan of a position in force on a day, in the order of their codes. */
  async butir(jenisJabatan: string, tanggal: string): Promise<readonly ButirKegiatan[]> {
    const rows = await this.manager.findBy(ButirKegiatanEntity, { jenisJabatan });
    return rows
      .filter((row) => berlakuPada(row, tanggal))
      .map(toButir)
      .toSorted(byKode);
  }

  /** Single butir by their ids, also those no longer in force. */
  async butirById(jenisJabatan: string): Promise<ReadonlyMap<string, ButirKegiatan>> {
    const rows = await this.manager.findBy(ButirKegiatanEntity, { jenisJabatan });
    return new Map(rows.map((row) => [row.id, toButir(row)]));
  }

  /** @throws {AcuanTidakAda} when no version is in force on that day. */
  async aturanKonvensional(jenisJabatan: string, tanggal: string): Promise<AturanKonvensional> {
    return aturanKonvensional(new Rujukan(await this.acuan()), jenisJabatan, tanggal);
  }
}

const byKode = (a: ButirKegiatan, b: ButirKegiatan): number => a.kode.localeCompare(b.kode, "id", { numeric: true });

const oneOf = <T extends string>(values: readonly T[], value: string, column: string): T => {
  const found = values.find((each) => each === value);
  if (found === undefined)
    throw new Error(`Expected ${column} to be one of ${values.join(", ")}, but it is '${value}'`);
  return found;
};

const toAcuan = (row: AcuanEntity): BarisAcuan => ({
  id: row.id,
  jenis: row.jenis,
  kunci: row.kunci,
  nilai: row.nilai,
  peraturan: row.peraturan,
  pasal: row.pasal,
  status: oneOf(STATUS_SUMBER, row.status, "status"),
  berlakuMulai: row.berlakuMulai,
  berlakuSampai: row.berlakuSampai,
});

const toButir = (row: ButirKegiatanEntity): ButirKegiatan => ({
  id: row.id,
  jenisJabatan: oneOf(JENIS_JABATAN, row.jenisJabatan, "jenisJabatan"),
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
  jamMinimal: row.jamMinimal,
  jamMaksimal: row.jamMaksimal,
  peraturan: row.peraturan,
  pasal: row.pasal,
  status: oneOf(STATUS_SUMBER, row.status, "status"),
  berlakuMulai: row.berlakuMulai,
  berlakuSampai: row.berlakuSampai,
});
