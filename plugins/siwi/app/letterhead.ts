import type { Perorangan } from "../domain/dupak.js";

/** Place where TPP signs. */
export const TEMPAT_TPP = "Jakarta";

/** Letterhead of the central team. The address is a placeholder that an installation replaces. */
export const KOP_TPP = {
  instansi: "LEMBAGA ADMINISTRASI NEGARA",
  unit: "TIM PENILAI PUSAT JABATAN FUNGSIONAL WIDYAISWARA",
  alamat: ["Jakarta"],
};

/** Who signs the notice of a NIWN; name and number are written by hand until an installation sets them. */
export const PENANDATANGAN_NIWN = {
  jabatan: "Kepala Pusat Pembinaan Jabatan Fungsional Widyaiswara",
  nama: "........................................",
  nip: "",
};

/** Letterhead of an agency. */
export const kopInstansi = (instansi: string, unit: string | null, kota: string) => ({
  instansi: instansi.toUpperCase(),
  unit: unit === null ? null : unit.toUpperCase(),
  alamat: [kota],
});

/** The person as documents print them. */
export const pegawaiCetak = (person: Perorangan) => {
  const {
    pegawaiId: _pegawai,
    instansiId: _instansi,
    kota: _kota,
    jenjang: _jenjang,
    pendidikanDiperhitungkan: _counted,
    ...printed
  } = person;
  return printed;
};
