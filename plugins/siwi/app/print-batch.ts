import type { UnitOfWork } from "../../../src/plugin-api/index.js";
import { jumlahAk, NOL, pangkat, tulisAk } from "../../angka-kredit/plugin.js";
import { type Signer, signerOf } from "../../kepegawaian/plugin.js";
import { dupakContext } from "./dupak-context.js";
import { headOfOwnInstansi } from "./letterhead.js";
import { absent } from "./refusals.js";
import type { SiwiDeps } from "./siwi-deps.js";

const BY_HAND: Signer = { jabatan: "Pejabat yang berwenang", nama: null, nip: null };
const JOB = "print-daftar-dupak";

/** Prints the daftar DUPAK of a batch and a draft of its covering letter, for signing. */
export const printBatch = async (deps: SiwiDeps, caseId: string, signal: AbortSignal): Promise<string> => {
  const data = await deps.db.read((tx) => batchData(deps, tx, caseId));
  const common = { caseId, issuedBy: `system:${JOB}` };
  const daftar = {
    ...common,
    template: "siwi/daftar-dupak",
    title: "Daftar DUPAK",
    data: data.daftar,
    key: `siwi:daftar-dupak:${caseId}`,
  };
  const surat = {
    ...common,
    template: "siwi/surat-pengantar",
    title: "Rancangan surat pengantar",
    data: data.surat,
    key: `siwi:surat-pengantar:${caseId}`,
  };
  await deps.documents.print(surat, signal);
  return (await deps.documents.print(daftar, signal)).id;
};

const batchData = async (deps: SiwiDeps, tx: UnitOfWork, caseId: string) => {
  const pengajuan = await deps.store(tx).pengajuanByCase(caseId);
  if (pengajuan === undefined) throw absent("batch", caseId);
  const lines: Awaited<ReturnType<typeof line>>[] = [];
  for (const dupakCaseId of pengajuan.dupakCaseIds) lines.push(await line(deps, tx, dupakCaseId));
  const [first] = lines;
  if (first === undefined) throw new Error(`Expected batch '${caseId}' to hold a DUPAK, but it is empty`);
  const { instansi } = first.perorangan;
  const frame = {
    ...(await headOfOwnInstansi(deps, tx, first.perorangan)),
    nomor: null,
    instansi,
    masaPenilaian: first.baris.masaPenilaian,
    penandatangan: await signerOf(deps, tx, pengajuan.instansiId, "KEPALA_UNIT", BY_HAND),
  };
  const tpi = lines.map(({ akTpi }) => akTpi).filter((each) => each !== null);
  return {
    daftar: {
      ...frame,
      nomorSuratPengantar: pengajuan.nomorSurat,
      baris: lines.map(({ baris }) => baris),
      jumlah: {
        akUsul: tulisAk(jumlahAk(lines.map(({ akUsul }) => akUsul))),
        akTpi: tpi.length === 0 ? null : tulisAk(jumlahAk(tpi)),
      },
    },
    surat: {
      ...frame,
      sifat: "Biasa",
      jumlahBerkas: lines.length,
      dinilaiTpi: tpi.length > 0,
      hal: "Pengajuan DUPAK Widyaiswara ke Tim Penilai Pusat",
      tujuan: ["Kepala Lembaga Administrasi Negara", "c.q. Ketua Tim Penilai Pusat Jabatan Fungsional Widyaiswara"],
      tujuanTempat: "Jakarta",
      daftar: lines.map(({ baris }) => ({ nama: baris.nama, nip: baris.nip, jabatan: baris.jabatan })),
      tembusan: [],
    },
  };
};

const line = async (deps: SiwiDeps, tx: UnitOfWork, caseId: string) => {
  const { dupak, periode, rows } = await dupakContext(deps, tx, caseId);
  const { perorangan: person } = dupak;
  const akUsul = jumlahAk(rows.map(({ hitung }) => hitung.angkaKredit));
  const akTpi = dupak.jalur === "TPI" ? jumlahAk(rows.map(({ row }) => row.nilaiTpi ?? NOL)) : null;
  const reduced = rows.filter(({ row, hitung }) => row.nilaiTpi !== null && row.nilaiTpi < hitung.angkaKredit).length;
  return {
    perorangan: person,
    akUsul,
    akTpi,
    baris: {
      nama: person.nama,
      nip: person.nip,
      niwn: person.niwn,
      pangkat: pangkat(person.golongan),
      golongan: person.golongan,
      jabatan: person.jabatan,
      unitKerja: person.unitKerja,
      masaPenilaian: { mulai: periode.masaMulai, selesai: periode.masaSelesai },
      akUsul: tulisAk(akUsul),
      akTpi: akTpi === null ? null : tulisAk(akTpi),
      keterangan: akTpi === null ? "Tanpa penilaian TPI" : reduced === 0 ? null : `${reduced} butir dikurangi TPI`,
    },
  };
};
