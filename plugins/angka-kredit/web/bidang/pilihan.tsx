import type { ReactElement } from "react";
import { useFormulir } from "../formulir.js";
import { nilaiDari } from "../isian.js";
import { Bingkai } from "./bingkai.js";

interface BidangPilihanProps<T extends string> {
  readonly nama: string;
  readonly label: string;
  readonly pilihan: readonly T[];
  readonly sebut: (pilihan: T) => string;
}

/** One of several. */
export function BidangPilihan<T extends string>({ nama, label, pilihan, sebut }: BidangPilihanProps<T>): ReactElement {
  const { isian, galat, ubah } = useFormulir();
  return (
    <Bingkai label={label} galat={galat[nama]}>
      {(kait) => (
        <select {...kait} value={nilaiDari(isian, nama)} onChange={(event) => ubah(nama, event.target.value)}>
          {pilihan.map((each) => (
            <option key={each} value={each}>
              {sebut(each)}
            </option>
          ))}
        </select>
      )}
    </Bingkai>
  );
}
