import type { ReactElement } from "react";
import type { JawabanHalaman } from "../http/contract/hitung.js";
import type { Isian } from "./isian.js";
import type { PembacaIsian } from "./pembaca-isian.js";
import type { Permintaan } from "./tanya-server.js";

/** One of the calculations of the page: its fields, what it asks of the server, and how the answers are shown. */
export interface Bagian {
  readonly id: "konversi" | "pak" | "kenaikan" | "integrasi";
  /** Names of the single fields; they are those of the request where it has one of that name. */
  readonly nama: readonly string[];
  /** Columns of its list; none without a list. */
  readonly kolom: readonly string[];
  /** What is filled in at first. `bulanIni` is like `2026-03`. */
  awal(bulanIni: string): Isian;
  permintaan(isian: Isian, baca: PembacaIsian): readonly Permintaan[];
  /** Field of the page for a field of a request, where the names differ. */
  bidang?(nama: string): string;
  /** Answers whose fault stands in the way of the whole result; by default every one that is a fault. */
  menghalangi?(jawaban: readonly JawabanHalaman[]): readonly JawabanHalaman[];
  readonly Bidang: () => ReactElement;
  readonly Hasil: (props: { readonly jawaban: readonly JawabanHalaman[] }) => ReactElement;
}
