/** A period assessed, and the days on which DUPAK of it may be sent. ISO dates; all days inclusive. */
export interface Periode {
  readonly id: string;
  readonly nama: string;
  readonly masaMulai: string;
  readonly masaSelesai: string;
  readonly buka: string;
  readonly tutup: string;
}

export const sedangBuka = ({ buka, tutup }: Periode, hariIni: string): boolean => buka <= hariIni && hariIni <= tutup;
