import type { ReactElement } from "react";
import {
  type AmbangTertulis,
  GOLONGAN,
  type JawabanHalaman,
  JENJANG,
  namaJenjang,
} from "../../http/contract/hitung.js";
import type { Bagian } from "../bagian.js";
import { BidangAngka } from "../bidang/angka.js";
import { BidangPilihan } from "../bidang/pilihan.js";
import { hasilDari } from "../hasil/hasil-dari.js";
import { nilaiDari } from "../isian.js";
import { tulisAk, tulisGolongan } from "../tulis.js";
import { useTeks } from "../use-teks.js";

const JUMLAH = ["akDasar", "akLama", "akPenyesuaian", "akIntegrasi", "akKonversi", "akPendidikan"] as const;

/** Sum of a PAK and what it is enough for. */
export const pak: Bagian = {
  id: "pak",
  nama: ["jenjang", "golongan", ...JUMLAH],
  kolom: [],
  awal: () => ({ nilai: { jenjang: "AHLI_PERTAMA", golongan: "III/a" }, baris: [] }),
  permintaan: (isian, baca) => [
    {
      perhitungan: "pak",
      jenjang: nilaiDari(isian, "jenjang"),
      golongan: nilaiDari(isian, "golongan"),
      ...Object.fromEntries(
        JUMLAH.flatMap((nama) => {
          const ak = baca.ak(nama);
          return ak === undefined ? [] : [[nama, ak]];
        }),
      ),
    },
  ],
  Bidang: BidangPak,
  Hasil: HasilPakTabel,
};

function BidangPak(): ReactElement {
  const { t } = useTeks();
  return (
    <>
      <div className="bidang-bidang">
        <BidangPilihan nama="jenjang" label={t("jenjang")} pilihan={JENJANG} sebut={namaJenjang} />
        <BidangPilihan nama="golongan" label={t("golongan")} pilihan={GOLONGAN} sebut={tulisGolongan} />
      </div>
      <p className="bidang-bantuan">{t("caraMenulis")}</p>
      <div className="bidang-bidang">
        {JUMLAH.map((nama) => (
          <BidangAngka key={nama} nama={nama} label={t(nama)} />
        ))}
      </div>
    </>
  );
}

function HasilPakTabel({ jawaban }: { readonly jawaban: readonly JawabanHalaman[] }): ReactElement {
  const { t } = useTeks();
  const [hasil] = hasilDari(jawaban, "pak");
  if (hasil === undefined) return <></>;
  return (
    <>
      <p className="pokok">
        {t("jumlah")}: <strong>{tulisAk(hasil.jumlah)}</strong>
        <br />
        {t(`kesimpulan.${hasil.kesimpulan}`)}
      </p>
      <table className="bertumpuk">
        <thead>
          <tr>
            <th scope="col">{t("untuk")}</th>
            <th scope="col" className="kanan">
              {t("minimal")}
            </th>
            <th scope="col" className="kanan">
              {t("kelebihan")}
            </th>
            <th scope="col" className="kanan">
              {t("kekurangan")}
            </th>
            <th scope="col">{t("status")}</th>
          </tr>
        </thead>
        <tbody>
          <BarisAmbang untuk={t("kp")} ambang={hasil.pangkat} />
          <BarisAmbang untuk={t("kj")} ambang={hasil.jenjang} />
        </tbody>
      </table>
    </>
  );
}

function BarisAmbang({ untuk, ambang }: { readonly untuk: string; readonly ambang: AmbangTertulis }): ReactElement {
  const { t } = useTeks();
  const write = (nilai: string | null): string => (nilai === null ? "–" : tulisAk(nilai));
  return (
    <tr>
      <th scope="row">{untuk}</th>
      <td data-label={t("minimal")} className="kanan">
        {ambang.minimal === null ? t("tertinggi") : tulisAk(ambang.minimal)}
      </td>
      <td data-label={t("kelebihan")} className="kanan">
        {write(ambang.kelebihan)}
      </td>
      <td data-label={t("kekurangan")} className="kanan">
        {write(ambang.kekurangan)}
      </td>
      <td data-label={t("status")}>{ambang.terpenuhi ? t("cukup") : t("belumCukup")}</td>
    </tr>
  );
}
