import { type EntityManager, LessThanOrEqual } from "typeorm";
import type { AcuanCetak, KopSurat, Penandatangan, PolaNomor } from "../app/acuan-cetak.js";
import { KopSuratEntity, PenandatanganEntity, PolaNomorEntity } from "./acuan-cetak.entities.js";

/** Heads, signatories and patterns over SQL. Bound to one unit of work: make a new one for each. */
export class AcuanCetakRepository implements AcuanCetak {
  constructor(private readonly manager: EntityManager) {}

  async kop(lingkup: string, tanggal: string): Promise<KopSurat | undefined> {
    const row = await this.manager.findOne(KopSuratEntity, {
      where: { lingkup, berlakuMulai: LessThanOrEqual(tanggal) },
      order: { berlakuMulai: "DESC" },
    });
    return row === null ? undefined : toKop(row);
  }

  async penandatangan(lingkup: string, peran: string, tanggal: string): Promise<Penandatangan | undefined> {
    const row = await this.manager.findOne(PenandatanganEntity, {
      where: { lingkup, peran, berlakuMulai: LessThanOrEqual(tanggal) },
      order: { berlakuMulai: "DESC" },
    });
    return row === null ? undefined : toSigner(row);
  }

  async pola(dokumen: string, tanggal: string): Promise<PolaNomor | undefined> {
    const row = await this.manager.findOne(PolaNomorEntity, {
      where: { dokumen, berlakuMulai: LessThanOrEqual(tanggal) },
      order: { berlakuMulai: "DESC" },
    });
    return row === null ? undefined : toPattern(row);
  }

  async saveKop(kop: KopSurat): Promise<void> {
    const { lingkup, berlakuMulai } = kop;
    await this.manager.delete(KopSuratEntity, { lingkup, berlakuMulai });
    await this.manager.insert(KopSuratEntity, { ...kop, alamat: kop.alamat.join("\n") });
  }

  async savePenandatangan(penandatangan: Penandatangan): Promise<void> {
    const { lingkup, peran, berlakuMulai } = penandatangan;
    await this.manager.delete(PenandatanganEntity, { lingkup, peran, berlakuMulai });
    await this.manager.insert(PenandatanganEntity, { ...penandatangan });
  }

  async savePola(pola: PolaNomor): Promise<void> {
    const { dokumen, berlakuMulai } = pola;
    await this.manager.delete(PolaNomorEntity, { dokumen, berlakuMulai });
    await this.manager.insert(PolaNomorEntity, { ...pola });
  }
}

/** Columns of a table, apart from the class that maps them. */
type Columns<T> = { readonly [K in keyof T]: T[K] };

const toKop = (row: Columns<KopSuratEntity>): KopSurat => ({ ...row, alamat: row.alamat.split("\n") });
const toSigner = (row: Columns<PenandatanganEntity>): Penandatangan => ({ ...row });
const toPattern = (row: Columns<PolaNomorEntity>): PolaNomor => ({ ...row });
