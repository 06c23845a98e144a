import { type Ak, terkecil } from "./ak.js";
import { setengahKeAtas } from "./setengah-ke-atas.js";

export interface Capaian2022 {
  readonly target: Ak;
  readonly batas: Ak;
  readonly angkaKredit: Ak;
  readonly dibatasi: boolean;
}

/** Credit of a year of the regime of 2021 and 2022: capped at a percentage of the yearly target. Source: Peraturan BKN 11/2022 Pasal 30; domain note 2.2, 2.3.6. */
export const capaian2022 = (
  capaian: Ak,
  { target, persenMaksimal }: { readonly target: Ak; readonly persenMaksimal: number },
): Capaian2022 => {
  const batas = setengahKeAtas(BigInt(target) * BigInt(persenMaksimal), 100n);
  return { target, batas, angkaKredit: terkecil(capaian, batas), dibatasi: capaian > batas };
};
