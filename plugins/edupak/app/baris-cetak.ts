import { tulisAk, tulisVolume } from "../../angka-kredit/plugin.js";
import type { KegiatanTerhitung } from "../domain/hitung-kegiatan.js";

/** An activity as inventarisasi and SPMK print it. Source: domain note 3.3, 3.4. */
export const barisCetak = ({ kegiatan, butir, hitung }: KegiatanTerhitung) => ({
  kode: butir.kode,
  uraian: kegiatan.uraian,
  mulai: kegiatan.tanggalMulai,
  selesai: kegiatan.tanggalSelesai,
  satuan: butir.satuan,
  volume: tulisVolume(kegiatan.volume),
  angkaKredit: tulisAk(hitung.akSatuan),
  jumlah: tulisAk(hitung.angkaKredit),
  keterangan: keteranganCetak({ kegiatan, butir, hitung }),
});

/** What explains an amount that is not volume times credit. */
const keteranganCetak = ({ kegiatan, hitung }: KegiatanTerhitung): string => {
  const rate = hitung.persentase === 100 ? [] : [`${String(hitung.persentase).replace(".", ",")}%`];
  return [...(kegiatan.keterangan === "" ? [] : [kegiatan.keterangan]), ...rate].join("; ");
};
