/** What is wrong with one field of a request; `bidang` is its path, such as `periode[1].bulanMulai`. */
export interface Masalah {
  readonly bidang: string;
  /** Indonesian sentence with the value and what is expected. */
  readonly pesan: string;
}

export const masalah = (bidang: string, pesan: string): Masalah => ({ bidang, pesan });
