import type { UnitOfWork } from "../../../src/plugin-api/index.js";
import { jumlahAk, tulisAk } from "../../angka-kredit/plugin.js";
import { absent, headOfInstansi } from "../../kepegawaian/plugin.js";
import { diusulkan } from "../domain/hasil.js";
import { dupakContext } from "./dupak-context.js";
import { type EdupakDeps, JABATAN } from "./edupak-deps.js";
import { enclosed, isiDupak } from "./isi-dupak.js";
import { masaCetak } from "./masa-cetak.js";
import { pegawaiRingkas } from "./pegawai-cetak.js";
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
      data: isiDupak(context, { nomor: nomorDupak, penetapan: head.penetapan }),
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
