/** Parts of a name, kept apart; titles are no part of the name. */
export interface NamaBergelar {
  readonly gelarDepan: string | null;
  readonly nama: string;
  readonly gelarBelakang: string | null;
}

/** Front titles, name, comma, rear titles: `Dra. NAMA, M.Si`. Source: domain note 3.1. */
export const namaLengkap = ({ gelarDepan, nama, gelarBelakang }: NamaBergelar): string =>
  `${gelarDepan === null ? "" : `${gelarDepan} `}${nama}${gelarBelakang === null ? "" : `, ${gelarBelakang}`}`;
