import { useState, type ReactElement } from "react";
import { now } from "../../../../src/web/shared/clock.js";
import { longDate } from "../../../../src/web/shared/format/dates.js";
import type { DasarHukum, JawabanHalaman } from "../../http/contract/hitung.js";
import type { Bagian } from "../bagian.js";
import type { KunciTeks } from "../teks-id.js";
import { tulisDasar, tulisTanggal } from "../tulis.js";
import { useTeks } from "../use-teks.js";

interface KartuHasilProps {
  readonly bagian: Bagian;
  readonly jawaban: readonly JawabanHalaman[];
}

const semuaDasar = (jawaban: readonly JawabanHalaman[]): readonly DasarHukum[] => {
  const all = jawaban.flatMap((each) => ("hasil" in each ? each.dasarHukum : []));
  return [...new Map(all.map((each) => [`${tulisDasar(each)}|${each.berlakuMulai}`, each])).values()];
};

/** The result with its explanation, legal basis, date and address: everything that a print-out needs to be checked later. */
export function KartuHasil({ bagian, jawaban }: KartuHasilProps): ReactElement {
  const { t, bahasa } = useTeks();
  const [at] = useState(now);
  const reasons = jawaban.flatMap((each) =>
    "hasil" in each ? each.penjelasan.map((text, at) => ({ text, english: each.penjelasanEn?.[at] })) : [],
  );
  return (
    <section className="kartu hasil" aria-labelledby="judul-hasil">
      <h2 id="judul-hasil" tabIndex={-1}>
        {t("hasil")}
      </h2>
      <bagian.Hasil jawaban={jawaban} />
      {reasons.length === 0 ? null : (
        <>
          <h3>{t("penjelasan")}</h3>
          {bahasa === "en" ? <p className="bidang-bantuan">{t("kutipan")}</p> : null}
          <ul>
            {reasons.map(({ text, english }) =>
              bahasa === "en" && english !== undefined ? (
                <li key={text} lang="en">
                  {english}
                  <span className="kutipan" lang="id">
                    {text}
                  </span>
                </li>
              ) : (
                <li key={text} lang="id">
                  {text}
                </li>
              ),
            )}
          </ul>
        </>
      )}
      <h3>{t("dasarHukum")}</h3>
      <ul lang="id">
        {semuaDasar(jawaban).map((dasar) => (
          <li key={`${tulisDasar(dasar)}|${dasar.berlakuMulai}`}>
            {tulisDasar(dasar)}
            <span className="berlaku">
              {" "}
              ({t("berlakuSejak")} {tulisTanggal(dasar.berlakuMulai, bahasa)})
            </span>
          </li>
        ))}
      </ul>
      <p className="keterangan">
        {t("dihitungPada")} {longDate(at, bahasa)}. {t("perkiraan")}
      </p>
      <p className="keterangan hanya-cetak">
        {t("alamatHasil")}: {location.href}
      </p>
      <Tindakan />
    </section>
  );
}

function Tindakan(): ReactElement {
  const { t } = useTeks();
  const [said, setSaid] = useState<KunciTeks | null>(null);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(location.href);
      setSaid("tersalin");
    } catch {
      setSaid("gagalSalin");
    }
  };
  return (
    <div className="tindakan">
      <button type="button" onClick={() => window.print()}>
        {t("cetak")}
      </button>
      <button type="button" onClick={() => void copy()}>
        {t("salin")}
      </button>
      <span role="status">{said === null ? "" : t(said)}</span>
    </div>
  );
}
