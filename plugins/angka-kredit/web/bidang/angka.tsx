import type { ReactElement } from "react";
import { bacaAngka } from "../baca-angka.js";
import { useFormulir } from "../formulir.js";
import { nilaiDari } from "../isian.js";
import { useTeks } from "../use-teks.js";
import { Bingkai } from "./bingkai.js";

interface BidangAngkaProps {
  readonly nama: string;
  readonly label: string;
  readonly bantuan?: string;
}

/** An amount of credit as typed in Indonesian; what may be read in two ways is asked for, never guessed. */
export function BidangAngka({ nama, label, bantuan }: BidangAngkaProps): ReactElement {
  const { t } = useTeks();
  const { isian, galat, ubah } = useFormulir();
  const text = nilaiDari(isian, nama);
  const read = bacaAngka(text);
  return (
    <div>
      <Bingkai label={label} bantuan={bantuan} galat={galat[nama]}>
        {(kait) => (
          <input
            {...kait}
            type="text"
            inputMode="decimal"
            maxLength={20}
            autoComplete="off"
            value={text}
            onChange={(event) => ubah(nama, event.target.value)}
          />
        )}
      </Bingkai>
      {read.jenis === "TANYA" ? (
        <div className="maksud" role="group" aria-label={`${label}: ${t("maksudnya")}`}>
          <span>{t("maksudnya")}</span>
          {read.pilihan.map((pilihan) => (
            <button key={pilihan} type="button" onClick={() => ubah(nama, pilihan)}>
              {pilihan}
            </button>
          ))}
        </div>
      ) : null}
    </div>
  );
}
