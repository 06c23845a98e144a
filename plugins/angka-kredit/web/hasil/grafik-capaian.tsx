import { useId, type ReactElement } from "react";
import type { HasilCapaianBulanan } from "../../http/contract/hitung.js";
import { tulisAk, tulisBulan } from "../tulis.js";
import { useTeks } from "../use-teks.js";

const LEBAR = 640;
const TINGGI = 240;
const TEPI = { kiri: 64, kanan: 12, atas: 24, bawah: 28 } as const;

interface GrafikProps {
  readonly untuk: string;
  readonly hasil: HasilCapaianBulanan;
}

/** Credit at the end of each month against the requirement: a picture, and the same as a table for those who do not see it. */
export function GrafikCapaian({ untuk, hasil }: GrafikProps): ReactElement {
  const { t, bahasa } = useTeks();
  const { bulanan, kebutuhan, akDasar } = hasil;
  const first = bulanan[0]?.bulan ?? "";
  const last = bulanan.at(-1);
  const summary = `${untuk}: ${tulisAk(akDasar)} → ${tulisAk(last?.angkaKredit ?? akDasar)}, ${t("kebutuhan")} ${tulisAk(kebutuhan)}, ${tulisBulan(first, bahasa)} – ${tulisBulan(last?.bulan ?? first, bahasa)}`;
  return (
    <figure className="grafik">
      <Gambar hasil={hasil} judul={`${t("grafik")}. ${summary}`} />
      <details>
        <summary>{t("tabelGrafik")}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("bulan")}</th>
              <th scope="col" className="kanan">
                {t("angkaKredit")}
              </th>
              <th scope="col" className="kanan">
                {t("kebutuhan")}
              </th>
            </tr>
          </thead>
          <tbody>
            {bulanan.map(({ bulan, angkaKredit }) => (
              <tr key={bulan}>
                <th scope="row">{tulisBulan(bulan, bahasa)}</th>
                <td className="kanan">{tulisAk(angkaKredit)}</td>
                <td className="kanan">{tulisAk(kebutuhan)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

function Gambar({ hasil, judul }: { readonly hasil: HasilCapaianBulanan; readonly judul: string }): ReactElement {
  const { t, bahasa } = useTeks();
  const title = useId();
  const { bulanan, kebutuhan, akDasar } = hasil;
  // Positions in the picture only: the amounts themselves stay the server's text.
  const top = Math.max(Number(kebutuhan), ...bulanan.map(({ angkaKredit }) => Number(angkaKredit)));
  const x = (index: number): number => TEPI.kiri + (index / bulanan.length) * (LEBAR - TEPI.kiri - TEPI.kanan);
  const y = (amount: string): number =>
    TINGGI - TEPI.bawah - (Number(amount) / top) * (TINGGI - TEPI.atas - TEPI.bawah);
  const steps = bulanan.map(({ angkaKredit }, index) => `L${x(index + 1).toFixed(1)} ${y(angkaKredit).toFixed(1)}`);
  const need = y(kebutuhan);
  const first = bulanan[0]?.bulan ?? "";
  const last = bulanan.at(-1)?.bulan ?? first;
  return (
    <svg viewBox={`0 0 ${LEBAR} ${TINGGI}`} role="img" aria-labelledby={title}>
      <title id={title}>{judul}</title>
      <path className="grafik-sumbu" d={`M${TEPI.kiri} ${TEPI.atas}V${TINGGI - TEPI.bawah}H${LEBAR - TEPI.kanan}`} />
      <path className="grafik-kebutuhan" d={`M${TEPI.kiri} ${need}H${LEBAR - TEPI.kanan}`} />
      <text x={TEPI.kiri + 6} y={need - 6}>
        {t("kebutuhan")}
      </text>
      <text x={TEPI.kiri - 6} y={need + 4} textAnchor="end">
        {tulisAk(kebutuhan)}
      </text>
      <text x={TEPI.kiri - 6} y={TINGGI - TEPI.bawah + 4} textAnchor="end">
        0
      </text>
      <path className="grafik-garis" d={`M${x(0)} ${y(akDasar).toFixed(1)}${steps.join("")}`} />
      <circle className="grafik-titik" cx={x(bulanan.length)} cy={y(bulanan.at(-1)?.angkaKredit ?? akDasar)} r="4" />
      <text x={TEPI.kiri} y={TINGGI - 8}>
        {tulisBulan(first, bahasa)}
      </text>
      <text x={LEBAR - TEPI.kanan} y={TINGGI - 8} textAnchor="end">
        {first === last ? "" : tulisBulan(last, bahasa)}
      </text>
    </svg>
  );
}
