import type { UnitOfWork } from "../../../../src/plugin-api/index.js";
import { NOL } from "../../domain/ak.js";
import { aturanKategori } from "../../domain/aturan-kategori.js";
import type { AturanKategori } from "../../domain/aturan-jenjang.js";
import { adalahGolongan, type Golongan } from "../../domain/golongan.js";
import { JENJANG, type Jenjang } from "../../domain/jenjang.js";
import { type CapaianPak, kelayakanPak, type UntukPak } from "../../domain/kelayakan-pak.js";
import { aturanJenjang } from "../../domain/kebutuhan.js";
import { type RekeningKonversi, rekeningKonversi } from "../../domain/rekening-konversi.js";
import { Rujukan } from "../../domain/rujukan.js";
import type { SaldoAwal } from "../../domain/saldo-awal.js";
import { tarifKonversi } from "../../domain/tarif-konversi.js";
import type { KonversiDeps } from "./konversi-deps.js";
import type { IjazahTercatat, KonversiTetap, PakKonversi, SaldoTercatat } from "./konversi-store.js";
import { perNip } from "./per-nip.js";

/** The running account of a person, and what is due from it. */
export interface RekeningPegawai {
  readonly nip: string;
  readonly pegawaiId: string;
  readonly jenjang: Jenjang;
  readonly golongan: Golongan;
  readonly kategori: AturanKategori;
  readonly rekening: RekeningKonversi;
  /** Not yet counted in a PAK. */
  readonly baru: readonly KonversiTetap[];
  /** The last PAK in force of this level. */
  readonly sebelum: PakKonversi | undefined;
  readonly capaian: CapaianPak;
  /** Null: no PAK is due. */
  readonly untuk: UntukPak | null;
}

/** Accounts of people; `saldo` names those whose level was entered above its lowest golongan without an opening balance. */
export interface Rekening {
  readonly akun: ReadonlyMap<string, RekeningPegawai>;
  readonly tanpaSaldo: ReadonlySet<string>;
}

/**
 * Reads the accounts of people as on a day (ISO date). Without a recorded opening balance only the lowest golongan of a level
 * can be reckoned: its AK dasar is nothing. Source: domain note 2.3.3, 2.3.4.
 */
export const rekeningOrang = async (
  deps: KonversiDeps,
  tx: UnitOfWork,
  nips: readonly string[],
  tanggal: string,
): Promise<Rekening> => {
  const store = deps.store(tx);
  const akun = new Map<string, RekeningPegawai>();
  const tanpaSaldo = new Set<string>();
  if (nips.length === 0) return { akun, tanpaSaldo };
  const rujukan = new Rujukan(await deps.acuan(tx));
  const tarif = tarifKonversi(rujukan);
  const konversi = perNip(await store.konversiBerlaku(nips));
  const pak = perNip(await store.pakBerlaku(nips));
  const saldo = await store.saldo(nips);
  const ijazah = new Map((await store.ijazah(nips)).map((each) => [each.nip, each]));
  for (const pegawai of await deps.people(tx).pegawaiByNips(nips)) {
    const { nip, golongan } = pegawai;
    const all = konversi.get(nip) ?? [];
    const jenjang = JENJANG.find((each) => each === pegawai.jenjang) ?? all.at(-1)?.jenjang;
    if (jenjang === undefined || !adalahGolongan(golongan)) continue;
    const kategori = aturanKategori(rujukan, jenjang, tanggal);
    const opening = saldoDari(saldo, nip, jenjang, golongan, kategori);
    if (opening === undefined) {
      tanpaSaldo.add(nip);
      continue;
    }
    const akPendidikan = pendidikanDi(ijazah.get(nip), jenjang);
    const rekening = rekeningKonversi(
      { jenjang, golongan },
      { periode: all, saldo: opening, akPendidikan },
      tarif,
      kategori,
    );
    const issued = (pak.get(nip) ?? []).filter((each) => each.jenjang === jenjang);
    const capaian = capaianDari(rekening, issued, golongan);
    const baru = all.filter((each) => each.jenjang === jenjang && each.pakId === null);
    const untuk = baru.length === 0 ? null : kelayakanPak(capaian);
    const sebelum = issued.at(-1);
    akun.set(nip, { nip, pegawaiId: pegawai.id, jenjang, golongan, kategori, rekening, baru, sebelum, capaian, untuk });
  }
  return { akun, tanpaSaldo };
};

const saldoDari = (
  recorded: readonly SaldoTercatat[],
  nip: string,
  jenjang: Jenjang,
  golongan: Golongan,
  kategori: AturanKategori,
): SaldoAwal | undefined => {
  const found = recorded.find((each) => each.nip === nip && each.jenjang === jenjang);
  if (found !== undefined) return found;
  if (golongan !== aturanJenjang(jenjang, kategori).golonganTerendah) return undefined;
  return {
    presentasi: "AK_DASAR",
    golonganMasuk: golongan,
    akDasar: NOL,
    akLama: NOL,
    akPenyesuaian: NOL,
    akIntegrasi: NOL,
  };
};

/** The degree counts in the level in which it was taken in. */
const pendidikanDi = (ijazah: IjazahTercatat | undefined, jenjang: Jenjang) =>
  ijazah?.jenjang === jenjang ? ijazah.ak : NOL;

const capaianDari = (
  { pangkat, jenjang }: RekeningKonversi,
  issued: readonly PakKonversi[],
  golongan: Golongan,
): CapaianPak => ({
  pangkatTerpenuhi: pangkat.terpenuhi,
  jenjangTerpenuhi: jenjang.terpenuhi,
  pangkatSudah: issued.some((each) => each.golongan === golongan && each.untuk !== "JENJANG"),
  jenjangSudah: issued.some((each) => each.untuk !== "PANGKAT"),
});
