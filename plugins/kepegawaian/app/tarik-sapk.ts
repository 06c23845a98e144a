import { bacaPerNip } from "./baca-per-nip.js";
import { terapkanSapk, type Terbaca } from "./terapkan-sapk.js";
import type { Sambungan, SapkDeps } from "./sapk-deps.js";
import type { SapkRun } from "./sapk-store.js";
import { SiasnGalat } from "./siasn-galat.js";

/** People of one transaction, and of one job: small enough that a crash repeats little and progress is seen. */
const PER_TRANSACTION = 40;
const PER_JOB = 400;

/** Where a synchronisation stands after a job; the diagram decides by it. */
export interface SisaTarik {
  /** People not asked yet. */
  readonly sisa: number;
  /** Failures that may pass. */
  readonly ulang: number;
  readonly putaran: number;
}

/**
 * Asks SAPK for the next people of a synchronisation. What was written stays after a crash; the job that comes again goes on
 * with those still waiting. @throws {SiasnGalat} when the service is away or refuses the credentials: nobody is marked then.
 */
export const tarikSapk = async (deps: SapkDeps, caseId: string, signal: AbortSignal): Promise<SisaTarik> => {
  const sambungan = requireSambungan(deps);
  const run = await runOf(deps, caseId);
  for (let done = 0; done < PER_JOB; done += PER_TRANSACTION) {
    const nips = await deps.db.read((tx) => deps.store(tx).menunggu(caseId, PER_TRANSACTION));
    if (nips.length === 0) break;
    const people = await bacaPerNip(sambungan.parallel, nips, (nip) => baca(sambungan.sumber, nip, signal));
    await deps.db.transaction((tx) => terapkanSapk(deps, tx, run, people));
    signal.throwIfAborted();
  }
  return sisaOf(deps, run);
};

/** Queues again those whose failure may pass. */
export const antreUlang = async (deps: SapkDeps, caseId: string): Promise<SisaTarik> => {
  const run = await runOf(deps, caseId);
  await deps.db.transaction(async (tx) => {
    await deps.store(tx).antreUlang(caseId);
    await deps.store(tx).setPutaran(caseId, run.putaran + 1);
  });
  return sisaOf(deps, { ...run, putaran: run.putaran + 1 });
};

const requireSambungan = ({ sambungan }: SapkDeps): Sambungan => {
  if (sambungan !== null) return sambungan;
  throw new SiasnGalat(
    "DITOLAK_MASUK",
    "Sambungan SAPK/SIASN tidak lagi dikonfigurasi. Administrator perlu mengisi variabel ALUR_SIASN_… lalu mengulang pekerjaan ini.",
  );
};

const runOf = async (deps: SapkDeps, caseId: string): Promise<SapkRun> => {
  const run = await deps.db.read((tx) => deps.store(tx).run(caseId));
  if (run === undefined) throw new Error(`Expected a synchronisation '${caseId}', but no such run was found`);
  return run;
};

const sisaOf = async (deps: SapkDeps, { id, putaran }: SapkRun): Promise<SisaTarik> => {
  const { MENUNGGU: sisa, gagalSementara: ulang } = await deps.db.read((tx) => deps.store(tx).hitung(id));
  return { sisa, ulang, putaran };
};

const baca = async (sumber: Sambungan["sumber"], nip: string, signal: AbortSignal): Promise<Terbaca> => {
  const { isi, sumberPada } = await sumber.dataUtama(nip, signal);
  // Only positions with levels earn credit.
  const kredit = isi.jenjang === null ? null : await sumber.riwayatKredit(nip, signal);
  return { nip, data: isi, kredit, sumberPada };
};
