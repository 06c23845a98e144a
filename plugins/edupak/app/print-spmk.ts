import type { UnitOfWork } from "../../../src/plugin-api/index.js";
import { jumlahAk, namaJenjang, selisihJenjang, tulisAk, tulisVolume } from "../../angka-kredit/plugin.js";
import { absent, headOfInstansi, namaMasa } from "../../kepegawaian/plugin.js";
import type { KegiatanTerhitung } from "../domain/hitung-kegiatan.js";
import { namaUnsurSpmk, UNSUR_SPMK, unsurSpmkDari } from "../domain/kelompok-pak.js";
import type { Pejabat } from "../domain/perorangan.js";
import { barisCetak } from "./baris-cetak.js";
import { dupakContext, type DupakContext } from "./dupak-context.js";
import { type EdupakDeps, JABATAN } from "./edupak-deps.js";
import { masaCetak } from "./masa-cetak.js";
import { pegawaiRingkas } from "./pegawai-cetak.js";
import { takeNumber } from "./take-number.js";

const JOB = "print-spmk-jfk";

interface Letter {
  readonly template: string;
  readonly title: string;
  readonly number: string;
  readonly data: object;
  readonly key: string;
}

/**
 * What the atasan langsung signs: one SPMK for each unsur, and the surat perintah where activities of another level were
 * done. Each sending prints its own. Source: domain note 1.5.3 no. 4 and 5, 3.3.
 */
export const printSpmk = async (deps: EdupakDeps, caseId: string, signal: AbortSignal): Promise<number> => {
  const letters = await deps.db.transaction((tx) => lettersOf(deps, tx, caseId));
  for (const letter of letters) await deps.documents.print({ ...letter, caseId, issuedBy: `system:${JOB}` }, signal);
  return letters.length;
};

const lettersOf = async (deps: EdupakDeps, tx: UnitOfWork, caseId: string): Promise<readonly Letter[]> => {
  const context = await dupakContext(deps, tx, caseId);
  const { perorangan, atasan } = context.dupak;
  if (atasan === null) throw absent("superior of DUPAK", caseId);
  const { instansiId: id, instansi: nama, kota } = perorangan;
  const head = await headOfInstansi(deps, tx, { id, nama, kota });
  const letters: Letter[] = [];
  for (const [index, unsur] of UNSUR_SPMK.entries()) {
    const rows = context.rows.filter(({ butir }) => unsurSpmkDari(butir) === unsur);
    if (rows.length === 0) continue;
    const key = `spmk-${index + 1}:${context.dupak.kirimKe}:${caseId}`;
    const number = await takeNumber(deps, tx, { dokumen: "jfk-spmk", key, instansiId: id });
    const data = { ...head, nomor: number, ...spmkData(context, rows, atasan), unsur: namaUnsurSpmk[unsur] };
    const title = `SPMK ${namaUnsurSpmk[unsur]}`;
    letters.push({ template: "edupak/spmk", title, number, data, key: `edupak:${key}` });
  }
  const assigned = context.rows.filter(needsAssignment(perorangan.jenjang));
  if (assigned.length === 0) return letters;
  const key = `sp:${context.dupak.kirimKe}:${caseId}`;
  const number = await takeNumber(deps, tx, { dokumen: "jfk-surat-perintah", key, instansiId: id });
  const data = { ...head, nomor: number, ...assignmentData(context, assigned, atasan) };
  const title = "Surat Perintah Melaksanakan Tugas";
  return [...letters, { template: "edupak/surat-perintah", title, number, data, key: `edupak:${key}` }];
};

const spmkData = ({ dupak }: DupakContext, rows: readonly KegiatanTerhitung[], atasan: Pejabat) => {
  const { pegawaiId: _id, ...signer } = atasan;
  return {
    jabatanFungsional: JABATAN,
    masaPenilaian: masaCetak(dupak),
    atasan: signer,
    pegawai: pegawaiRingkas(dupak.perorangan),
    baris: rows.map(barisCetak),
    jumlah: tulisAk(jumlahAk(rows.map(({ hitung }) => hitung.angkaKredit))),
  };
};

const needsAssignment =
  (own: Parameters<typeof selisihJenjang>[0]) =>
  ({ kegiatan, butir }: KegiatanTerhitung): boolean =>
    kegiatan.suratPerintah && butir.jenjang !== null && butir.jenjang !== own;

const assignmentData = ({ dupak }: DupakContext, rows: readonly KegiatanTerhitung[], atasan: Pejabat) => {
  const { jenjang } = dupak.perorangan;
  const dates = rows.flatMap(({ kegiatan }) => [kegiatan.tanggalMulai, kegiatan.tanggalSelesai]).toSorted();
  return {
    dasar: [
      "Peraturan Kepala Badan Kepegawaian Negara Nomor 7 Tahun 2015",
      `Kebutuhan pelaksanaan tugas pada ${atasan.unitKerja} masa ${namaMasa(dupak)}`,
    ],
    penerima: pegawaiRingkas(dupak.perorangan),
    tugas: rows.map(({ kegiatan, butir }) => ({
      kode: butir.kode,
      uraian: butir.uraian,
      jenjang: namaJenjang(butir.jenjang ?? jenjang),
      letak: (selisihJenjang(jenjang, butir.jenjang ?? jenjang) ?? 0) > 0 ? "DI_ATAS" : "DI_BAWAH",
      volume: tulisVolume(kegiatan.volume),
      satuan: butir.satuan,
    })),
    jangkaWaktu: { mulai: dates[0] ?? "", selesai: dates.at(-1) ?? "" },
    penandatangan: { jabatan: atasan.jabatan, nama: atasan.nama, nip: atasan.nip },
    tembusan: [],
  };
};
