import { KETERANGAN_BIDANG, saranPerbaikan } from "../domain/data-sapk.js";
import type { Pegawai } from "../domain/pegawai.js";
import type { SapkStore } from "./sapk-store.js";

interface Kalimat {
  readonly id: string;
  readonly en: string;
}

/** What whoever makes an account for a person should know of SAPK. */
export interface KeadaanSapk {
  /** Why no account can be made now; null when nothing stands against it. */
  readonly penolakan: Kalimat | null;
  /** Differences that the newest pull found, one sentence each; the source's values hold. */
  readonly perbedaan: readonly Kalimat[];
}

/**
 * Where SAPK owns the data of an instansi, a person whom it has not confirmed gets no account; of those it has, the differences
 * found at the newest pull are told. Source: domain note 1.5.4.
 */
export const keadaanSapk = async (
  store: Pick<SapkStore, "instansi" | "terkini" | "perbedaanTerakhir">,
  { nip, instansiId }: Pick<Pegawai, "nip" | "instansiId">,
): Promise<KeadaanSapk> => {
  if (!(await store.instansi()).has(instansiId)) return { penolakan: null, perbedaan: [] };
  if (!(await store.terkini([nip])).has(nip)) {
    const penolakan = {
      id: `NIP ${nip} belum dikenal SAPK. Admin Instansi menariknya dengan menu Sinkronkan data pegawai dari SAPK; bila gagal, perbaiki di SAPK.`,
      en: `SAPK does not know ${nip} yet. The agency's administrator pulls it from SAPK; if that fails, correct it in SAPK.`,
    };
    return { penolakan, perbedaan: [] };
  }
  const rows = await store.perbedaanTerakhir(nip);
  const perbedaan = rows.map(({ bidang, lokal, sumber }) => {
    const { id, en } = KETERANGAN_BIDANG[bidang];
    const saran = saranPerbaikan(bidang);
    return {
      id: `${id}: semula ${lokal ?? "kosong"}, menurut SAPK ${sumber ?? "kosong"} (berlaku). Bila keliru: ${saran.id}`,
      en: `${en}: was ${lokal ?? "empty"}, in SAPK ${sumber ?? "empty"} (holds). If wrong: ${saran.en}`,
    };
  });
  return { penolakan: null, perbedaan };
};
