import { type Ak, ak } from "./ak.js";

export interface AkumulasiKonvensional {
  readonly jumlah: Ak;
  readonly kebutuhan: Ak;
  readonly kelebihan: Ak;
  readonly kekurangan: Ak;
}

/** Old plus new credit against the cumulative requirement of the golongan aimed at. Source: domain note 2.4 (AKK konvensional). */
export const akumulasiKonvensional = (input: {
  readonly lama: Ak;
  readonly baru: Ak;
  readonly kebutuhan: Ak;
}): AkumulasiKonvensional => {
  const jumlah = ak(input.lama + input.baru);
  return {
    jumlah,
    kebutuhan: input.kebutuhan,
    kelebihan: ak(Math.max(0, jumlah - input.kebutuhan)),
    kekurangan: ak(Math.max(0, input.kebutuhan - jumlah)),
  };
};
