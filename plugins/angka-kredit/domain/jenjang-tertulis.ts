import { JENJANG, type Jenjang, namaJenjang } from "./jenjang.js";

const plain = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, " ")
    .replace(/^ahli /, "");

/** A level as people write it: `Ahli Muda`, `AHLI_MUDA`, `Muda`; undefined for everything else. */
export const bacaJenjangTertulis = (text: string): Jenjang | undefined =>
  JENJANG.find((each) => plain(namaJenjang(each)) === plain(text));
