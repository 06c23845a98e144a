/** For which promotions a PAK is enough. */
export type UntukPak = "PANGKAT" | "JENJANG" | "PANGKAT_DAN_JENJANG";

/** What is reached now, and what a PAK in force at this golongan and level said already. */
export interface CapaianPak {
  readonly pangkatTerpenuhi: boolean;
  readonly jenjangTerpenuhi: boolean;
  readonly pangkatSudah: boolean;
  readonly jenjangSudah: boolean;
}

/**
 * Whether a PAK is due: something is reached that no PAK has said yet. The diagram asks the decision table
 * `kelayakan-pak`; batches ask here, and a test compares both. Source: Peraturan BKN 3/2023 Pasal 12(4); domain note 2.3.6.
 */
export const kelayakanPak = (capaian: CapaianPak): UntukPak | null => {
  const { pangkatTerpenuhi, jenjangTerpenuhi, pangkatSudah, jenjangSudah } = capaian;
  const isNew = (pangkatTerpenuhi && !pangkatSudah) || (jenjangTerpenuhi && !jenjangSudah);
  if (!isNew) return null;
  if (pangkatTerpenuhi && jenjangTerpenuhi) return "PANGKAT_DAN_JENJANG";
  return pangkatTerpenuhi ? "PANGKAT" : "JENJANG";
};
