import type { WrittenColumn } from "../../../src/plugin-api/index.js";

const column = (key: string, heading: string, kind: WrittenColumn["kind"] = "text", width?: number): WrittenColumn => ({
  key,
  heading,
  kind,
  ...(width === undefined ? {} : { width }),
});

/** Columns of the recap of DUPAK. */
export const USULAN_COLUMNS: readonly WrittenColumn[] = [
  column("berkas", "Berkas", "text", 22),
  column("nip", "NIP", "text", 22),
  column("nama", "Nama", "text", 32),
  column("jabatan", "Jabatan", "text", 34),
  column("golongan", "Golongan"),
  column("instansi", "Instansi", "text", 28),
  column("unitKerja", "Unit kerja", "text", 32),
  column("masaMulai", "Masa mulai", "month"),
  column("masaSelesai", "Masa selesai", "month"),
  column("masuk", "Tanggal dibuka", "date"),
  column("keadaan", "Keadaan", "text", 26),
  column("akLama", "AK lama", "decimal"),
  column("akUsul", "AK usul", "decimal"),
  column("akDisetujui", "AK disetujui", "decimal"),
  column("jumlah", "Jumlah AK", "decimal"),
  column("penetapan", "Penetapan"),
];

/** Columns of the recap of users. */
export const PENGGUNA_COLUMNS: readonly WrittenColumn[] = [
  column("nip", "NIP", "text", 22),
  column("nama", "Nama", "text", 32),
  column("pengguna", "Nama pengguna", "text", 24),
  column("peran", "Peran", "text", 30),
  column("jabatan", "Jabatan", "text", 34),
  column("golongan", "Golongan"),
  column("instansi", "Instansi", "text", 28),
  column("pakTerakhir", "PAK terakhir", "text", 26),
];
