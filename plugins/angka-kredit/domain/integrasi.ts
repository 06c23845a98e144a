import { type Ak, kurangAk } from "./ak.js";

/** One row of the integration table; effective-dated reference data. Source: domain note 2.3.7. */
export interface AturanIntegrasi {
  readonly nilaiDasar: Ak;
  /** Result that belongs to the golongan: from `dari` up to, but without, `sampai`. */
  readonly dari: Ak;
  readonly sampai: Ak;
}

export interface Integrasi {
  readonly akIntegrasi: Ak;
  readonly rentang: readonly [Ak, Ak];
  readonly status: "DITERIMA" | "PERLU_TELAAH";
}

/**
 * One-time conversion of conventional credit: minus the base value of the golongan. A result outside the range of the
 * golongan is never clipped: a person looks at it. Source: domain note 2.3.7.
 */
export const integrasi = (akKonvensional: Ak, { nilaiDasar, dari, sampai }: AturanIntegrasi): Integrasi => {
  const akIntegrasi = kurangAk(akKonvensional, nilaiDasar);
  const inside = akIntegrasi >= dari && akIntegrasi < sampai;
  return { akIntegrasi, rentang: [dari, sampai], status: inside ? "DITERIMA" : "PERLU_TELAAH" };
};
