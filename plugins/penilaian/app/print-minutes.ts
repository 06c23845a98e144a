import type { UnitOfWork } from "../../../src/plugin-api/index.js";
import { headOf } from "../../kepegawaian/plugin.js";
import type { Putusan, PutusanSidang } from "../domain/sidang.js";
import type { AturanSidang } from "./aturan-sidang.js";
import { type SidangDeps, sidangOfCase } from "./sidang-deps.js";

/** Prints the berita acara of a session. Source: domain note 3.7. @returns the id of the document. */
export const printMinutes = async (
  deps: SidangDeps,
  aturan: AturanSidang,
  caseId: string,
  signal: AbortSignal,
): Promise<string> => {
  const { nomor, data } = await deps.db.read((tx) => minutesData(deps, aturan, tx, caseId));
  const printed = await deps.documents.print(
    {
      caseId,
      template: `${aturan.app}/berita-acara`,
      title: "Berita Acara Sidang",
      number: nomor,
      data,
      key: `${aturan.app}:berita-acara:${caseId}`,
      issuedBy: `system:${aturan.pencetak}`,
    },
    signal,
  );
  return printed.id;
};

const minutesData = async (deps: SidangDeps, aturan: AturanSidang, tx: UnitOfWork, caseId: string) => {
  const sidang = await sidangOfCase(deps, tx, caseId);
  const putusan = await deps.sidang(tx).putusan(sidang.id);
  const baris: Awaited<ReturnType<typeof line>>[] = [];
  for (const each of putusan) baris.push(await line(aturan, tx, each));
  const data = {
    ...(await headOf(deps, tx, aturan.kop)),
    ...aturan.cetak,
    nomor: sidang.nomor,
    sidang: { tanggal: sidang.tanggal, pukul: sidang.pukul, tempat: sidang.tempat },
    dasar: { keputusan: sidang.dasarKeputusan, tanggal: sidang.dasarTanggal },
    anggota: sidang.anggota,
    jumlahAnggota: sidang.anggota.length,
    jumlahHadir: sidang.anggota.filter(({ hadir }) => hadir).length,
    baris,
    perbedaanPendapat: sidang.perbedaanPendapat,
    catatan: putusan.flatMap(({ catatan }) => catatan ?? []),
  };
  return { nomor: sidang.nomor, data };
};

const OTHERWISE: Readonly<Record<Exclude<Putusan, "DITETAPKAN">, string>> = {
  DITUNDA: "Ditunda",
  DINILAI_ULANG: "Dinilai ulang",
  DIKEMBALIKAN: "Dikembalikan",
};

const line = async (aturan: AturanSidang, tx: UnitOfWork, { dupakCaseId, putusan }: PutusanSidang) => {
  const { perorangan, jumlah, kebutuhan, memenuhi } = await aturan.hasil(tx, dupakCaseId);
  const { nama, nip, golongan, instansi } = perorangan;
  const tujuan = kebutuhan === null ? "" : ` (${kebutuhan.golonganTujuan})`;
  return {
    nama,
    nip,
    golongan,
    instansi,
    akLama: jumlah.lama,
    akBaru: jumlah.baru,
    jumlah: jumlah.jumlah,
    putusan: putusan !== "DITETAPKAN" ? OTHERWISE[putusan] : `${memenuhi ? "Memenuhi" : "Belum memenuhi"}${tujuan}`,
  };
};
