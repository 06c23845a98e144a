import { berlakuPada, type BarisAcuan } from "./acuan.js";
import { bacaNilaiAcuan } from "./baca-nilai-acuan.js";
import { JENIS_ACUAN, type JenisAcuan, type NilaiAcuan } from "./jenis-acuan.js";

/** A row in force with its values read. */
export interface AcuanBerlaku<J extends JenisAcuan> {
  readonly baris: BarisAcuan;
  readonly nilai: NilaiAcuan<J>;
}

/**
 * The reference data at one time, all versions of them: the caller asks for those in force in the period assessed, never
 * for today's. Read it once for a batch; it does not change under the reader.
 */
export class DaftarAcuan {
  readonly #rows = new Map<string, BarisAcuan[]>();
  readonly #read = new Map<string, Readonly<Record<string, unknown>>>();

  constructor(rows: readonly BarisAcuan[]) {
    for (const row of rows) {
      const key = `${row.jenis}:${row.kunci}`;
      const versions = this.#rows.get(key);
      if (versions === undefined) this.#rows.set(key, [row]);
      else versions.push(row);
    }
  }

  /** The version in force on a day (ISO date). @throws {Error} when the stored values are not those of the kind. */
  cari<J extends JenisAcuan>(jenis: J, kunci: string, tanggal: string): AcuanBerlaku<J> | undefined {
    const baris = this.#rows.get(`${jenis}:${kunci}`)?.find((row) => berlakuPada(row, tanggal));
    return baris === undefined ? undefined : { baris, nilai: this.#nilai(jenis, baris) };
  }

  /** Rows of any kind in force on a day, also of kinds that other plugins keep here. */
  semua(jenis: string, tanggal: string): readonly BarisAcuan[] {
    return [...this.#rows.values()].flat().filter((row) => row.jenis === jenis && berlakuPada(row, tanggal));
  }

  #nilai<J extends JenisAcuan>(jenis: J, { id, nilai }: BarisAcuan): NilaiAcuan<J> {
    let read = this.#read.get(id);
    if (read === undefined) {
      const { nilai: values, masalah } = bacaNilaiAcuan(JENIS_ACUAN[jenis].bidang, nilai);
      const [fault] = masalah;
      if (fault !== undefined) throw new Error(`Expected reference row '${id}' to be valid, but ${fault.pesan}`);
      read = values;
      this.#read.set(id, read);
    }
    return read as NilaiAcuan<J>;
  }
}
