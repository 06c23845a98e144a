import type { UnitOfWork } from "../../../src/plugin-api/index.js";
import { namaLengkap } from "../../kepegawaian/plugin.js";
import { LINGKUP_PUSBIN, LINGKUP_TPP, type PeranTandaTangan } from "./acuan-cetak.js";
import type { SiwiDeps } from "./siwi-deps.js";

const SINCE = { berlakuMulai: "2021-01-01", sumber: "Data contoh" };

const HEADS = [
  {
    lingkup: "instansi-nusa-kencana",
    instansi: "PEMERINTAH PROVINSI NUSA KENCANA",
    unit: "BADAN PENGEMBANGAN SUMBER DAYA MANUSIA",
    alamat: ["Jalan Pelajar Nomor 1, Tirta Mulya", "surel bpsdm@nusakencana.example.go.id"],
    tempat: "Tirta Mulya",
  },
  {
    lingkup: "instansi-muara-sakti",
    instansi: "PEMERINTAH KABUPATEN MUARA SAKTI",
    unit: "BADAN KEPEGAWAIAN DAN PENGEMBANGAN SUMBER DAYA MANUSIA",
    alamat: ["Jalan Dermaga Nomor 2, Muara Sakti"],
    tempat: "Muara Sakti",
  },
];

/** Made-up heads of units; their numbers are recognisable by the sequence 9xx. */
const SIGNERS = [
  {
    lingkup: "instansi-nusa-kencana",
    peran: "KEPALA_UNIT",
    jabatan: "Kepala BPSDM Provinsi Nusa Kencana",
    nama: "Drs. Bagas Tirtana, M.Si.",
    nip: "196705201992031901",
  },
  {
    lingkup: LINGKUP_PUSBIN,
    peran: "KEPALA_PUSBIN",
    jabatan: "Kepala Pusat Pembinaan Jabatan Fungsional Widyaiswara",
    nama: "Dewi Kusumajati, S.H., M.M.",
    nip: "197211081998032901",
  },
] as const;

const TEAM: readonly (readonly [string, PeranTandaTangan, string])[] = [
  ["pegawai-tpp1", "KETUA_TPP", "Ketua Tim Penilai Pusat"],
  ["pegawai-tpp2", "SEKRETARIS_TPP", "Sekretaris Tim Penilai Pusat"],
];

/** Heads and signatories of the demo; the agency without a signatory signs by hand. */
export const seedDemoPrinting = async (deps: SiwiDeps, tx: UnitOfWork): Promise<void> => {
  const printing = deps.printing(tx);
  for (const head of HEADS) await printing.saveKop({ id: deps.ids.next(), ...head, ...SINCE });
  for (const signer of SIGNERS) await printing.savePenandatangan({ id: deps.ids.next(), ...signer, ...SINCE });
  for (const [personId, peran, jabatan] of TEAM) {
    const pegawai = await deps.people(tx).pegawai(personId);
    if (pegawai === undefined) throw new Error(`Expected demo person '${personId}', but it is absent`);
    const { nip } = pegawai;
    const nama = namaLengkap(pegawai);
    await printing.savePenandatangan({
      id: deps.ids.next(),
      lingkup: LINGKUP_TPP,
      peran,
      jabatan,
      nama,
      nip,
      ...SINCE,
    });
  }
};
