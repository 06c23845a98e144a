import { type ReactElement, type ReactNode } from "react";
import { KonteksFormulir, useFormulir } from "../formulir.js";
import type { Baris } from "../isian.js";

interface DaftarBarisProps {
  /** Name of the list in the request: `periode` makes fields `periode[0].tahun`. */
  readonly daftar: string;
  readonly judul: (nomor: number) => string;
  readonly tambah: string;
  readonly hapus: string;
  /** A new line after those there are. */
  readonly baru: (baris: readonly Baris[]) => Baris;
  /** Fewest lines; the button that removes is absent below. */
  readonly minimal: number;
  readonly children: ReactNode;
}

const MAKSIMAL = 60;

/** Lines of fields; inside a line each field goes by the name of its column. */
export function DaftarBaris({ daftar, judul, tambah, hapus, baru, minimal, children }: DaftarBarisProps): ReactElement {
  const {
    isian: { baris },
    ubahBaris,
  } = useFormulir();
  return (
    <>
      {baris.map((_, index) => (
        // Lines have no name of their own; their place is what the address keeps.
        <fieldset className="baris" key={index}>
          <legend>{judul(index + 1)}</legend>
          <SatuBaris daftar={daftar} index={index}>
            {children}
          </SatuBaris>
          {baris.length > minimal ? (
            <button
              type="button"
              className="hapus"
              aria-label={`${hapus} ${index + 1}`}
              onClick={() => ubahBaris(baris.filter((_, at) => at !== index))}
            >
              ×
            </button>
          ) : null}
        </fieldset>
      ))}
      {baris.length < MAKSIMAL ? (
        <button type="button" className="tambah" onClick={() => ubahBaris([...baris, baru(baris)])}>
          + {tambah}
        </button>
      ) : null}
    </>
  );
}

interface SatuBarisProps {
  readonly daftar: string;
  readonly index: number;
  readonly children: ReactNode;
}

/** Gives the fields of one line a form of their own. */
function SatuBaris({ daftar, index, children }: SatuBarisProps): ReactElement {
  const { isian, galat, ubahBaris } = useFormulir();
  const prefix = `${daftar}[${index}].`;
  const own = Object.entries(galat).flatMap(([nama, each]) =>
    nama.startsWith(prefix) ? [[nama.slice(prefix.length), each] as const] : [],
  );
  return (
    <KonteksFormulir.Provider
      value={{
        isian: { nilai: isian.baris[index] ?? {}, baris: [] },
        galat: Object.fromEntries(own),
        ubah: (nama, text) =>
          ubahBaris(isian.baris.map((line, at) => (at === index ? { ...line, [nama]: text } : line))),
        ubahBaris,
      }}
    >
      <div className="bidang-bidang">{children}</div>
    </KonteksFormulir.Provider>
  );
}
