import type { ReactElement } from "react";
import {
  type HasilKonversi,
  type JawabanHalaman,
  JENJANG,
  namaJenjang,
  namaPredikat,
  PREDIKAT,
} from "../../http/contract/hitung.js";
import type { Bagian } from "../bagian.js";
import { BidangBulan } from "../bidang/bulan.js";
import { DaftarBaris } from "../bidang/daftar-baris.js";
import { BidangPilihan } from "../bidang/pilihan.js";
import { BidangTeks } from "../bidang/teks.js";
import { hasilDari } from "../hasil/hasil-dari.js";
import type { Baris } from "../isian.js";
import { namaBulan, tulisAk } from "../tulis.js";
import { useTeks } from "../use-teks.js";

/** The year after the last line with the same level and grade: what one fills in most often next. */
const barisBerikut = (baris: readonly Baris[]): Baris => {
  const last = baris.at(-1) ?? {};
  return { ...last, tahun: String(Number(last["tahun"] ?? "0") + 1), bulanMulai: "1", bulanSelesai: "12" };
};

/** Grades of several periods become credit. */
export const konversi: Bagian = {
  id: "konversi",
  nama: [],
  kolom: ["jenjang", "tahun", "bulanMulai", "bulanSelesai", "predikat"],
  awal: (bulanIni) => ({
    nilai: {},
    baris: [
      {
        jenjang: "AHLI_PERTAMA",
        tahun: String(Number(bulanIni.slice(0, 4)) - 1),
        bulanMulai: "1",
        bulanSelesai: "12",
        predikat: "BAIK",
      },
    ],
  }),
  permintaan: ({ baris }, baca) => [
    {
      perhitungan: "konversi",
      periode: baris.map(({ jenjang, tahun, bulanMulai, bulanSelesai, predikat }, index) => ({
        jenjang,
        tahun: baca.bulat(tahun, `periode[${index}].tahun`),
        bulanMulai: baca.bulat(bulanMulai, `periode[${index}].bulanMulai`),
        bulanSelesai: baca.bulat(bulanSelesai, `periode[${index}].bulanSelesai`),
        predikat,
      })),
    },
  ],
  Bidang: BidangKonversi,
  Hasil: HasilKonversiTabel,
};

function BidangKonversi(): ReactElement {
  const { t } = useTeks();
  return (
    <DaftarBaris
      daftar="periode"
      judul={(nomor) => `${t("periode")} ${nomor}`}
      tambah={t("tambahPeriode")}
      hapus={t("hapusPeriode")}
      baru={barisBerikut}
      minimal={1}
    >
      <BidangPilihan nama="jenjang" label={t("jenjang")} pilihan={JENJANG} sebut={namaJenjang} />
      <BidangTeks nama="tahun" label={t("tahun")} />
      <BidangBulan nama="bulanMulai" label={t("bulanMulai")} />
      <BidangBulan nama="bulanSelesai" label={t("bulanSelesai")} />
      <BidangPilihan nama="predikat" label={t("predikat")} pilihan={PREDIKAT} sebut={namaPredikat} />
    </DaftarBaris>
  );
}

function HasilKonversiTabel({ jawaban }: { readonly jawaban: readonly JawabanHalaman[] }): ReactElement {
  const { t } = useTeks();
  const [hasil] = hasilDari(jawaban, "konversi");
  if (hasil === undefined) return <></>;
  return (
    <>
      <p className="pokok">
        {t("jumlahBerjalan")}: <strong>{tulisAk(hasil.jumlah)}</strong>
      </p>
      <Rincian hasil={hasil} />
      <h3>{t("akun")}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("jenjang")}</th>
            <th scope="col">{t("status")}</th>
            <th scope="col" className="kanan">
              {t("angkaKredit")}
            </th>
          </tr>
        </thead>
        <tbody>
          {hasil.akun.map(({ jenjang, status, angkaKredit }) => (
            <tr key={jenjang}>
              <th scope="row">{namaJenjang(jenjang)}</th>
              <td>{t(`status.${status}`)}</td>
              <td className="kanan">{tulisAk(angkaKredit)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Rincian({ hasil }: { readonly hasil: HasilKonversi }): ReactElement {
  const { t, bahasa } = useTeks();
  const months = (from: number, to: number): string =>
    from === to ? namaBulan(from, bahasa) : `${namaBulan(from, bahasa)}–${namaBulan(to, bahasa)}`;
  return (
    <>
      <h3>{t("rincian")}</h3>
      <table className="bertumpuk">
        <thead>
          <tr>
            <th scope="col">{t("periode")}</th>
            <th scope="col">{t("jenjang")}</th>
            <th scope="col">{t("predikat")}</th>
            <th scope="col" className="kanan">
              {t("persentase")}
            </th>
            <th scope="col" className="kanan">
              {t("koefisien")}
            </th>
            <th scope="col" className="kanan">
              {t("angkaKredit")}
            </th>
          </tr>
        </thead>
        <tbody>
          {hasil.baris.map((row) => (
            <tr key={`${row.tahun}-${row.bulanMulai}-${row.jenjang}`}>
              <th scope="row">
                {months(row.bulanMulai, row.bulanSelesai)} {row.tahun} ({row.bulan}/12)
              </th>
              <td data-label={t("jenjang")}>{namaJenjang(row.jenjang)}</td>
              <td data-label={t("predikat")}>{namaPredikat(row.predikat)}</td>
              <td data-label={t("persentase")} className="kanan">
                {row.persentase}%
              </td>
              <td data-label={t("koefisien")} className="kanan">
                {tulisAk(row.koefisien)}
              </td>
              <td data-label={t("angkaKredit")} className="kanan">
                {tulisAk(row.angkaKredit)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
