import { useEffect, useRef, useState, type ReactElement } from "react";
import { berisiIsian, dariAlamat, keAlamat } from "./alamat.js";
import type { Bagian } from "./bagian.js";
import { KonteksFormulir } from "./formulir.js";
import { KartuHasil } from "./hasil/kartu-hasil.js";
import type { Isian } from "./isian.js";
import { useHitungan } from "./use-hitungan.js";
import { useTeks } from "./use-teks.js";

interface FormulirBagianProps {
  readonly bagian: Bagian;
  /** Address that the part was opened with. */
  readonly query: URLSearchParams;
  readonly bulanIni: string;
  /** Puts the inputs that were calculated into the address of the page. */
  readonly simpanAlamat: (query: URLSearchParams) => void;
}

const isianAwal = ({ bagian, query, bulanIni }: FormulirBagianProps): Isian => {
  const first = bagian.awal(bulanIni);
  if (!berisiIsian(query)) return first;
  const given = dariAlamat(query, bagian.nama, bagian.kolom);
  // A list that must not be empty keeps its first line.
  const baris = given.baris.length === 0 ? first.baris : given.baris;
  return { nilai: { ...first.nilai, ...given.nilai }, baris };
};

/** Fields of one part, the button, and the result below. An address with inputs is calculated as it is opened. */
export function FormulirBagian(props: FormulirBagianProps): ReactElement {
  const { bagian, query, simpanAlamat } = props;
  const { t } = useTeks();
  const [isian, setIsian] = useState(() => isianAwal(props));
  const { keadaan, hitung, hapus } = useHitungan(bagian);
  const box = useRef<HTMLFormElement>(null);
  const opened = useRef(false);
  const leading = useRef(false);

  useEffect(() => {
    if (opened.current || !berisiIsian(query)) return;
    opened.current = true;
    void hitung(isian);
  });

  // What is to be read next gets the focus as soon as it is drawn: the result, or the first field that is wrong.
  useEffect(() => {
    if (!leading.current) return;
    const next =
      document.getElementById("judul-hasil") ?? box.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (next === null || next === undefined) return;
    leading.current = false;
    next.focus();
  }, [keadaan]);

  const change = (next: Isian): void => {
    setIsian(next);
    hapus();
  };
  const send = async (): Promise<void> => {
    simpanAlamat(keAlamat(bagian.id, isian, bagian.kolom));
    leading.current = true;
    await hitung(isian);
  };

  return (
    <>
      <form
        ref={box}
        className="kartu"
        noValidate
        aria-label={t(`bagian.${bagian.id}`)}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <p>{t(`tentang.${bagian.id}`)}</p>
        <KonteksFormulir.Provider
          value={{
            isian,
            galat: keadaan.galat,
            ubah: (nama, text) => change({ ...isian, nilai: { ...isian.nilai, [nama]: text } }),
            ubahBaris: (baris) => change({ ...isian, baris }),
          }}
        >
          <bagian.Bidang />
        </KonteksFormulir.Provider>
        {keadaan.gagal === null ? null : (
          <div className="gagal" role="alert">
            <strong>{t("galat.judul")}.</strong>{" "}
            {"pesan" in keadaan.gagal ? keadaan.gagal.pesan : t(keadaan.gagal.kunci)}
          </div>
        )}
        <button type="submit" className="utama" disabled={keadaan.sibuk}>
          {keadaan.sibuk ? t("menghitung") : t("hitung")}
        </button>
      </form>
      {keadaan.jawaban === null ? null : <KartuHasil bagian={bagian} jawaban={keadaan.jawaban} />}
    </>
  );
}
