/** Where a DUPAK stands. Source: domain note 1.3.6. */
export const STATUS_DUPAK = [
  "TERKUNCI_KUESIONER",
  "DRAF",
  "DIKIRIM",
  "DIKEMBALIKAN",
  "DITERUSKAN_TPI",
  "DINILAI_TPI",
  "DITERUSKAN_TANPA_TPI",
  "MENUNGGU_KIRIM_TPP",
  "DITERIMA_TPP",
  "DIKEMBALIKAN_TPP",
  "DINILAI_TPP",
  "SIDANG",
  "SELESAI",
] as const;
export type StatusDupak = (typeof STATUS_DUPAK)[number];

type Next = Readonly<Record<StatusDupak, readonly StatusDupak[]>>;

const NEXT: Next = {
  TERKUNCI_KUESIONER: ["DRAF"],
  DRAF: ["DIKIRIM", "DITERIMA_TPP"],
  DIKIRIM: ["DIKEMBALIKAN", "DITERUSKAN_TPI", "DITERUSKAN_TANPA_TPI"],
  DIKEMBALIKAN: ["DIKIRIM", "DITERIMA_TPP"],
  DITERUSKAN_TPI: ["DINILAI_TPI"],
  DINILAI_TPI: ["MENUNGGU_KIRIM_TPP"],
  DITERUSKAN_TANPA_TPI: ["MENUNGGU_KIRIM_TPP"],
  MENUNGGU_KIRIM_TPP: ["DITERIMA_TPP"],
  // Directly to DIKEMBALIKAN when no instansi stands between TPP and the widyaiswara.
  DITERIMA_TPP: ["DINILAI_TPP", "DIKEMBALIKAN_TPP", "DIKEMBALIKAN"],
  DIKEMBALIKAN_TPP: ["DITERIMA_TPP", "DIKEMBALIKAN"],
  DINILAI_TPP: ["SIDANG"],
  // Back to scoring or to the instansi (IV/c and above: the widyaiswara) by decision, back to waiting when postponed or called off.
  SIDANG: ["SELESAI", "DITERIMA_TPP", "DINILAI_TPP", "DIKEMBALIKAN_TPP", "DIKEMBALIKAN"],
  SELESAI: [],
};

/** Whether a DUPAK may go from one status to another. */
export const bolehBerpindah = (from: string, to: StatusDupak): boolean =>
  (NEXT as Readonly<Record<string, readonly StatusDupak[]>>)[from]?.includes(to) ?? false;

/** With the Sekretariat or the assessors of the instansi: a batch waits for them. */
export const BELUM_DINILAI_TPI: readonly StatusDupak[] = [
  "DIKIRIM",
  "DITERUSKAN_TPI",
  "DINILAI_TPI",
  "DITERUSKAN_TANPA_TPI",
];

/** With the widyaiswara; nobody else reads it. */
export const DI_WIDYAISWARA: readonly StatusDupak[] = ["TERKUNCI_KUESIONER", "DRAF"];
