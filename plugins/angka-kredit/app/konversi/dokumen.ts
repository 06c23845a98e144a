/** Documents of the app with an official number, as patterns name them. Source: domain note 1.8.3, 3.8 to 3.10. */
export const DOKUMEN = ["ak-konversi", "ak-akumulasi", "ak-pak"] as const;
export type DokumenAk = (typeof DOKUMEN)[number];
