import type { PrintRequest, UnitOfWork } from "../../../../src/plugin-api/index.js";
import { headOfInstansi, type Instansi } from "../../../kepegawaian/plugin.js";
import { type Ak, tulisAk } from "../../domain/ak.js";
import { pangkat } from "../../domain/golongan.js";
import { namaJenjang } from "../../domain/jenjang.js";
import { bacaBulan, bulanDari, tahunDari } from "../../domain/bulan.js";
import { dariSampai } from "./dari-sampai.js";
import type { KonversiDeps } from "./konversi-deps.js";
import type { AmbangPak, NilaiPak, PakKonversi } from "./konversi-store.js";

/** The PAK as it is printed. Source: domain note 3.10. */
export const dokumenPak = async (
  deps: KonversiDeps,
  tx: UnitOfWork,
  pak: PakKonversi,
  instansi: Instansi,
): Promise<PrintRequest> => {
  const { isi, nomor, tanggal } = pak;
  const head = await headOfInstansi(deps, tx, instansi);
  const { jabatan, nama, nip } = isi.penetap;
  return {
    caseId: pak.caseId,
    template: "angka-kredit/pak",
    title: `Penetapan Angka Kredit ${isi.perorangan.nama}`,
    number: nomor,
    data: {
      kop: head.kop,
      nomor,
      instansi: instansi.nama,
      masaPenilaian: dariSampai([masa(pak.masaMulai), masa(pak.masaSelesai)]),
      pegawai: isi.perorangan,
      hasil: {
        dasar: baris(isi.dasar),
        lama: baris(isi.lama),
        penyesuaian: baris(isi.penyesuaian),
        konversi: baris(isi.konversi),
        pendidikan: baris(isi.pendidikan),
        lain: isi.integrasi.jumlah === 0 ? [] : [{ uraian: "Angka Kredit Integrasi", ...baris(isi.integrasi) }],
      },
      jumlah: {
        lama: isiAtauKosong(isi.jumlah.lama),
        baru: isiAtauKosong(isi.jumlah.baru),
        jumlah: tulisAk(isi.jumlah.jumlah),
      },
      pangkat: selisih(isi.pangkat),
      jenjang: selisih(isi.jenjang),
      kesimpulan: kesimpulan(pak),
      penetapan: { tempat: head.penetapan.tempat, tanggal },
      penandatangan: { jabatan, nama, nip },
      asli: ["Pejabat Fungsional yang bersangkutan"],
      tembusan: [
        "Pimpinan Instansi Pengusul",
        "Pejabat Penilai Kinerja yang bersangkutan",
        "Sekretaris Tim Penilai Kinerja PNS",
        `Pejabat pengelola kepegawaian ${instansi.nama}`,
      ],
    },
    key: `ak:pak:${pak.id}`,
    issuedBy: "system:terbitkan-pak-konversi",
  };
};

const masa = (bulan: string) => {
  const ke = bacaBulan(bulan);
  return { tahun: tahunDari(ke), bulanMulai: bulanDari(ke), bulanSelesai: bulanDari(ke) };
};

const atau = (value: Ak | null): string | null => (value === null ? null : tulisAk(value));
const isiAtauKosong = (value: Ak): string | null => (value === 0 ? null : tulisAk(value));

const baris = ({ lama, baru, jumlah }: NilaiPak) => ({
  lama: isiAtauKosong(lama),
  baru: isiAtauKosong(baru),
  jumlah: isiAtauKosong(jumlah),
  keterangan: null,
});

const selisih = ({ minimal, kelebihan, kekurangan }: AmbangPak) => ({
  minimal: atau(minimal),
  kelebihan: atau(kelebihan),
  kekurangan: atau(kekurangan),
});

const kesimpulan = ({ untuk, isi: { perorangan, menuju } }: PakKonversi) => ({
  dapat: true,
  untuk,
  jabatan: menuju.jenjang === null ? null : `${perorangan.namaJabatan} ${namaJenjang(menuju.jenjang)}`,
  pangkat: menuju.golongan === null ? null : pangkat(menuju.golongan),
  golongan: menuju.golongan,
});
