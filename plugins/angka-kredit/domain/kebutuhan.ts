import { type Ak, ak } from "./ak.js";
import type { AturanJenjang, AturanKategori } from "./aturan-jenjang.js";
import { bandingGolongan, GOLONGAN, type Golongan, golonganBerikut } from "./golongan.js";
import type { Jenjang } from "./jenjang.js";

/** The rules of a level. @throws {RangeError} when the category does not have it. */
export const aturanJenjang = (jenjang: Jenjang, kategori: AturanKategori): AturanJenjang => {
  const found = kategori.find((each) => each.jenjang === jenjang);
  if (found === undefined) throw new RangeError(`Expected rules of level '${jenjang}', but there are none`);
  return found;
};

const dalam = (golongan: Golongan, { golonganTerendah, golonganTertinggi }: AturanJenjang): boolean =>
  bandingGolongan(golongan, golonganTerendah) >= 0 && bandingGolongan(golongan, golonganTertinggi) <= 0;

/** The level whose range a golongan lies in; undefined outside the category. */
export const jenjangDariGolongan = (golongan: Golongan, kategori: AturanKategori): AturanJenjang | undefined =>
  kategori.find((each) => dalam(golongan, each));

/** The next level of the category; undefined at the top. */
export const jenjangBerikut = (jenjang: Jenjang, kategori: AturanKategori): Jenjang | undefined =>
  kategori[kategori.findIndex((each) => each.jenjang === jenjang) + 1]?.jenjang;

/** AKK of one rank promotion from a golongan; null where the category has no higher one (III/d of the skills, IV/e). */
export const akkSatuKp = (golongan: Golongan, kategori: AturanKategori): Ak | null => {
  const next = golonganBerikut(golongan);
  const above = next !== undefined && jenjangDariGolongan(next, kategori) !== undefined;
  return above ? (jenjangDariGolongan(golongan, kategori)?.akkKp ?? null) : null;
};

/**
 * Credit of the level's account at which a rank promotion is due: the AKK of every golongan of the level up to this one.
 * The account runs on over rank promotions, so III/b of an Ahli Pertama needs 50 + 50: the same border as the AK dasar (50)
 * plus one AKK, and as the upper end of the integration range (50 to 100). Comparing an account that holds the AK dasar
 * with one AKK alone would count the AK dasar twice. Source: domain note 2.3.3, 2.3.4, 2.3.7.
 *
 * Above the range of the level (one promotion without vacancy was given) every golongan passed adds its own AKK, so that
 * credit is never used twice. Null: no higher golongan in the category.
 */
export const kebutuhanKp = (jenjang: Jenjang, golongan: Golongan, kategori: AturanKategori): Ak | null => {
  const level = aturanJenjang(jenjang, kategori);
  const one = akkSatuKp(golongan, kategori);
  return one === null ? null : ak(one + sudahDiminta(level, golongan, kategori));
};

/** What the golongan from the lowest of the level up to the one below this have asked for already. */
const sudahDiminta = (level: AturanJenjang, golongan: Golongan, kategori: AturanKategori): number =>
  GOLONGAN.slice(GOLONGAN.indexOf(level.golonganTerendah), GOLONGAN.indexOf(golongan))
    .map((each) => akkSatuKp(each, kategori) ?? 0)
    .reduce((sum: number, akk) => sum + akk, 0);

/** AKK for the next level, in full; null at the top. */
export const kebutuhanKj = (jenjang: Jenjang, kategori: AturanKategori): Ak | null =>
  aturanJenjang(jenjang, kategori).akkKj;

/**
 * The proportional requirement for those who entered a level above its lowest golongan, who then have no AK dasar: the AKK
 * of the golongan that remain (Madya at IV/b: 2/3 × 450). Source: domain note 2.3.4.
 */
export const kebutuhanKjProporsional = (jenjang: Jenjang, golongan: Golongan, kategori: AturanKategori): Ak | null => {
  const level = aturanJenjang(jenjang, kategori);
  if (level.akkKj === null) return null;
  return ak(Math.max(0, level.akkKj - sudahDiminta(level, golongan, kategori)));
};
