import { createContext, useContext } from "react";
import type { Baris, Isian } from "./isian.js";
import type { KunciTeks } from "./teks-id.js";

/** A fault of a field: in words of the page, or in the server's. */
export type GalatBidang = { readonly kunci: KunciTeks } | { readonly pesan: string };

/** The inputs of the part that is open, for its fields. */
export interface Formulir {
  readonly isian: Isian;
  readonly galat: Readonly<Record<string, GalatBidang>>;
  readonly ubah: (nama: string, text: string) => void;
  readonly ubahBaris: (baris: readonly Baris[]) => void;
}

export const KonteksFormulir = createContext<Formulir | null>(null);

/** @throws {Error} outside a form. */
export const useFormulir = (): Formulir => {
  const form = useContext(KonteksFormulir);
  if (form === null) throw new Error("Expected a field inside a form, but it stands outside");
  return form;
};
