import { XLSX_CONTENT_TYPE, type WrittenColumn } from "../../../../src/plugin-api/index.js";
import { tulisAk } from "../../domain/ak.js";
import { namaBulan } from "../../domain/bulan.js";
import { namaJenjang } from "../../domain/jenjang.js";
import { namaPredikat } from "../../domain/predikat.js";
import { isiArsip, mulaiArsip } from "./arsip-berkas.js";
import { berkasOfCase } from "./berkas-of-case.js";
import { catatPekerjaan } from "./catat.js";
import { kalimatMasalah } from "./kalimat-masalah.js";
import type { KonversiDeps } from "./konversi-deps.js";
import type { BarisBerkas, KonversiTetap, PakKonversi } from "./konversi-store.js";
import { lembarKerja } from "./lembar-kerja.js";
import { rekeningOrang } from "./rekening-pegawai.js";

const JOB = "rekap-konversi";
const PER_PAGE = 500;

const COLUMNS: readonly WrittenColumn[] = [
  { key: "baris", heading: "Baris", kind: "integer" },
  { key: "nip", heading: "NIP", kind: "text", width: 22 },
  { key: "nama", heading: "Nama", kind: "text", width: 32 },
  { key: "jenjang", heading: "Jenjang", kind: "text" },
  { key: "tahun", heading: "Tahun", kind: "text" },
  { key: "periode", heading: "Periode", kind: "text", width: 24 },
  { key: "predikat", heading: "Predikat", kind: "text", width: 18 },
  { key: "angkaKredit", heading: "Angka Kredit", kind: "decimal" },
  { key: "akumulasi", heading: "Akumulasi", kind: "decimal" },
  { key: "nomor", heading: "Nomor Konversi", kind: "text", width: 34 },
  { key: "pak", heading: "Nomor PAK", kind: "text", width: 34 },
  { key: "keterangan", heading: "Keterangan", kind: "text", width: 60 },
];

/** Writes the recap of an upload as xlsx, closes the case file and tells the ones concerned. */
export const rekapKonversi = async (deps: KonversiDeps, caseId: string): Promise<void> => {
  const bytes = await lembarKerja(COLUMNS, barisRekap(deps, caseId), "Rekap konversi");
  const papers = await deps.db.read(async (tx) =>
    isiArsip(await deps.store(tx).konversiOfCase(caseId), await deps.store(tx).pakOfCase(caseId)),
  );
  await deps.db.transaction(async (tx) => {
    const store = deps.store(tx);
    const berkas = await berkasOfCase(deps, tx, caseId);
    const caseFile = await deps.cases.get(tx, caseId);
    if (berkas.rekapFileId !== null) return;
    const file = await deps.files.store(tx, {
      name: `rekap-${caseFile.reference}.xlsx`,
      contentType: XLSX_CONTENT_TYPE,
      bytes,
      caseId,
      place: "rekap",
      userId: `system:${JOB}`,
    });
    await store.saveBerkas({ ...berkas, rekapFileId: file.id });
    const judul = `${caseFile.reference} ${caseFile.title}`;
    const oleh = {
      userId: berkas.penetap?.userId ?? berkas.pembuatId,
      displayName: berkas.penetap?.nama ?? "",
      role: null,
    };
    await mulaiArsip(deps, tx, papers, { caseId, judul, oleh, instansiId: berkas.instansiId });
    const { DITETAPKAN, SELESAI, TERLEWAT } = await store.hitungBaris(caseId);
    const pak = (await store.pakOfCase(caseId)).length;
    const done = await deps.cases.setStatus(tx, caseFile, TERLEWAT === 0 ? "SELESAI" : "SELESAI_SEBAGIAN", {
      closed: true,
    });
    const id = `${DITETAPKAN + SELESAI} konversi dan ${pak} PAK terbit; ${TERLEWAT} baris terlewat`;
    const en = `${DITETAPKAN + SELESAI} conversions and ${pak} PAK issued; ${TERLEWAT} rows left out`;
    await deps.notifications.notify(tx, {
      to: [...new Set([berkas.pembuatId, berkas.penetap?.userId ?? berkas.pembuatId])].map((userId) => ({ userId })),
      title: { id: "Konversi massal selesai", en: "Upload converted" },
      body: { id: `${done.reference}: ${id}.`, en: `${done.reference}: ${en}.` },
      caseId,
      key: `ak:selesai:${caseId}`,
    });
    await catatPekerjaan(deps, tx, JOB, done, {
      action: "konversi.finished",
      story: { id: `menyelesaikan konversi massal: ${id}`, en: `finished the upload: ${en}` },
    });
  });
};

async function* barisRekap(deps: KonversiDeps, caseId: string) {
  const pak = await deps.db.read((tx) => deps.store(tx).pakOfCase(caseId));
  const byNip = new Map(pak.map((each) => [each.nip, each]));
  for (let after = 0; ;) {
    const page = await deps.db.read(async (tx) => {
      const rows = await deps.store(tx).barisSetelah(caseId, after, PER_PAGE);
      const converted = await deps.store(tx).konversiByBaris(rows.map(({ id }) => id));
      const { tanggal } = await berkasOfCase(deps, tx, caseId);
      const nips = [...new Set(converted.map(({ nip }) => nip))];
      const { tanpaSaldo } = await rekeningOrang(deps, tx, nips, tanggal ?? "");
      return { rows, converted: new Map(converted.map((each) => [each.barisId, each])), tanpaSaldo };
    });
    for (const row of page.rows) {
      const konversi = page.converted.get(row.id);
      yield konversi === undefined
        ? barisTanpa(row)
        : barisDengan(row, konversi, byNip.get(konversi.nip), page.tanpaSaldo.has(konversi.nip));
    }
    const last = page.rows.at(-1);
    if (last === undefined) return;
    after = last.baris;
  }
}

const barisDengan = (
  { baris }: BarisBerkas,
  konversi: KonversiTetap,
  pak: PakKonversi | undefined,
  withoutOpening: boolean,
) => ({
  baris,
  nip: konversi.nip,
  nama: konversi.perorangan.nama,
  jenjang: namaJenjang(konversi.jenjang),
  tahun: String(konversi.tahun),
  periode: `${namaBulan(konversi.bulanMulai)} s/d ${namaBulan(konversi.bulanSelesai)}`,
  predikat: namaPredikat(konversi.predikat),
  angkaKredit: tulisAk(konversi.angkaKredit),
  akumulasi: tulisAk(konversi.akumulasi.jumlah),
  nomor: konversi.nomor,
  pak: pak?.nomor ?? null,
  keterangan: withoutOpening
    ? "Saldo awal jenjang belum dicatat, sehingga kebutuhan KP dan KJ belum dapat dihitung"
    : null,
});

const barisTanpa = ({ baris, isi, masalah }: BarisBerkas) => ({
  baris,
  nip: isi.nip,
  nama: isi.nama,
  jenjang: isi.jenjang,
  tahun: isi.tahun,
  periode: `${isi.bulanMulai} s/d ${isi.bulanSelesai}`,
  predikat: isi.predikat,
  angkaKredit: null,
  akumulasi: null,
  nomor: null,
  pak: null,
  keterangan: `Tidak dikonversi. ${masalah.map((each) => kalimatMasalah(each).id).join("; ")}`.slice(0, 32_000),
});
