import {
  type KinerjaTerbaca,
  type NilaiKinerja,
  type Pegawai,
  type PembacaKinerja,
  SiasnGalat,
} from "../../../kepegawaian/plugin.js";
import { namaPredikat } from "../../domain/predikat.js";
import { berkasOfCase } from "./berkas-of-case.js";
import type { KonversiDeps } from "./konversi-deps.js";
import type { BarisTarikan } from "./konversi-store.js";

/** People of one transaction, and of one job: small enough that a crash repeats little. */
const PER_TRANSACTION = 40;
const PER_JOB = 400;

/**
 * Asks SIASN for the grades of the next people of a case file. What was written stays after a crash; the job that comes again
 * goes on with those still waiting. Somebody whose grades cannot be had becomes a row with the reason.
 * @throws {SiasnGalat} when the service is away or refuses the credentials: nobody is marked then.
 */
export const tarikPredikat = async (
  deps: KonversiDeps,
  caseId: string,
  signal: AbortSignal,
): Promise<{ readonly sisa: number }> => {
  const pembaca = requirePembaca(deps);
  const { tahunSiasn } = await deps.db.read((tx) => berkasOfCase(deps, tx, caseId));
  if (tahunSiasn === null) throw new Error(`Expected a year to pull for case file '${caseId}', but it has none`);
  for (let done = 0; done < PER_JOB; done += PER_TRANSACTION) {
    const nips = await deps.db.read((tx) => deps.store(tx).tarikanMenunggu(caseId, PER_TRANSACTION));
    if (nips.length === 0) break;
    const people = await pembaca.baca(nips, signal);
    await deps.db.transaction(async (tx) => {
      const known = new Map((await deps.people(tx).pegawaiByNips(nips)).map((each) => [each.nip, each]));
      for (const person of people)
        await deps.store(tx).setTarikan(caseId, person.nip, barisOf(person, known.get(person.nip), tahunSiasn));
    });
    signal.throwIfAborted();
  }
  return { sisa: await deps.db.read((tx) => deps.store(tx).sisaTarikan(caseId)) };
};

const requirePembaca = ({ kinerja }: KonversiDeps): PembacaKinerja => {
  if (kinerja !== null) return kinerja;
  throw new SiasnGalat(
    "DITOLAK_MASUK",
    "Sambungan SAPK/SIASN tidak lagi dikonfigurasi. Administrator perlu mengisi variabel ALUR_SIASN_… lalu mengulang pekerjaan ini.",
  );
};

type Dibaca = Awaited<ReturnType<PembacaKinerja["baca"]>>[number];

const barisOf = (person: Dibaca, pegawai: Pegawai | undefined, tahun: number): readonly BarisTarikan[] => {
  const head = { nip: person.nip, nama: pegawai?.nama ?? "", tahun: String(tahun), jenjang: "" };
  if ("galat" in person) return [tanpaPredikat(head, person.galat.message, person.galat.message)];
  const nilai = nilaiTahun(person, tahun);
  if (nilai.length === 0) {
    const id = `predikat kinerja tahun ${tahun} dalam SIASN; belum ada`;
    return [tanpaPredikat(head, id, `a grade of ${tahun} in SIASN; there is none`)];
  }
  return nilai.map(({ bulanMulai, bulanSelesai, kuadran }) => ({
    isi: {
      ...head,
      bulanMulai: String(bulanMulai),
      bulanSelesai: String(bulanSelesai),
      predikat: namaPredikat(kuadran),
    },
    masalah: [],
  }));
};

/** The grade of the whole year sums up its periods and stands for them; without it the periods count. Source: domain note 2.3.2. */
const nilaiTahun = ({ nilai }: KinerjaTerbaca, tahun: number): readonly NilaiKinerja[] => {
  const ofYear = nilai.filter((each) => each.tahun === tahun);
  const whole = ofYear.filter(({ jenis }) => jenis === "TAHUNAN");
  const chosen = whole.length > 0 ? whole : ofYear;
  return chosen.toSorted((a, b) => a.bulanMulai - b.bulanMulai || a.bulanSelesai - b.bulanSelesai);
};

/** The one fault of a row that has no grade is why it has none. */
const tanpaPredikat = (
  head: Pick<BarisTarikan["isi"], "nip" | "nama" | "tahun" | "jenjang">,
  id: string,
  en: string,
): BarisTarikan => ({
  isi: { ...head, bulanMulai: "1", bulanSelesai: "12", predikat: "" },
  masalah: [{ judul: "Predikat", kolom: "predikat", nilai: "", harap: { id, en } }],
});
