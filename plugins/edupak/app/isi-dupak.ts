import { type Ak, ak, jumlahAk, NOL, UNSUR } from "../../angka-kredit/plugin.js";
import { namaMasa } from "../../kepegawaian/plugin.js";
import { tigaKolom } from "../../penilaian/plugin.js";
import { LAMPIRAN, namaLampiran } from "../domain/dupak.js";
import { ditetapkan, diusulkan } from "../domain/hasil.js";
import type { KegiatanTerhitung } from "../domain/hitung-kegiatan.js";
import { jumlahKelompok, namaSubUnsur, PENUNJANG, type PerKelompok, UTAMA } from "../domain/kelompok-pak.js";
import type { DupakContext } from "./dupak-context.js";
import { JABATAN } from "./edupak-deps.js";
import { masaCetak } from "./masa-cetak.js";
import { pegawaiLengkap } from "./pegawai-cetak.js";

interface Penandatangan {
  readonly jabatan: string;
  readonly nama: string | null;
  readonly nip: string | null;
}

/** What the team adds: parts VI and VII, and columns 7 to 9. */
export interface PenilaianTim {
  readonly catatanAnggota: readonly {
    readonly nama: string;
    readonly nip: string;
    readonly catatan: readonly string[];
  }[];
  readonly catatanKetua: readonly string[];
  readonly ketuaTim: Penandatangan;
}

/** Number of the DUPAK; where and when its proposer signed (ISO date). */
export interface KepalaDupak {
  readonly nomor: string;
  readonly penetapan: { readonly tempat: string; readonly tanggal: string };
}

/**
 * A DUPAK as it is printed: as proposed, or with what the team has scored. The proposing agency fills in columns 4 to 6 and
 * the team the rest, so that the first print leaves the team's columns and notes empty. Source: domain note 3.2.
 */
export const isiDupak = (context: DupakContext, { nomor, penetapan }: KepalaDupak, tim: PenilaianTim | null = null) => {
  const { dupak } = context;
  const { perorangan, pejabat } = dupak;
  return {
    jabatanFungsional: JABATAN,
    instansi: perorangan.instansi,
    masaPenilaian: masaCetak(dupak),
    nomor,
    pegawai: pegawaiLengkap(perorangan, dupak.masaSelesai),
    ...unsurDupak(context, tim !== null),
    lampiran: ["Surat usul penilaian angka kredit", ...enclosed(context)],
    catatanPengusul: dupak.catatanPengusul === null ? [] : [dupak.catatanPengusul],
    catatanAnggota: tim?.catatanAnggota ?? [],
    catatanKetua: tim?.catatanKetua ?? [],
    penetapan,
    pejabatPengusul: { jabatan: pejabat?.jabatan ?? "", nama: pejabat?.nama ?? null, nip: pejabat?.nip ?? null },
    ketuaTim: tim?.ketuaTim ?? null,
  };
};

/** What goes with letter and DUPAK. Source: domain note 1.5.3. */
export const enclosed = ({ dupak, rows }: DupakContext): readonly string[] => [
  ...LAMPIRAN.filter((key) => dupak.lampiran[key] !== undefined).map(namaLampiran),
  "Surat pernyataan melakukan kegiatan",
  ...(rows.some(({ kegiatan }) => kegiatan.suratPerintah) ? ["Surat perintah melaksanakan tugas"] : []),
  `Inventarisasi bulanan ${namaMasa(dupak)}`,
  "Bukti fisik",
];

/** Columns 4 to 6, and 7 to 9 once the team has scored. Source: domain note 3.2. */
const columns = (lama: Ak, rows: readonly KegiatanTerhitung[], dinilai: boolean) => ({
  usul: tigaKolom(lama, jumlahAk(rows.map(diusulkan))),
  tim: dinilai ? tigaKolom(lama, jumlahAk(rows.map(ditetapkan))) : null,
});

/** Part II of the DUPAK: only activities done; what the last PAK says stands in a line of its own. Source: domain note 3.2, 1.5.3. */
const unsurDupak = ({ dupak, rows }: DupakContext, dinilai: boolean) => {
  const part = (judul: string, utama: boolean) => {
    const own = rows.filter(({ butir }) => (butir.unsur !== "PN") === utama);
    const lama = jumlahKelompok(dupak.lama, utama ? UTAMA : PENUNJANG);
    return { judul, subUnsur: subUnsur(own, dupak, utama, dinilai), ...columns(lama, own, dinilai) };
  };
  return {
    unsur: [part("UNSUR UTAMA", true), part("UNSUR PENUNJANG", false)].filter(({ subUnsur: each }) => each.length > 0),
    jumlah: columns(jumlahKelompok(dupak.lama), rows, dinilai),
  };
};

const lamaOf = (lama: PerKelompok, unsur: (typeof UNSUR)[number]): Ak => {
  if (unsur === "P") return ak(lama.SEKOLAH + lama.DIKLAT);
  if (unsur === "T") return lama.TUGAS_POKOK;
  if (unsur === "PP") return lama.PENGEMBANGAN_PROFESI;
  return unsur === "PN" ? lama.PENUNJANG : NOL;
};

const subUnsur = (
  rows: readonly KegiatanTerhitung[],
  { lama, nomorPakLama }: DupakContext["dupak"],
  utama: boolean,
  dinilai: boolean,
) =>
  UNSUR.filter((unsur) => (unsur !== "PN") === utama)
    .map((unsur) => {
      const before = lamaOf(lama, unsur);
      const own = rows.filter(({ butir }) => butir.unsur === unsur);
      const opening = {
        kode: "",
        uraian: `Angka kredit menurut PAK nomor ${nomorPakLama}`,
        ...columns(before, [], dinilai),
      };
      const kinds = [...new Map(own.map(({ butir }) => [butir.kode, butir.uraian]))];
      const baris = kinds.map(([kode, uraian]) => {
        const same = own.filter(({ butir }) => butir.kode === kode);
        return { kode, uraian, ...columns(NOL, same, dinilai) };
      });
      return { judul: namaSubUnsur(unsur), baris: [...(before > 0 ? [opening] : []), ...baris] };
    })
    .filter(({ baris }) => baris.length > 0);
