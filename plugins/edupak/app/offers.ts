import type { Actor, UnitOfWork } from "../../../src/plugin-api/index.js";
import { namaMasa } from "../../kepegawaian/plugin.js";
import { jenisAkunUntuk } from "./akun-start.js";
import { penyetujuTersedia } from "./atasan-start.js";
import { akhirMasaTersedia } from "./dupak-start.js";
import type { EdupakDeps } from "./edupak-deps.js";
import { bulanTersedia } from "./inventarisasi-start.js";
import { bulanPak } from "./pak-terakhir-start.js";

const bulanTertulis = (bulan: string): Offer => ({
  value: bulan,
  label: namaMasa({ masaMulai: bulan, masaSelesai: bulan }),
});

export interface Offer {
  readonly value: string;
  readonly label: string;
}

/** Choices that forms of the app ask the server for. */
export const offers = {
  /** Months that this JFK may open. */
  bulan: async (deps: EdupakDeps, tx: UnitOfWork, actor: Actor): Promise<readonly Offer[]> =>
    (await bulanTersedia(deps, tx, actor)).map(bulanTertulis),
  /** Months with which the masa penilaian of this JFK may end. */
  "akhir-masa": async (deps: EdupakDeps, tx: UnitOfWork, actor: Actor): Promise<readonly Offer[]> =>
    (await akhirMasaTersedia(deps, tx, actor)).map(bulanTertulis),
  /** Months with which a last PAK may end, newest first. */
  "bulan-pak": (deps: EdupakDeps): Promise<readonly Offer[]> => Promise.resolve(bulanPak(deps).map(bulanTertulis)),
  /** Kinds of account that this administrator makes. */
  "jenis-akun": (_deps: EdupakDeps, _tx: UnitOfWork, actor: Actor): Promise<readonly Offer[]> =>
    Promise.resolve(jenisAkunUntuk(actor).map(({ jenis, nama }) => ({ value: jenis, label: nama }))),
  atasan: (deps: EdupakDeps, tx: UnitOfWork, actor: Actor): Promise<readonly Offer[]> =>
    penyetujuTersedia(deps, tx, actor, "atasan-jfk"),
  pejabat: (deps: EdupakDeps, tx: UnitOfWork, actor: Actor): Promise<readonly Offer[]> =>
    penyetujuTersedia(deps, tx, actor, "pejabat-pengusul"),
} as const;
export type OfferName = keyof typeof offers;
