import { type Masalah, masalah } from "./masalah.js";
import { bacaNip } from "./nip.js";

const MOST = 500;

/** Reads employee numbers, one a line. Each wrong or repeated line is named by its number. @param hariIni ISO date. */
export const bacaDaftarNip = (
  text: string,
  hariIni: string,
): { readonly nips: readonly string[]; readonly faults: readonly Masalah[] } => {
  const lineOf = new Map<string, number>();
  const faults: Masalah[] = [];
  const fault = (id: string, en: string): void => void faults.push(masalah("daftarNip", id, en));
  for (const [index, line] of text.split(/\r?\n/u).entries()) {
    if (line.trim() === "") continue;
    const at = index + 1;
    const nip = bacaNip(line, hariIni);
    if (!nip.ok) {
      fault(`Baris ${at}: ${nip.pesan.id}`, `Line ${at}: ${nip.pesan.en}`);
      continue;
    }
    const first = lineOf.get(nip.nip);
    if (first === undefined) lineOf.set(nip.nip, at);
    else
      fault(
        `NIP ${nip.nip} tertulis dua kali, pada baris ${first} dan ${at}`,
        `Number ${nip.nip} stands twice, in lines ${first} and ${at}`,
      );
  }
  if (lineOf.size === 0 && faults.length === 0) fault("Isi sedikitnya satu NIP", "Give at least one number");
  if (lineOf.size > MOST) fault(`Paling banyak ${MOST} NIP, tetapi ada ${lineOf.size}`, `At most ${MOST} numbers`);
  return { nips: [...lineOf.keys()], faults };
};
