/** One line of a list, by column. */
export type Baris = Readonly<Record<string, string>>;

/** What a person has filled in: text as typed. It is the address of the result too. */
export interface Isian {
  readonly nilai: Readonly<Record<string, string>>;
  readonly baris: readonly Baris[];
}

/** Value of a field, empty when it was never touched. */
export const nilaiDari = ({ nilai }: Isian, nama: string): string => nilai[nama] ?? "";
