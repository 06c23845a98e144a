import { type Actor, type CaseStart, isUniqueViolation, type UnitOfWork } from "../../../../src/plugin-api/index.js";
import {
  badInput,
  fileOf,
  type FormData,
  masalah,
  namaLengkap,
  type Pegawai,
  refuse,
  tanggalWib,
  textOf,
} from "../../../kepegawaian/plugin.js";
import { type Ak, AK_TERBESAR, NOL, tulisAk } from "../../domain/ak.js";
import { bacaAngkaTertulis } from "../../domain/angka-tertulis.js";
import { aturanKategori } from "../../domain/aturan-kategori.js";
import { adalahGolongan, GOLONGAN } from "../../domain/golongan.js";
import { JENJANG, type Jenjang, namaJenjang } from "../../domain/jenjang.js";
import { akkSatuKp, jenjangDariGolongan } from "../../domain/kebutuhan.js";
import { akPendidikan } from "../../domain/pendidikan.js";
import { UMUM } from "../../domain/jenis-acuan.js";
import { Rujukan } from "../../domain/rujukan.js";
import { PRESENTASI } from "../../domain/saldo-awal.js";
import { nomorBerkas } from "../nomor-berkas.js";
import { catatTindakan } from "./catat.js";
import { APP, type KonversiDeps } from "./konversi-deps.js";
import { adaDi, HANYA_PENILAI, wilayahOf } from "./wilayah.js";

/**
 * Menu "Saldo awal dan ijazah": what the account of a level begins with (AK dasar or the proportional requirement, never
 * both), or the credit of a higher degree, once for a person. Source: domain note 2.3.4, 2.3.6, 2.3.7.
 */
export const saldoStart = (deps: KonversiDeps): CaseStart => ({
  form: "angka-kredit/saldo-awal",

  async offered(tx, actor) {
    const wilayah = await wilayahOf(deps, tx, actor);
    return wilayah === undefined ? { ok: false, hidden: true, reason: HANYA_PENILAI } : { ok: true };
  },
  prefill: () => Promise.resolve({ jenis: "SALDO", presentasi: "AK_DASAR" }),

  async start(tx, actor, data) {
    const pegawai = await orangnya(deps, tx, actor, data);
    const jenjang = JENJANG.find((each) => each === (textOf(data, "jenjang") || pegawai.jenjang));
    if (jenjang === undefined) throw salah("jenjang", "Pilih jenjang", "Choose the level");
    const entry: Isian = { deps, tx, data, pegawai, jenjang, rujukan: new Rujukan(await deps.acuan(tx)) };
    const isDegree = textOf(data, "jenis") === "IJAZAH";
    const caseId = await bukaBerkas(entry, actor, isDegree);
    const told = isDegree ? await catatIjazah(entry, caseId) : await catatSaldo(entry, caseId);
    await catatTindakan(
      deps,
      tx,
      { actor, caseId },
      { action: isDegree ? "ijazah.recorded" : "saldo.recorded", story: told },
    );
    return caseId;
  },
});

interface Isian {
  readonly deps: KonversiDeps;
  readonly tx: UnitOfWork;
  readonly data: FormData;
  readonly pegawai: Pegawai;
  readonly jenjang: Jenjang;
  readonly rujukan: Rujukan;
}

const salah = (kolom: string, id: string, en: string) => badInput([masalah(kolom, id, en)], "data.");

const orangnya = async (deps: KonversiDeps, tx: UnitOfWork, actor: Actor, data: FormData): Promise<Pegawai> => {
  const wilayah = await wilayahOf(deps, tx, actor);
  if (wilayah === undefined) throw refuse(HANYA_PENILAI.id, HANYA_PENILAI.en);
  const nip = textOf(data, "nip").replaceAll(/\s/g, "");
  const pegawai = await deps.people(tx).pegawaiByNip(nip);
  if (pegawai === undefined || !adaDi(wilayah, pegawai))
    throw salah("nip", `NIP ${nip} bukan pegawai ${wilayah.nama}`, `${nip} is not an employee of ${wilayah.nama}`);
  if (pegawai.id === actor.personId)
    throw salah("nip", "Saldo sendiri dicatat oleh orang lain", "Your own balance is recorded by someone else");
  return pegawai;
};

const bukaBerkas = async ({ deps, tx, data, pegawai, jenjang }: Isian, actor: Actor, isDegree: boolean) => {
  const unit = await deps.people(tx).unitKerja(pegawai.unitKerjaId);
  const caseFile = await deps.cases.open(tx, {
    app: APP,
    type: "saldo-awal",
    reference: await nomorBerkas(deps, tx, "SALDO"),
    title: isDegree ? "Angka kredit peningkatan pendidikan" : `Saldo awal ${namaJenjang(jenjang)}`,
    ownerId: (await deps.users.findByPerson(tx, pegawai.id))?.userId ?? null,
    subjectName: namaLengkap(pegawai),
    subjectNumber: pegawai.nip,
    unitName: unit?.nama ?? null,
    scopes: { instansi: pegawai.instansiId, unit: pegawai.unitKerjaId },
    status: "DICATAT",
    variables: {},
  });
  const bukti = fileOf(data, "bukti");
  if (bukti !== undefined)
    await deps.files.claim(tx, { fileId: bukti.id, caseId: caseFile.id, place: "bukti", userId: actor.userId });
  await deps.cases.setStatus(tx, caseFile, "DICATAT", { closed: true });
  return caseFile.id;
};

/** Credit as it was typed: a comma before the decimals, since 287.500 is 287500. Source: domain note 3.1. */
const jumlahDari = (data: FormData, kolom: string): Ak => {
  const typed = textOf(data, kolom) || "0";
  const read = bacaAngkaTertulis(typed, "id");
  if (read.ok) return read.nilai;
  const most = AK_TERBESAR / 1000;
  throw salah(
    kolom,
    `Isi angka 0 sampai ${most} dengan koma sebagai desimal, misalnya 287,500, tetapi tertulis "${typed}"`,
    `Expected 0 to ${most} with a comma before the decimals, such as 287,500, but got "${typed}"`,
  );
};

const catatSaldo = async ({ deps, tx, data, pegawai, jenjang, rujukan }: Isian, caseId: string) => {
  const today = tanggalWib(deps.clock.now());
  const kategori = aturanKategori(rujukan, jenjang, today);
  const golonganMasuk = textOf(data, "golonganMasuk") || pegawai.golongan;
  if (!adalahGolongan(golonganMasuk))
    throw salah("golonganMasuk", `Pilih salah satu dari ${GOLONGAN.join(", ")}`, "Choose a golongan");
  if (jenjangDariGolongan(golonganMasuk, kategori)?.jenjang !== jenjang) {
    const name = namaJenjang(jenjang);
    throw salah(
      "golonganMasuk",
      `Golongan ${golonganMasuk} di luar rentang ${name}`,
      `${golonganMasuk} is not of ${name}`,
    );
  }
  const presentasi = PRESENTASI.find((each) => each === textOf(data, "presentasi")) ?? "AK_DASAR";
  const standard = rujukan.cari("ak-dasar", golonganMasuk, today)?.nilai.ak ?? NOL;
  const typed = textOf(data, "akDasar") === "" ? undefined : jumlahDari(data, "akDasar");
  if (presentasi === "PROPORSIONAL" && typed !== undefined && typed > 0)
    throw salah(
      "akDasar",
      "Kosongkan AK dasar bila target dihitung proporsional; keduanya adalah dua cara menyajikan jumlah yang sama",
      "Leave the base credit empty with a proportional target: both present the same sum",
    );
  const akDasar = presentasi === "PROPORSIONAL" ? NOL : (typed ?? standard);
  const saldo = {
    nip: pegawai.nip,
    jenjang,
    presentasi,
    golonganMasuk,
    akDasar,
    akLama: jumlahDari(data, "akLama"),
    akPenyesuaian: jumlahDari(data, "akPenyesuaian"),
    akIntegrasi: jumlahDari(data, "akIntegrasi"),
    caseId,
  };
  await sekali(deps.store(tx).addSaldo(saldo), "nip", `Saldo awal ${namaJenjang(jenjang)} pegawai ini sudah dicatat`);
  const dasar = tulisAk(akDasar).replace(".", ",");
  return {
    id: `mencatat saldo awal ${namaJenjang(jenjang)}: ${presentasi === "AK_DASAR" ? `AK dasar ${dasar}` : "target proporsional"}`,
    en: `recorded the opening balance of ${namaJenjang(jenjang)}`,
  };
};

const TINGKAT = ["S1", "S2", "S3"];

const catatIjazah = async ({ deps, tx, data, pegawai, jenjang, rujukan }: Isian, caseId: string) => {
  const today = tanggalWib(deps.clock.now());
  const tingkat = textOf(data, "tingkat");
  const counted = pegawai.pendidikanDiperhitungkan;
  if (!TINGKAT.includes(tingkat)) throw salah("tingkat", `Pilih ${TINGKAT.join(", ")}`, "Choose the degree");
  if (counted !== null && TINGKAT.indexOf(tingkat) <= TINGKAT.indexOf(counted))
    throw salah(
      "tingkat",
      `Ijazah ${counted} sudah diperhitungkan; ${tingkat} tidak lebih tinggi`,
      `${counted} is counted already`,
    );
  const golongan = pegawai.golongan;
  const akkKp = adalahGolongan(golongan) ? akkSatuKp(golongan, aturanKategori(rujukan, jenjang, today)) : null;
  if (akkKp === null)
    throw salah(
      "nip",
      `Tidak ada pangkat di atas ${golongan} dalam kategori ini`,
      `There is no rank above ${golongan}`,
    );
  const { persen } = rujukan.ambil("pendidikan", UMUM, today).nilai;
  const amount = akPendidikan({ sudahDiperhitungkan: false }, { akkKp, persen });
  const record = deps.store(tx).addIjazah({ nip: pegawai.nip, jenjang, tingkat, ak: amount, caseId });
  await sekali(record, "nip", "Tambahan angka kredit ijazah hanya sekali, dan pegawai ini sudah menerimanya");
  const shown = tulisAk(amount).replace(".", ",");
  return { id: `mencatat ijazah ${tingkat}: ${shown} angka kredit`, en: `recorded the degree ${tingkat}: ${shown}` };
};

const sekali = async (record: Promise<void>, kolom: string, sentence: string): Promise<void> => {
  try {
    await record;
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw salah(kolom, sentence, "This has been recorded for this employee already");
  }
};
