import type { BarisAcuan } from "./acuan.js";
import type { AcuanBerlaku, DaftarAcuan } from "./daftar-acuan.js";
import type { JenisAcuan } from "./jenis-acuan.js";

/** A regulation that a result rests on. */
export interface DasarHukum {
  readonly peraturan: string;
  readonly pasal?: string;
  /** ISO date from which the row used is in force. */
  readonly berlakuMulai: string;
}

type Berdasar = Pick<BarisAcuan, "peraturan" | "pasal" | "berlakuMulai">;

/** No version of a value is in force on the day asked for. */
export class AcuanTidakAda extends Error {
  constructor(
    readonly jenis: JenisAcuan,
    readonly kunci: string,
    readonly tanggal: string,
  ) {
    super(`Expected reference data '${jenis}:${kunci}' in force on ${tanggal}, but there is none`);
    this.name = "AcuanTidakAda";
  }
}

/** Reads reference data for one calculation and remembers what it rested on. */
export class Rujukan {
  readonly #used = new Map<string, DasarHukum>();

  constructor(private readonly daftar: DaftarAcuan) {}

  /** The row in force on a day. @throws {AcuanTidakAda} */
  ambil<J extends JenisAcuan>(jenis: J, kunci: string, tanggal: string): AcuanBerlaku<J> {
    const found = this.cari(jenis, kunci, tanggal);
    if (found === undefined) throw new AcuanTidakAda(jenis, kunci, tanggal);
    return found;
  }

  cari<J extends JenisAcuan>(jenis: J, kunci: string, tanggal: string): AcuanBerlaku<J> | undefined {
    const found = this.daftar.cari(jenis, kunci, tanggal);
    if (found !== undefined) this.catat(found.baris);
    return found;
  }

  /** Rows of a kind in force on a day; they count as used. */
  semua(jenis: string, tanggal: string): readonly BarisAcuan[] {
    const rows = this.daftar.semua(jenis, tanggal);
    for (const row of rows) this.catat(row);
    return rows;
  }

  /** Remembers a row that was read elsewhere. */
  catat({ peraturan, pasal, berlakuMulai }: Berdasar): void {
    const key = `${peraturan}|${pasal ?? ""}|${berlakuMulai}`;
    if (this.#used.has(key)) return;
    this.#used.set(key, { peraturan, ...(pasal === null ? {} : { pasal }), berlakuMulai });
  }

  /** Each regulation once, in the order of use. */
  dasarHukum(): readonly DasarHukum[] {
    return [...this.#used.values()];
  }
}
