import { type Ak, ak } from "../../domain/ak.js";
import { golonganBerikut } from "../../domain/golongan.js";
import { aturanJenjang, jenjangBerikut } from "../../domain/kebutuhan.js";
import type { UntukPak } from "../../domain/kelayakan-pak.js";
import type { Ambang } from "../../domain/pak.js";
import type { AmbangPak, IsiPakTerbit, NilaiPak, Penetap } from "./konversi-store.js";
import type { Perorangan } from "./perorangan.js";
import type { RekeningPegawai } from "./rekening-pegawai.js";

/**
 * What a PAK says: the amounts of the last PAK of the level are the column "lama", the difference to now is "baru"; an opening
 * balance is "lama" from the start. Source: Peraturan BKN 3/2023 Lampiran II no. 12; domain note 3.10.
 */
export const isiPak = (
  { rekening, sebelum, jenjang, golongan, kategori }: RekeningPegawai,
  untuk: UntukPak,
  orang: { readonly perorangan: Perorangan; readonly penetap: Penetap },
): IsiPakTerbit => {
  const { isi } = rekening;
  const before = sebelum?.isi;
  const opening = (now: Ak, earlier: NilaiPak | undefined): NilaiPak => nilai(earlier?.jumlah ?? now, now);
  const earned = (now: Ak, earlier: NilaiPak | undefined): NilaiPak => nilai(earlier?.jumlah ?? ak(0), now);
  const rows = {
    dasar: opening(isi.akDasar, before?.dasar),
    lama: opening(isi.akLama, before?.lama),
    penyesuaian: opening(isi.akPenyesuaian, before?.penyesuaian),
    integrasi: opening(isi.akIntegrasi, before?.integrasi),
    konversi: earned(isi.akKonversi, before?.konversi),
    pendidikan: earned(isi.akPendidikan, before?.pendidikan),
  };
  const nextLevel = untuk === "PANGKAT" ? null : (jenjangBerikut(jenjang, kategori) ?? null);
  // At the top golongan of a level the next one comes with the next level.
  const isTop = aturanJenjang(jenjang, kategori).golonganTertinggi === golongan;
  const nextRank = untuk !== "JENJANG" || isTop ? (golonganBerikut(golongan) ?? null) : null;
  return {
    ...rows,
    jumlah: nilai(jumlahLama(Object.values(rows)), rekening.jumlah),
    pangkat: tanpaPutusan(rekening.pangkat),
    jenjang: tanpaPutusan(rekening.jenjang),
    ...orang,
    menuju: { jenjang: nextLevel, golongan: nextRank },
  };
};

const nilai = (lama: Ak, jumlah: Ak): NilaiPak => ({ lama, baru: ak(jumlah - lama), jumlah });
const jumlahLama = (rows: readonly NilaiPak[]): Ak => ak(rows.reduce((sum, { lama }) => sum + lama, 0));
const tanpaPutusan = ({ minimal, kelebihan, kekurangan }: Ambang): AmbangPak => ({ minimal, kelebihan, kekurangan });
