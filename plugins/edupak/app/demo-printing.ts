import type { UnitOfWork } from "../../../src/plugin-api/index.js";
import { namaLengkap, type Pegawai } from "../../kepegawaian/plugin.js";
import { LINGKUP_TIM, type PeranTandaTangan } from "./acuan-cetak.js";
import type { EdupakDeps } from "./edupak-deps.js";

const SINCE = { berlakuMulai: "2021-01-01", sumber: "Data contoh" };

const HEADS = [
  { lingkup: "instansi-tirta-mulya", kota: "TIRTA MULYA", tempat: "Tirta Mulya", alamat: "Jalan Pamong Praja Nomor 5" },
  { lingkup: "instansi-karang-indah", kota: "KARANG INDAH", tempat: "Karang Indah", alamat: "Jalan Pantai Nomor 8" },
];

const SIGNERS: readonly (readonly [personId: string, peran: PeranTandaTangan, jabatan: string])[] = [
  ["pegawai-penetap-jfk", "PENETAP_PAK_JFK", "Kepala Pusat Pembinaan Jabatan Fungsional Kepegawaian"],
  ["pegawai-penilai-jfk1", "KETUA_TIM_JFK", "Ketua Tim Penilai"],
  ["pegawai-penilai-jfk2", "SEKRETARIS_TIM_JFK", "Sekretaris Tim Penilai"],
];

/** Heads of letters and signatories of the demo. */
export const seedDemoPrinting = async (
  deps: EdupakDeps,
  tx: UnitOfWork,
  people: ReadonlyMap<string, Pegawai>,
): Promise<void> => {
  const printing = deps.printing(tx);
  for (const { lingkup, kota, tempat, alamat } of HEADS) {
    await printing.saveKop({
      id: deps.ids.next(),
      lingkup,
      instansi: `PEMERINTAH KOTA ${kota}`,
      unit: "BADAN KEPEGAWAIAN DAN PENGEMBANGAN SUMBER DAYA MANUSIA",
      alamat: [`${alamat}, ${tempat}`],
      tempat,
      ...SINCE,
    });
  }
  for (const [personId, peran, jabatan] of SIGNERS) {
    const pegawai = people.get(personId);
    if (pegawai === undefined) throw new Error(`Expected demo person '${personId}', but it is absent`);
    const signer = { lingkup: LINGKUP_TIM, peran, jabatan, nama: namaLengkap(pegawai), nip: pegawai.nip };
    await printing.savePenandatangan({ id: deps.ids.next(), ...signer, ...SINCE });
  }
};
