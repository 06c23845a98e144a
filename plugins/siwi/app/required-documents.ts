import type { CaseFact } from "../../../src/plugin-api/index.js";
import { type Dupak, PRASYARAT, type Prasyarat } from "../domain/dupak.js";

const NAMES: Readonly<Record<Prasyarat, { readonly id: string; readonly en: string }>> = {
  skJabatan: { id: "SK Jabatan", en: "Decree of the position" },
  skPangkat: { id: "SK pangkat terakhir", en: "Decree of the last rank" },
  hpakTerakhir: { id: "HPAK/PAK terakhir", en: "Last HPAK or PAK" },
};

/** The documents that were sent with a DUPAK, to be opened beside the form. Source: domain note 1.3.2. */
export const requiredDocuments = ({ prasyarat }: Dupak): readonly CaseFact[] =>
  PRASYARAT.flatMap((key) => {
    const file = prasyarat[key];
    return file === undefined
      ? []
      : [{ label: NAMES[key], value: file.name, files: [{ id: file.id, name: file.name }] }];
  });
