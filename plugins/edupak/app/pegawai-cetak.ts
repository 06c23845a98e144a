import { pangkat } from "../../angka-kredit/plugin.js";
import { akhirBulan } from "../domain/bulan.js";
import { masaKerja } from "../domain/masa-kerja.js";
import type { Perorangan } from "../domain/perorangan.js";

/** The person with five items, as letters name one. */
export const pegawaiRingkas = ({ nama, nip, golongan, jabatan, unitKerja }: Perorangan) => ({
  nama,
  nip,
  pangkat: pangkat(golongan),
  golongan,
  jabatan,
  unitKerja,
});

/** The person with all items of "Keterangan perorangan". Source: domain note 3.2, 3.5. */
export const pegawaiLengkap = (person: Perorangan, masaSelesai: string) => ({
  ...pegawaiRingkas(person),
  karpeg: person.karpeg,
  tempatLahir: person.tempatLahir,
  tanggalLahir: person.tanggalLahir,
  jenisKelamin: person.jenisKelamin,
  pendidikan: person.pendidikan,
  tmtGolongan: person.tmtGolongan,
  tmtJabatan: person.tmtJabatan,
  masaKerja: {
    lama: masaKerja(person.nip, person.tmtGolongan),
    baru: masaKerja(person.nip, akhirBulan(masaSelesai)),
  },
  instansi: person.instansi,
});
