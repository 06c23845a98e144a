import type { UnitOfWork } from "../../../src/plugin-api/index.js";
import type { DokumenBernomor } from "../domain/dokumen-bernomor.js";
import { LINGKUP_PUSBIN, LINGKUP_TPP } from "./acuan-cetak.js";
import type { SiwiDeps } from "./siwi-deps.js";

const FIRST_DAY = "2021-01-01";
const SUMBER = "Bawaan; disesuaikan oleh Admin Pusat";
const LAN = "LEMBAGA ADMINISTRASI NEGARA";

const HEADS = [
  { lingkup: LINGKUP_TPP, unit: "TIM PENILAI PUSAT JABATAN FUNGSIONAL WIDYAISWARA" },
  { lingkup: LINGKUP_PUSBIN, unit: "PUSAT PEMBINAAN JABATAN FUNGSIONAL WIDYAISWARA" },
];

const POLA: Readonly<Record<DokumenBernomor, string>> = {
  hpak: "HPAK/{nomor:4}/TPP-WI/{bulan}/{tahun}",
  tabulasi: "TAB/{nomor:4}/TPP-WI/{bulan}/{tahun}",
  penjelasan: "PJL/{nomor:4}/TPP-WI/{bulan}/{tahun}",
  "berita-acara": "BA/{nomor:3}/TPP-WI/{bulan}/{tahun}",
  niwn: "NIWN/{nomor:4}/{tahun}",
};

/** What every installation starts with; what is in force already stays. */
export const seedPrinting = async (deps: SiwiDeps, tx: UnitOfWork): Promise<void> => {
  const printing = deps.printing(tx);
  for (const { lingkup, unit } of HEADS) {
    if ((await printing.kop(lingkup, FIRST_DAY)) !== undefined) continue;
    await printing.saveKop({
      id: deps.ids.next(),
      lingkup,
      instansi: LAN,
      unit,
      alamat: ["Jakarta"],
      tempat: "Jakarta",
      berlakuMulai: FIRST_DAY,
      sumber: SUMBER,
    });
  }
  for (const [dokumen, pola] of Object.entries(POLA) as [DokumenBernomor, string][]) {
    if ((await printing.pola(dokumen, FIRST_DAY)) !== undefined) continue;
    await printing.savePola({ id: deps.ids.next(), dokumen, pola, berlakuMulai: FIRST_DAY, sumber: SUMBER });
  }
};
