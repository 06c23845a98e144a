import { useEffect, useState, type ReactElement } from "react";
import { now } from "../../../src/web/shared/clock.js";
import { Brand } from "../../../src/web/shared/components/brand.js";
import { keepLanguage, type Language } from "../../../src/web/shared/i18n/device-language.js";
import { bagianDari } from "./alamat.js";
import { FormulirBagian } from "./formulir-bagian.js";
import { BAGIAN } from "./semua-bagian.js";
import { type KunciTeks, teksId } from "./teks-id.js";
import { KonteksTeks, useTeks } from "./use-teks.js";

interface HalamanProps {
  readonly bahasaAwal: Language;
  readonly teksAwal: Readonly<Record<KunciTeks, string>>;
}

const queryNow = (): URLSearchParams => new URLSearchParams(location.search);

/** `2026-03`, where the person is. */
const bulanDari = (day: Date): string => `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, "0")}`;

/** The public calculator. Its address holds all inputs. */
export function Halaman({ bahasaAwal, teksAwal }: HalamanProps): ReactElement {
  const [teks, setTeks] = useState({ bahasa: bahasaAwal, teks: teksAwal });
  const [query, setQuery] = useState(queryNow);
  useEffect(() => {
    const back = (): void => setQuery(queryNow());
    addEventListener("popstate", back);
    return () => removeEventListener("popstate", back);
  }, []);
  useEffect(() => {
    document.documentElement.lang = teks.bahasa;
    document.title = `${teks.teks.judul} · Alur`;
  }, [teks]);

  const change = async (bahasa: Language): Promise<void> => {
    const next = bahasa === "id" ? teksId : (await import("./teks-en.js")).teksEn;
    keepLanguage(bahasa);
    setTeks({ bahasa, teks: next });
  };
  const bagian = BAGIAN.find(({ id }) => id === bagianDari(query)) ?? BAGIAN[0];
  const open = (next: URLSearchParams): void => {
    history.pushState(null, "", `?${next.toString()}`);
    setQuery(next);
  };
  return (
    <KonteksTeks.Provider value={{ bahasa: teks.bahasa, t: (kunci) => teks.teks[kunci] }}>
      <Kepala bahasa={teks.bahasa} onBahasa={(bahasa) => void change(bahasa)} />
      <main>
        <h1>{teks.teks.judul}</h1>
        <p className="pengantar">{teks.teks.pengantar}</p>
        <PilihBagian
          terbuka={bagian.id}
          onPilih={(id) => {
            if (id !== bagian.id) open(new URLSearchParams({ hitung: id }));
          }}
        />
        <FormulirBagian
          // An address that was opened starts a form anew; one that a calculation wrote does not.
          key={`${bagian.id}?${query.toString()}`}
          bagian={bagian}
          query={query}
          bulanIni={bulanDari(new Date(now()))}
          simpanAlamat={(next) => {
            if (next.toString() !== queryNow().toString()) history.pushState(null, "", `?${next.toString()}`);
          }}
        />
      </main>
      <footer>{teks.teks.kaki}</footer>
    </KonteksTeks.Provider>
  );
}

interface KepalaProps {
  readonly bahasa: Language;
  readonly onBahasa: (bahasa: Language) => void;
}

function Kepala({ bahasa, onBahasa }: KepalaProps): ReactElement {
  const { t } = useTeks();
  return (
    <header>
      <a href="/" className="merek">
        <Brand />
      </a>
      <div className="bahasa" role="group" aria-label={t("bahasa")}>
        {(["id", "en"] as const).map((each) => (
          <button
            key={each}
            type="button"
            lang={each}
            aria-pressed={bahasa === each}
            aria-label={each === "id" ? "ID, Bahasa Indonesia" : "EN, English"}
            onClick={() => onBahasa(each)}
          >
            {each.toUpperCase()}
          </button>
        ))}
      </div>
    </header>
  );
}

interface PilihBagianProps {
  readonly terbuka: string;
  readonly onPilih: (id: string) => void;
}

function PilihBagian({ terbuka, onPilih }: PilihBagianProps): ReactElement {
  const { t } = useTeks();
  return (
    <nav aria-label={t("bagian")}>
      {BAGIAN.map(({ id }) => (
        <a
          key={id}
          href={`?hitung=${id}`}
          {...(id === terbuka ? { "aria-current": "page" as const } : {})}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            onPilih(id);
          }}
        >
          {t(`bagian.${id}`)}
        </a>
      ))}
    </nav>
  );
}
