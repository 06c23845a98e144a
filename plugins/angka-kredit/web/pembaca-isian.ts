import { bacaAngka } from "./baca-angka.js";
import { type Isian, nilaiDari } from "./isian.js";
import type { KunciTeks } from "./teks-id.js";

/** Reads what was typed for a request, and collects the faults that need no server, by field. */
export class PembacaIsian {
  readonly galat: Record<string, KunciTeks> = {};

  constructor(private readonly isian: Isian) {}

  /** A text that has to be there. */
  wajib(nama: string): string {
    const text = nilaiDari(this.isian, nama);
    if (text === "") this.galat[nama] = "galat.wajib";
    return text;
  }

  /** An amount with a dot; undefined when the field is empty or faulty. */
  ak(nama: string): string | undefined {
    const text = nilaiDari(this.isian, nama).trim();
    if (text === "") return undefined;
    const read = bacaAngka(text);
    if (read.jenis === "NILAI") return read.nilai;
    this.galat[nama] = read.jenis === "TANYA" ? "galat.tanya" : "galat.angka";
    return undefined;
  }

  centang(nama: string): boolean {
    return nilaiDari(this.isian, nama) === "1";
  }

  /** A whole number of a line; `bidang` names the field, such as `periode[1].tahun`. */
  bulat(text: string | undefined, bidang: string): number {
    const clean = (text ?? "").trim();
    if (/^\d{1,4}$/.test(clean)) return Number(clean);
    this.galat[bidang] = clean === "" ? "galat.wajib" : "galat.angka";
    return 0;
  }
}
