import type { Actor, PrintSource, UnitOfWork } from "../../../../src/plugin-api/index.js";
import { absent } from "../../../kepegawaian/plugin.js";
import { dokumenAkumulasi, dokumenKonversi } from "./cetak-konversi.js";
import { dokumenPak } from "./dokumen-pak.js";
import { type KonversiDeps, PENETAP } from "./konversi-deps.js";
import type { KonversiTetap, PakKonversi } from "./konversi-store.js";

/** Source of the print runs of uploads. */
export const SUMBER_CETAK = "angka-kredit/konversi";

/** Papers of an upload by reference; those printed already are given again by their key, not a second time. */
export const sumberCetak = (deps: KonversiDeps): PrintSource => ({
  id: SUMBER_CETAK,
  title: { id: "Konversi, akumulasi, dan PAK", en: "Conversions, accumulations and PAK" },
  async read(tx, ref) {
    const [kind = "", id = ""] = ref.split(":");
    if (kind === "pak") return pakOf(deps, tx, id);
    const konversi = await deps.store(tx).konversi(id);
    if (konversi === undefined) throw absent("conversion", id);
    return kind === "akumulasi" ? dokumenAkumulasi(deps, tx, konversi) : dokumenKonversi(deps, tx, konversi);
  },
});

const pakOf = async (deps: KonversiDeps, tx: UnitOfWork, id: string) => {
  const pak = await deps.store(tx).pak(id);
  const pegawai = pak === undefined ? undefined : await deps.people(tx).pegawai(pak.pegawaiId);
  const instansi = pegawai === undefined ? undefined : await deps.people(tx).instansi(pegawai.instansiId);
  if (pak === undefined || instansi === undefined) throw absent("PAK", id);
  return dokumenPak(deps, tx, pak, instansi);
};

const LONGEST_LABEL = 255;
const MOST_ITEMS = 20_000;

/** Papers of an upload in the order of the people: conversions, accumulation, PAK. */
export const isiArsip = (
  konversi: readonly KonversiTetap[],
  pak: readonly PakKonversi[],
): readonly { readonly ref: string; readonly label: string }[] => {
  const byNip = new Map(pak.map((each) => [each.nip, each]));
  const item = (ref: string, label: string) => ({ ref, label: label.slice(0, LONGEST_LABEL) });
  return konversi.flatMap((each, at) => {
    const { nip, perorangan } = each;
    const own = item(`konversi:${each.id}`, `Konversi ${perorangan.nama} ${nip} ${each.tahun}`);
    if (konversi[at + 1]?.nip === nip) return [own];
    const issued = byNip.get(nip);
    return [
      own,
      item(`akumulasi:${each.id}`, `Akumulasi ${perorangan.nama} ${nip}`),
      ...(issued === undefined ? [] : [item(`pak:${issued.id}`, `PAK ${perorangan.nama} ${nip}`)]),
    ];
  });
};

/** Starts print runs through which the official fetches all papers of an upload at once on /cetak. */
export const mulaiArsip = async (
  deps: KonversiDeps,
  tx: UnitOfWork,
  items: readonly { readonly ref: string; readonly label: string }[],
  run: {
    readonly caseId: string;
    readonly judul: string;
    readonly oleh: Pick<Actor, "userId" | "displayName" | "role">;
    readonly instansiId: string;
  },
): Promise<void> => {
  for (let at = 0; at < items.length; at += MOST_ITEMS) {
    await deps.printRuns.start(tx, {
      source: SUMBER_CETAK,
      title: run.judul,
      items: items.slice(at, at + MOST_ITEMS),
      startedBy: run.oleh,
      group: `${PENETAP}@${run.instansiId}`, // whoever determines for the instansi fetches the papers
      key: `ak:arsip:${run.caseId}:${at}`,
    });
  }
};
