import type { ReactElement } from "react";
import {
  type HasilKenaikan,
  type JawabanHalaman,
  namaJenjang,
  type PutusanTertulis,
} from "../../http/contract/hitung.js";
import { tulisAk, tulisBulan, tulisGolongan, tulisTanggal } from "../tulis.js";
import { useTeks } from "../use-teks.js";
import { pesanGalat } from "../pesan-galat.js";
import { GrafikCapaian } from "./grafik-capaian.js";
import { hasilDari } from "./hasil-dari.js";

interface HasilProps {
  readonly jawaban: readonly JawabanHalaman[];
}

/** Answers in the order of the requests: when it is reached, for the next rank and the next level, and the other conditions when they were asked for. */
export function HasilKenaikanLengkap({ jawaban }: HasilProps): ReactElement {
  const { t } = useTeks();
  const [putusan] = hasilDari(jawaban, "kenaikan");
  return (
    <>
      <Waktu untuk={t("kp")} jawaban={jawaban.slice(0, 2)} />
      <Waktu untuk={t("kj")} jawaban={jawaban.slice(2, 4)} />
      {putusan === undefined ? null : <Syarat hasil={putusan} />}
    </>
  );
}

/** One requirement; where there is none above, the server says so. */
function Waktu({ untuk, jawaban }: HasilProps & { readonly untuk: string }): ReactElement {
  const { t, bahasa } = useTeks();
  const [hasil] = hasilDari(jawaban, "capaian");
  const [jalan] = hasilDari(jawaban, "capaian-bulanan");
  const galat = jawaban.find((each) => "galat" in each);
  return (
    <section className="waktu">
      <h3>{untuk}</h3>
      {galat !== undefined && "galat" in galat ? <p lang="id">{pesanGalat(galat.galat)}</p> : null}
      {hasil === undefined ? null : (
        <p className="pokok">
          {hasil.bulan === 0 ? (
            <strong>{t("sudahTercapai")}</strong>
          ) : (
            <>
              {t("tercapaiPadaAkhir")} <strong>{tulisBulan(hasil.selesai, bahasa)}</strong> ({hasil.bulan}{" "}
              {t("setelahBulan")})
            </>
          )}
          <br />
          {t("kebutuhan")}: {tulisAk(hasil.kebutuhan)} · {t("angkaKredit")}: {tulisAk(hasil.angkaKredit)}
        </p>
      )}
      {jalan === undefined || jalan.bulanan.length === 0 ? null : <GrafikCapaian untuk={untuk} hasil={jalan} />}
    </section>
  );
}

function Syarat({ hasil }: { readonly hasil: HasilKenaikan }): ReactElement {
  const { t } = useTeks();
  const { urutan, kj, kp, setelah } = hasil;
  const name = { KJ: t("kj"), KP: t("kp") } as const;
  return (
    <section className="waktu">
      <h3>{t("syarat")}</h3>
      <table className="bertumpuk">
        <tbody>
          <tr>
            <th scope="row">{t("kj")}</th>
            <td>
              <Putusan putusan={kj} />
            </td>
          </tr>
          <tr>
            <th scope="row">{t("kp")}</th>
            <td>
              <Putusan putusan={kp} />
            </td>
          </tr>
          <tr>
            <th scope="row">{t("urutan")}</th>
            <td>{urutan.length === 0 ? t("tidakAda") : urutan.map((each) => name[each]).join(`, ${t("lalu")} `)}</td>
          </tr>
          <tr>
            <th scope="row">{t("setelah")}</th>
            <td>
              {namaJenjang(setelah.jenjang)}, {tulisGolongan(setelah.golongan)}, {t("angkaKredit").toLowerCase()}{" "}
              {tulisAk(setelah.angkaKredit)}
            </td>
          </tr>
        </tbody>
      </table>
    </section>
  );
}

function Putusan({ putusan }: { readonly putusan: PutusanTertulis }): ReactElement {
  const { t, bahasa } = useTeks();
  const { dapat, alasan, tmtPalingCepat } = putusan;
  if (dapat) return <>{t("dapat")}</>;
  return (
    <>
      {t("belumDapat")}: {alasan.map((each) => t(`alasan.${each}`)).join("; ")}
      {tmtPalingCepat === undefined ? null : ` (${t("palingCepat")} ${tulisTanggal(tmtPalingCepat, bahasa)})`}
    </>
  );
}
