import { definePlugin, type PeopleDirectory, type PluginContext } from "../../src/plugin-api/index.js";
import { ReferenceRepository } from "../angka-kredit/plugin.js";
import { AcuanCetakRepository, KepegawaianRepository, PenomoranRepository } from "../kepegawaian/plugin.js";
import { remindWorker, SidangRepository, sidangWorkers } from "../penilaian/plugin.js";
import { siwiAccess } from "./access.js";
import { aturanSidang } from "./app/aturan-sidang.js";
import { caseTypes } from "./app/case-types.js";
import { seedDemo } from "./app/demo-data.js";
import { searchPegawai } from "./app/search-pegawai.js";
import { seedPrinting } from "./app/seed-printing.js";
import { hitungNiwn, hitungNiwnBaca } from "./app/hitung-niwn.js";
import { issueResult, publishResult } from "./app/issue-results.js";
import { reportCollective } from "./app/niwn-collective-end.js";
import { issueNiwn } from "./app/niwn-issue.js";
import { announcePeriod, closePeriod } from "./app/period-days.js";
import { printBatch } from "./app/print-batch.js";
import { penerimaPengingat } from "./app/penerima-pengingat.js";
import type { SiwiDeps } from "./app/siwi-deps.js";
import type { NiwnTerdaftar } from "./app/siwi-store.js";
import { taskHandlers } from "./app/task-handlers.js";
import { PutusanSidangEntity, SidangEntity } from "./data/sidang.entity.js";
import { SiwiRepository } from "./data/siwi.repository.js";
import { periodeTable, siwiEntities, siwiMigrations } from "./data/siwi-tables.js";
import { tulisNiwn } from "./domain/niwn.js";
import { pegawaiSearchRoute } from "./http/pegawai-search.route.js";
import { siwiWorkers } from "./workers/siwi-workers.js";

const depsOf = ({ logger: _logger, ...context }: PluginContext): SiwiDeps => ({
  ...context,
  sidang: (tx) => new SidangRepository(tx.manager, { sidang: SidangEntity, putusan: PutusanSidangEntity }),
  store: (tx) => new SiwiRepository(tx.manager),
  people: (tx) => new KepegawaianRepository(tx.manager),
  printing: (tx) => new AcuanCetakRepository(tx.manager),
  numbers: (tx) => new PenomoranRepository(tx.manager),
  credit: (tx) => new ReferenceRepository(tx.manager),
});

const shown = ({ niwn, nonaktif }: NiwnTerdaftar): string =>
  nonaktif === null ? tulisNiwn(niwn) : `${tulisNiwn(niwn)} (nonaktif sejak ${nonaktif.pada})`;

/** NIWN on the profile page; other lines come from the personnel data. */
const niwnProfile = (deps: SiwiDeps): PeopleDirectory => ({
  describeScopes: () => Promise.resolve(new Map()),
  searchScopes: () => Promise.resolve([]),
  async profile(tx, personId) {
    const pegawai = await deps.people(tx).pegawai(personId);
    const niwn = pegawai === undefined ? undefined : await deps.store(tx).niwnByNip(pegawai.nip);
    return niwn === undefined ? [] : [{ label: { id: "NIWN", en: "NIWN" }, value: shown(niwn) }];
  },
});

export { SiwiRepository } from "./data/siwi.repository.js";

/** NIWN and DUPAK Online. */
export const plugin = definePlugin({
  name: "siwi",
  version: "1.0.0",
  api: "^1.6",
  contributions: { "angka-kredit:perhitungan": [hitungNiwn, hitungNiwnBaca] },
  needs: ["angka-kredit", "kepegawaian", "penilaian"],
  entities: siwiEntities,
  migrations: siwiMigrations,
  setup(context) {
    const deps = depsOf(context);
    return {
      caseTypes: caseTypes(deps),
      taskHandlers: taskHandlers(deps),
      workers: [
        ...siwiWorkers({
          issueResult: (input) => issueResult(deps, input),
          publishResult: (caseId) => publishResult(deps, caseId),
          printBatch: (caseId, signal) => printBatch(deps, caseId, signal),
          issueNiwn: (caseId, signal) => issueNiwn(deps, caseId, signal),
          reportCollective: (caseId) => reportCollective(deps, caseId),
          announcePeriod: (caseId) => announcePeriod(deps, caseId),
          closePeriod: (caseId) => closePeriod(deps, caseId),
        }),
        ...sidangWorkers(deps, aturanSidang(deps)),
        remindWorker(deps, "remind-siwi", penerimaPengingat),
      ],
      routes: [pegawaiSearchRoute((tx, actor, query) => searchPegawai(deps, tx, actor, query))],
      access: siwiAccess,
      people: niwnProfile(deps),
      referenceTables: [periodeTable],
      seed: (tx) => seedPrinting(deps, tx),
      demo: (tx, accounts) => seedDemo(deps, tx, accounts),
    };
  },
});
