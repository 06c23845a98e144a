/** Something wrong with one input; `kolom` is the field or column it belongs to. */
export interface Masalah {
  readonly kolom: string;
  readonly id: string;
  readonly en: string;
}

export const masalah = (kolom: string, id: string, en: string): Masalah => ({ kolom, id, en });
