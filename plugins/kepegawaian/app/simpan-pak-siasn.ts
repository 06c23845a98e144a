import { buffer } from "node:stream/consumers";
import type { Pak } from "../domain/pak.js";
import { nomorSama } from "./nomor-sama.js";
import type { Sambungan, SapkDeps } from "./sapk-deps.js";
import { SiasnGalat } from "./siasn-galat.js";
import { DOKUMEN_PAK } from "./sumber-asn.js";

/** What became of the write-back; `NONAKTIF`: switched off, in training, or not for this instansi. */
export type HasilSimpan =
  { readonly siasn: "TERSIMPAN"; readonly siasnId: string } | { readonly siasn: "NONAKTIF" | "BATAL" | "BUKAN_PAK" };

/**
 * Sends an issued PAK back to SIASN and uploads its document. Repeatable: the id is kept, and before saving rw-angkakredit is
 * searched for the number, since an earlier attempt may have got through. A HAPAK is no PAK and stays here.
 * Source: domain note 1.5.6, 4.1.
 *
 * @throws {SiasnGalat} with a sentence for the person who reads the incident.
 */
export const simpanPakSiasn = async (deps: SapkDeps, pakId: string, signal: AbortSignal): Promise<HasilSimpan> => {
  const { sambungan } = deps;
  if (sambungan?.tulis !== true) return { siasn: "NONAKTIF" };
  const { pak, instansiId } = await deps.db.read(async (tx) => {
    const found = await deps.pak(tx).pak(pakId);
    const pegawai = found === undefined ? undefined : await deps.people(tx).pegawaiByNip(found.nip);
    return { pak: found, instansiId: pegawai?.instansiId };
  });
  if (pak === undefined) throw new SiasnGalat("DITOLAK", `PAK '${pakId}' tidak ada dalam riwayat angka kredit.`);
  if (pak.batal !== null) return { siasn: "BATAL" };
  if (pak.jenis === "HAPAK") return { siasn: "BUKAN_PAK" };
  if (instansiId === undefined || !sambungan.instansi.has(instansiId)) return { siasn: "NONAKTIF" };
  const siasnId = pak.siasnId ?? (await simpan(deps, sambungan, pak, signal));
  await unggah(deps, sambungan, { ...pak, siasnId }, siasnId, signal);
  return { siasn: "TERSIMPAN", siasnId };
};

const simpan = async (deps: SapkDeps, { sumber }: Sambungan, pak: Pak, signal: AbortSignal): Promise<string> => {
  const siasnId =
    (await cari(sumber, pak, signal)) ??
    (await kirim({ sumber }, pak, signal)) ??
    (await cari(sumber, pak, signal)) ??
    tidakTampak(pak);
  await deps.db.transaction((tx) => deps.pak(tx).setSiasnId(pak.id, siasnId));
  return siasnId;
};

/** Id of the record with this number in SIASN. */
const cari = async (
  sumber: Sambungan["sumber"],
  { nip, nomor }: Pak,
  signal: AbortSignal,
): Promise<string | undefined> =>
  (await sumber.riwayatKredit(nip, signal)).find((row) => nomorSama(row.nomor, nomor))?.siasnId;

const tidakTampak = ({ nomor, nip }: Pak): never => {
  throw new SiasnGalat(
    "DATA_RUSAK",
    `SIASN menerima PAK nomor ${nomor}, tetapi tidak memberi nomor riwayatnya dan belum menampilkannya pada riwayat angka kredit NIP ${nip}. Periksa riwayat itu di SIASN; bila sudah tampak, ulangi pekerjaan ini: PAK tidak dikirim dua kali.`,
  );
};

const kirim = async ({ sumber }: Pick<Sambungan, "sumber">, pak: Pak, signal: AbortSignal): Promise<string | null> => {
  const { isi } = await sumber.dataUtama(pak.nip, signal);
  const rwJabatanId = await sumber.riwayatJabatanTerakhir(pak.nip, signal);
  if (rwJabatanId === null) {
    throw new SiasnGalat(
      "DITOLAK",
      `PAK nomor ${pak.nomor} belum dapat disimpan ke SIASN: NIP ${pak.nip} tidak mempunyai riwayat jabatan di SIASN. Tambahkan riwayat jabatan di SIASN, lalu ulangi pekerjaan ini.`,
    );
  }
  const { nomor, tanggal, jenis, pertama, masaMulai, masaSelesai, akUtama, akPenunjang, akTotal } = pak;
  const kredit = { nomor, tanggal, jenis, pertama, masaMulai, masaSelesai, akUtama, akPenunjang, akTotal };
  return sumber.simpanKredit({ ...kredit, pnsId: isi.pnsId, rwJabatanId }, signal);
};

const unggah = async (
  deps: SapkDeps,
  { sumber }: Sambungan,
  pak: Pak,
  riwayatId: string,
  signal: AbortSignal,
): Promise<void> => {
  const document = await dokumenOf(deps, pak);
  if (document === undefined) return;
  let sent = pak.terunggah;
  for (const jenis of Object.values(DOKUMEN_PAK)) {
    if (sent.includes(jenis)) continue;
    await sumber.unggahDokumen({ riwayatId, jenis, ...document }, signal);
    sent = [...sent, jenis];
    const done = sent;
    await deps.db.transaction((tx) => deps.pak(tx).setTerunggah(pak.id, done));
  }
};

const dokumenOf = async (deps: SapkDeps, { documentId }: Pak) => {
  if (documentId === null) return undefined;
  const file = await deps.db.read(async (tx) => {
    const document = await deps.documents.find(tx, documentId);
    return document === undefined ? undefined : deps.files.find(tx, document.fileId);
  });
  if (file === undefined)
    throw new SiasnGalat("DITOLAK", `Dokumen PAK '${documentId}' tidak ditemukan, padahal tercatat dalam riwayat.`);
  return { nama: file.name, isi: new Uint8Array(await buffer(await deps.files.read(file))) };
};
