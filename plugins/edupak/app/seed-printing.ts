import type { UnitOfWork } from "../../../src/plugin-api/index.js";
import { type DokumenJfk, LINGKUP_TIM } from "./acuan-cetak.js";
import type { EdupakDeps } from "./edupak-deps.js";

const FIRST_DAY = "2021-01-01";
const SUMBER = "Bawaan; disesuaikan oleh Pusbin JFK";

const POLA: Readonly<Record<DokumenJfk, string>> = {
  "jfk-dupak": "800/{nomor:4}/DUPAK/{tahun}",
  "jfk-spmk": "800/{nomor:4}/SPMK/{tahun}",
  "jfk-surat-perintah": "800/{nomor:4}/SP/{tahun}",
  "jfk-surat-usul": "800/{nomor:4}/{tahun}",
  "jfk-berita-acara": "BA/{nomor:3}/JFK/{bulan}/{tahun}",
  "jfk-resume": "RSM/{nomor:4}/JFK/{bulan}/{tahun}",
  "jfk-hapak": "HAPAK/{nomor:4}/JFK/{bulan}/{tahun}",
  "jfk-pak": "PAK/{nomor:4}/JFK/{bulan}/{tahun}",
};

/** What every installation starts with; what is in force already stays. */
export const seedPrinting = async (deps: EdupakDeps, tx: UnitOfWork): Promise<void> => {
  const printing = deps.printing(tx);
  if ((await printing.kop(LINGKUP_TIM, FIRST_DAY)) === undefined) {
    await printing.saveKop({
      id: deps.ids.next(),
      lingkup: LINGKUP_TIM,
      instansi: "BADAN KEPEGAWAIAN NEGARA",
      unit: "TIM PENILAI ANGKA KREDIT JABATAN FUNGSIONAL KEPEGAWAIAN",
      alamat: ["Jakarta"],
      tempat: "Jakarta",
      berlakuMulai: FIRST_DAY,
      sumber: SUMBER,
    });
  }
  for (const [dokumen, pola] of Object.entries(POLA)) {
    if ((await printing.pola(dokumen, FIRST_DAY)) !== undefined) continue;
    await printing.savePola({ id: deps.ids.next(), dokumen, pola, berlakuMulai: FIRST_DAY, sumber: SUMBER });
  }
};
