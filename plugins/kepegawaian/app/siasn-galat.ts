/**
 * Why SIASN did not give or take something. `TIDAK_TERSEDIA` passes by itself; `DITOLAK_MASUK` is cured by the administrator of
 * this installation; the others concern one person or one record and stay until someone corrects the source.
 */
export type SebabGalat = "TIDAK_TERSEDIA" | "DITOLAK_MASUK" | "TIDAK_DIKENAL" | "DATA_RUSAK" | "DITOLAK";

/** A failure at the border to SIASN. The message is for people: Indonesian, with what they can do. */
export class SiasnGalat extends Error {
  override readonly name = "SiasnGalat";
  constructor(
    readonly sebab: SebabGalat,
    message: string,
    options: { readonly cause?: unknown } = {},
  ) {
    super(message, options);
  }

  get sementara(): boolean {
    return this.sebab === "TIDAK_TERSEDIA";
  }
}
