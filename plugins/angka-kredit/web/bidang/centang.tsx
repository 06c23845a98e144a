import type { ReactElement } from "react";
import { useFormulir } from "../formulir.js";
import { nilaiDari } from "../isian.js";

interface BidangCentangProps {
  readonly nama: string;
  readonly label: string;
}

/** Yes or no. */
export function BidangCentang({ nama, label }: BidangCentangProps): ReactElement {
  const { isian, ubah } = useFormulir();
  return (
    <label className="centang">
      <input
        type="checkbox"
        checked={nilaiDari(isian, nama) === "1"}
        onChange={(event) => ubah(nama, event.target.checked ? "1" : "")}
      />
      {label}
    </label>
  );
}
