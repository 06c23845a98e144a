import { type BatasKualifikasi, kualifikasi, type Kualifikasi, sekurangnya } from "./kualifikasi.js";

/** A score of one mata pelatihan or of one aspect of praktik mengajar, in hundredths. */
export interface NilaiBernama {
  readonly nama: string;
  readonly nilai: number;
}

/** One reason why a participant has not passed. */
export type SebabTidakLulus =
  | { readonly jenis: "DISIPLIN" }
  | {
      readonly jenis: "MATA_PELATIHAN" | "PRAKTIK_MENGAJAR";
      readonly nama: string;
      readonly nilai: number;
      readonly kualifikasi: Kualifikasi;
    };

export interface Kelulusan {
  readonly lulus: boolean;
  readonly tindakLanjut: "STTPP" | "ORIENTASI";
  readonly sebab: readonly SebabTidakLulus[];
}

/**
 * Passed: discipline, and at least the minimal band in each mata pelatihan and in each aspect of praktik mengajar. Nothing
 * is averaged. Whoever has not passed follows the programme of orientasi. Source: Peraturan LAN 13/2019 Pasal 13, 15.
 */
export const kelulusan = (
  peserta: {
    readonly disiplin: boolean;
    readonly penugasan: readonly NilaiBernama[];
    readonly praktikMengajar: readonly NilaiBernama[];
  },
  { batas, minimal }: { readonly batas: BatasKualifikasi; readonly minimal: Kualifikasi },
): Kelulusan => {
  const below = (jenis: "MATA_PELATIHAN" | "PRAKTIK_MENGAJAR", scores: readonly NilaiBernama[]): SebabTidakLulus[] =>
    scores
      .map(({ nama, nilai }) => ({ jenis, nama, nilai, kualifikasi: kualifikasi(nilai, batas) }))
      .filter((each) => !sekurangnya(each.kualifikasi, minimal));
  const sebab: SebabTidakLulus[] = [
    ...(peserta.disiplin ? [] : [{ jenis: "DISIPLIN" } as const]),
    ...below("MATA_PELATIHAN", peserta.penugasan),
    ...below("PRAKTIK_MENGAJAR", peserta.praktikMengajar),
  ];
  return { lulus: sebab.length === 0, tindakLanjut: sebab.length === 0 ? "STTPP" : "ORIENTASI", sebab };
};
