import type { ReactElement } from "react";
import { GOLONGAN, type JawabanHalaman } from "../../http/contract/hitung.js";
import type { Bagian } from "../bagian.js";
import { BidangAngka } from "../bidang/angka.js";
import { BidangPilihan } from "../bidang/pilihan.js";
import { hasilDari } from "../hasil/hasil-dari.js";
import { nilaiDari } from "../isian.js";
import { tulisAk, tulisGolongan } from "../tulis.js";
import { useTeks } from "../use-teks.js";

/** One-time conversion of conventional credit. */
export const integrasi: Bagian = {
  id: "integrasi",
  nama: ["golongan", "akKonvensional"],
  kolom: [],
  awal: () => ({ nilai: { golongan: "III/c" }, baris: [] }),
  permintaan: (isian, baca) => {
    const akKonvensional = baca.wajib("akKonvensional");
    baca.ak("akKonvensional");
    // The server reads the text itself, in the locale it was typed in.
    return [{ perhitungan: "integrasi", golongan: nilaiDari(isian, "golongan"), akKonvensional, lokal: "id" }];
  },
  Bidang: BidangIntegrasi,
  Hasil: HasilIntegrasiTabel,
};

function BidangIntegrasi(): ReactElement {
  const { t } = useTeks();
  return (
    <div className="bidang-bidang">
      <BidangPilihan nama="golongan" label={t("golongan")} pilihan={GOLONGAN} sebut={tulisGolongan} />
      <BidangAngka nama="akKonvensional" label={t("akKonvensional")} bantuan={t("caraMenulisWajib")} />
    </div>
  );
}

function HasilIntegrasiTabel({ jawaban }: { readonly jawaban: readonly JawabanHalaman[] }): ReactElement {
  const { t } = useTeks();
  const [hasil] = hasilDari(jawaban, "integrasi");
  if (hasil === undefined) return <></>;
  const [from, to] = hasil.rentang;
  return (
    <>
      <p className="pokok">
        {t("hasilIntegrasi")}: <strong>{tulisAk(hasil.akIntegrasi)}</strong>
        <br />
        {t(`integrasi.${hasil.status}`)}
      </p>
      <p>
        {t("rentang")}: {tulisAk(from)} {t("sampaiDengan")} {tulisAk(to)}
      </p>
    </>
  );
}
