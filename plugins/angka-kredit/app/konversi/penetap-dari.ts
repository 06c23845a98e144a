import type { UnitOfWork } from "../../../../src/plugin-api/index.js";
import { namaLengkap } from "../../../kepegawaian/plugin.js";
import type { KonversiDeps, Pelaku } from "./konversi-deps.js";
import type { Penetap } from "./konversi-store.js";

/** The official as documents name one. */
export const penetapDari = async (deps: KonversiDeps, tx: UnitOfWork, actor: Pelaku): Promise<Penetap> => {
  const pegawai = actor.personId === null ? undefined : await deps.people(tx).pegawai(actor.personId);
  return {
    userId: actor.userId,
    pegawaiId: pegawai?.id ?? null,
    nama: pegawai === undefined ? actor.displayName : namaLengkap(pegawai),
    nip: pegawai?.nip ?? null,
    jabatan: pegawai?.jabatan ?? "Pejabat Penilai Kinerja",
  };
};
