/** Yearly or periodic performance grade, best first. Source: PermenPANRB 1/2023; domain note 2.3.1. */
export const PREDIKAT = ["SANGAT_BAIK", "BAIK", "BUTUH_PERBAIKAN", "KURANG", "SANGAT_KURANG"] as const;
export type Predikat = (typeof PREDIKAT)[number];

const NAMES: Readonly<Record<Predikat, string>> = {
  SANGAT_BAIK: "Sangat Baik",
  BAIK: "Baik",
  BUTUH_PERBAIKAN: "Butuh Perbaikan",
  KURANG: "Kurang",
  SANGAT_KURANG: "Sangat Kurang",
};

export const namaPredikat = (predikat: Predikat): string => NAMES[predikat];

/** Whether a grade is at least as good as another. */
export const sekurangnya = (predikat: Predikat, minimal: Predikat): boolean =>
  PREDIKAT.indexOf(predikat) <= PREDIKAT.indexOf(minimal);
