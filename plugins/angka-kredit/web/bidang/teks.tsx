import type { HTMLInputTypeAttribute, ReactElement } from "react";
import { useFormulir } from "../formulir.js";
import { nilaiDari } from "../isian.js";
import { Bingkai } from "./bingkai.js";

interface BidangTeksProps {
  readonly nama: string;
  readonly label: string;
  readonly bantuan?: string;
  readonly jenis?: HTMLInputTypeAttribute;
}

/** A line of text, a date or a month. */
export function BidangTeks({ nama, label, bantuan, jenis = "text" }: BidangTeksProps): ReactElement {
  const { isian, galat, ubah } = useFormulir();
  return (
    <Bingkai label={label} bantuan={bantuan} galat={galat[nama]}>
      {(kait) => (
        <input
          {...kait}
          type={jenis}
          maxLength={20}
          autoComplete="off"
          value={nilaiDari(isian, nama)}
          onChange={(event) => ubah(nama, event.target.value)}
        />
      )}
    </Bingkai>
  );
}
