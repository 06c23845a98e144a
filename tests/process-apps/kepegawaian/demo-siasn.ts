import { demoPeople } from "../../../plugins/kepegawaian/plugin.js";
import { type SiasnRow, siasnRow } from "../../support/siasn-people.js";
import { SiasnServer } from "../../support/siasn-server.js";

export const NUSA = "instansi-nusa-kencana";
export const MUARA = "instansi-muara-sakti";
/** Instansi that are linked → their id in SIASN. */
export const LINKED = { [NUSA]: `S-${NUSA}`, [MUARA]: `S-${MUARA}` };

const UNITS: Readonly<Record<string, string>> = {
  "unit-bpsdm-nk": "BPSDM Provinsi Nusa Kencana",
  "unit-bkd-nk": "Badan Kepegawaian Daerah",
  "unit-dinkes-nk": "Dinas Kesehatan",
  "unit-bkpsdm-ms": "BKPSDM Kabupaten Muara Sakti",
  "unit-disdik-ms": "Dinas Pendidikan dan Kebudayaan",
};

/**
 * A SIASN that knows the demo people as they are here. `changes` says otherwise of single ones: null that it does not know them,
 * a whole row of an unknown number a new person.
 */
export const demoSiasn = (changes: ReadonlyMap<string, SiasnRow | null>): Promise<SiasnServer> => {
  const people = new Map(demoPeople().map((person) => [person.nip, person]));
  return new SiasnServer({
    person: (nip) => {
      const pegawai = people.get(nip);
      const more = changes.get(nip);
      if (pegawai === undefined || more === null) return more ?? undefined;
      return siasnRow(pegawai, UNITS[pegawai.unitKerjaId] ?? "Pusbin", `S-${pegawai.instansiId}`, more);
    },
  }).start();
};
