import type { UnitOfWork } from "../../../src/plugin-api/index.js";
import { type Ak, ak, jumlahAk, NOL, tulisAk, UNSUR } from "../../angka-kredit/plugin.js";
import { absent, headOfInstansi, namaMasa } from "../../kepegawaian/plugin.js";
import { tigaKolom } from "../../penilaian/plugin.js";
import { LAMPIRAN, namaLampiran } from "../domain/dupak.js";
import { diusulkan } from "../domain/hasil.js";
import type { KegiatanTerhitung } from "../domain/hitung-kegiatan.js";
import { jumlahKelompok, namaSubUnsur, PENUNJANG, type PerKelompok, UTAMA } from "../domain/kelompok-pak.js";
import { dupakContext, type DupakContext } from "./dupak-context.js";
import { type EdupakDeps, JABATAN } from "./edupak-deps.js";
import { masaCetak } from "./masa-cetak.js";
import { pegawaiLengkap, pegawaiRingkas } from "./pegawai-cetak.js";
import { takeNumber } from "./take-number.js";

const JOB = "print-usul-jfk";

/**
 * What the pejabat yang berwenang signs: surat usul and DUPAK, and the statement of the JFK. Each sending prints its own.
 * Source: domain note 1.5.3 no. 1 and 3, 3.2, 3.3.
 */
export const printUsul = async (deps: EdupakDeps, caseId: string, signal: AbortSignal): Promise<string> => {
  const { letters, nomorSuratUsul } = await deps.db.transaction(async (tx) => {
    const made = await lettersOf(deps, tx, caseId);
    const { dupak } = made.context;
    await deps.store(tx).saveDupak({ ...dupak, nomorSuratUsul: made.nomorSuratUsul });
    return made;
  });
  for (const letter of letters) await deps.documents.print({ ...letter, caseId, issuedBy: `system:${JOB}` }, signal);
  return nomorSuratUsul;
};

const lettersOf = async (deps: EdupakDeps, tx: UnitOfWork, caseId: string) => {
  const context = await dupakContext(deps, tx, caseId);
  const { dupak, rows } = context;
  const { perorangan, pejabat, kirimKe } = dupak;
  if (pejabat === null) throw absent("proposing official of DUPAK", caseId);
  const { instansiId: id, instansi, kota } = perorangan;
  const head = await headOfInstansi(deps, tx, { id, nama: instansi, kota });
  const number = (dokumen: "jfk-dupak" | "jfk-surat-usul", key: string) =>
    takeNumber(deps, tx, { dokumen, key, instansiId: id });
  const nomorDupak = await number("jfk-dupak", `dupak:${kirimKe}:${caseId}`);
  const nomorSuratUsul = await number("jfk-surat-usul", `usul:${kirimKe}:${caseId}`);
  const signer = { jabatan: pejabat.jabatan, nama: pejabat.nama, nip: pejabat.nip };
  const common = { jabatanFungsional: JABATAN, instansi, masaPenilaian: masaCetak(dupak) };
  const key = (name: string): string => `edupak:${name}:${kirimKe}:${caseId}`;
  const letters = [
    {
      template: "edupak/dupak",
      title: "Daftar Usul Penetapan Angka Kredit",
      number: nomorDupak,
      key: key("dupak"),
      data: {
        ...common,
        nomor: nomorDupak,
        pegawai: pegawaiLengkap(perorangan, dupak.masaSelesai),
        ...isiDupak(context),
        lampiran: ["Surat usul penilaian angka kredit", ...enclosed(context)],
        catatanPengusul: dupak.catatanPengusul === null ? [] : [dupak.catatanPengusul],
        catatanAnggota: [],
        catatanKetua: [],
        penetapan: head.penetapan,
        pejabatPengusul: signer,
        ketuaTim: null,
      },
    },
    {
      template: "edupak/surat-usul",
      title: "Surat Usul Penilaian Angka Kredit",
      number: nomorSuratUsul,
      key: key("surat-usul"),
      data: {
        ...head,
        ...common,
        nomor: nomorSuratUsul,
        sifat: "Biasa",
        jumlahBerkas: 1,
        hal: `Usul Penilaian dan Penetapan Angka Kredit ${JABATAN}`,
        tujuan: ["Kepala Badan Kepegawaian Negara", "c.q. Kepala Pusat Pembinaan Jabatan Fungsional Kepegawaian"],
        tujuanTempat: "Jakarta",
        daftar: [{ ...pegawaiRingkas(perorangan), akUsul: tulisAk(jumlahAk(rows.map(diusulkan))) }],
        lampiran: ["Daftar usul penetapan angka kredit (DUPAK)", ...enclosed(context)],
        penandatangan: signer,
        tembusan: [`Kepala ${perorangan.unitKerja}`, `${perorangan.nama} (yang bersangkutan)`],
      },
    },
    {
      template: "edupak/surat-pernyataan",
      title: "Surat Pernyataan",
      number: null,
      key: key("surat-pernyataan"),
      data: {
        ...head,
        ...common,
        nomor: null,
        pegawai: { ...pegawaiRingkas(perorangan), instansi },
        nomorDupak,
        meterai: true,
      },
    },
  ];
  return { context, letters, nomorSuratUsul };
};

/** What goes with letter and DUPAK. Source: domain note 1.5.3. */
const enclosed = ({ dupak, rows }: DupakContext): readonly string[] => [
  ...LAMPIRAN.filter((key) => dupak.lampiran[key] !== undefined).map(namaLampiran),
  "Surat pernyataan melakukan kegiatan",
  ...(rows.some(({ kegiatan }) => kegiatan.suratPerintah) ? ["Surat perintah melaksanakan tugas"] : []),
  `Inventarisasi bulanan ${namaMasa(dupak)}`,
  "Bukti fisik",
];

const total = (lama: Ak, rows: readonly KegiatanTerhitung[]) => tigaKolom(lama, jumlahAk(rows.map(diusulkan)));
const columns = (lama: Ak, rows: readonly KegiatanTerhitung[]) => ({ usul: total(lama, rows), tim: null });

/** Part II of the DUPAK: only activities done; what the last PAK says stands in a line of its own. Source: domain note 3.2, 1.5.3. */
const isiDupak = ({ dupak, rows }: DupakContext) => {
  const part = (judul: string, utama: boolean) => {
    const own = rows.filter(({ butir }) => (butir.unsur !== "PN") === utama);
    const lama = jumlahKelompok(dupak.lama, utama ? UTAMA : PENUNJANG);
    return { judul, subUnsur: subUnsur(own, dupak.lama, utama, dupak.nomorPakLama), ...columns(lama, own) };
  };
  return {
    unsur: [part("UNSUR UTAMA", true), part("UNSUR PENUNJANG", false)].filter(({ subUnsur: each }) => each.length > 0),
    jumlah: columns(jumlahKelompok(dupak.lama), rows),
  };
};

const lamaOf = (lama: PerKelompok, unsur: (typeof UNSUR)[number]): Ak => {
  if (unsur === "P") return ak(lama.SEKOLAH + lama.DIKLAT);
  if (unsur === "T") return lama.TUGAS_POKOK;
  if (unsur === "PP") return lama.PENGEMBANGAN_PROFESI;
  return unsur === "PN" ? lama.PENUNJANG : NOL;
};

const subUnsur = (rows: readonly KegiatanTerhitung[], lama: PerKelompok, utama: boolean, nomorPak: string) =>
  UNSUR.filter((unsur) => (unsur !== "PN") === utama)
    .map((unsur) => {
      const before = lamaOf(lama, unsur);
      const own = rows.filter(({ butir }) => butir.unsur === unsur);
      const opening = {
        kode: "",
        uraian: `Angka kredit menurut PAK nomor ${nomorPak}`,
        usul: tigaKolom(before, NOL),
        tim: null,
      };
      const kinds = [...new Map(own.map(({ butir }) => [butir.kode, butir.uraian]))];
      const baris = kinds.map(([kode, uraian]) => {
        const same = own.filter(({ butir }) => butir.kode === kode);
        return { kode, uraian, ...columns(NOL, same) };
      });
      return { judul: namaSubUnsur(unsur), baris: [...(before > 0 ? [opening] : []), ...baris] };
    })
    .filter(({ baris }) => baris.length > 0);
