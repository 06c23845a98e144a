import { namaJenjang } from "../../angka-kredit/plugin.js";
import { headOf, signerOf } from "../../kepegawaian/plugin.js";
import { hasilPenilaian } from "../domain/hasil.js";
import { LINGKUP_TIM } from "./acuan-cetak.js";
import { dupakContext } from "./dupak-context.js";
import { type EdupakDeps, JABATAN } from "./edupak-deps.js";
import { masaCetak } from "./masa-cetak.js";
import { takeNumber } from "./take-number.js";

/** Prints the resume of one assessment; each version once. Source: domain note 3.7. */
export const printResume = async (deps: EdupakDeps, caseId: string, signal: AbortSignal): Promise<string> => {
  const { nomor, data, key } = await deps.db.transaction(async (tx) => {
    const { dupak, rows, aturan } = await dupakContext(deps, tx, caseId);
    const { jumlah, kebutuhan } = hasilPenilaian(dupak, rows, aturan);
    const { perorangan } = dupak;
    const key = `resume:${dupak.resumeKe}:${caseId}`;
    const nomor = await takeNumber(deps, tx, { dokumen: "jfk-resume", key, instansiId: null });
    const otherwise = { jabatan: "Sekretaris Tim Penilai", nama: null, nip: null };
    const data = {
      ...(await headOf(deps, tx, LINGKUP_TIM)),
      nomor,
      jabatanFungsional: JABATAN,
      masaPenilaian: masaCetak(dupak),
      baris: [
        {
          nama: perorangan.nama,
          nip: perorangan.nip,
          jenjang: namaJenjang(perorangan.jenjang),
          golongan: perorangan.golongan,
          akLama: jumlah.lama,
          akDisetujui: jumlah.baru,
          jumlah: jumlah.jumlah,
          akkTarget: kebutuhan?.akk ?? null,
          rekomendasi: dupak.rekomendasi,
          catatan: dupak.catatanKetua,
        },
      ],
      penandatangan: await signerOf(deps, tx, LINGKUP_TIM, "SEKRETARIS_TIM_JFK", otherwise),
    };
    return { nomor, data, key };
  });
  const printed = await deps.documents.print(
    {
      caseId,
      template: "edupak/resume",
      title: "Resume Penilaian",
      number: nomor,
      data,
      key: `edupak:${key}`,
      issuedBy: "system:print-resume-jfk",
    },
    signal,
  );
  return printed.id;
};
