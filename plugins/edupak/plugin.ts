import { definePlugin, type PluginContext } from "../../src/plugin-api/index.js";
import { ReferenceRepository } from "../angka-kredit/plugin.js";
import {
  AcuanCetakRepository,
  catatPak,
  keadaanSapk,
  KepegawaianRepository,
  PenomoranRepository,
} from "../kepegawaian/plugin.js";
import { remindWorker, SidangRepository, sidangWorkers } from "../penilaian/plugin.js";
import { edupakAccess } from "./access.js";
import { aturanSidang } from "./app/aturan-sidang.js";
import { caseTypes } from "./app/case-types.js";
import { seedDemo } from "./app/demo-data.js";
import type { EdupakDeps } from "./app/edupak-deps.js";
import { issuePak } from "./app/issue-pak.js";
import { makeRekap } from "./app/make-rekap.js";
import { offers } from "./app/offers.js";
import { printAgenda } from "./app/print-agenda.js";
import { printInventarisasi } from "./app/print-inventarisasi.js";
import { printResume } from "./app/print-resume.js";
import { printSpmk } from "./app/print-spmk.js";
import { printUsul } from "./app/print-usul.js";
import { penerimaPengingat } from "./app/penerima-pengingat.js";
import { seedPrinting } from "./app/seed-printing.js";
import { taskHandlers } from "./app/task-handlers.js";
import { PutusanSidangEntity, SidangEntity } from "./data/sidang.entity.js";
import { ACUAN_PROSES } from "./domain/acuan-proses.js";
import { EdupakRepository } from "./data/edupak.repository.js";
import { edupakEntities, edupakMigrations } from "./data/edupak-tables.js";
import { offerRoutes } from "./http/offer.routes.js";
import { edupakWorkers } from "./workers/edupak-workers.js";

const depsOf = ({ logger: _logger, ...context }: PluginContext): EdupakDeps => ({
  ...context,
  sidang: (tx) => new SidangRepository(tx.manager, { sidang: SidangEntity, putusan: PutusanSidangEntity }),
  store: (tx) => new EdupakRepository(tx.manager),
  people: (tx) => new KepegawaianRepository(tx.manager),
  printing: (tx) => new AcuanCetakRepository(tx.manager),
  numbers: (tx) => new PenomoranRepository(tx.manager),
  credit: (tx) => new ReferenceRepository(tx.manager),
  catatPak,
  keadaanSapk,
});

export { demoPegawai } from "./app/demo-people.js";
export { EdupakRepository } from "./data/edupak.repository.js";

/** e-DUPAK: monthly activities, proposals and credit of functional personnel officers (JFK). */
export const plugin = definePlugin({
  name: "edupak",
  version: "1.0.0",
  api: "^1.6",
  needs: ["angka-kredit", "kepegawaian", "penilaian"],
  contributions: { "angka-kredit:acuan": [ACUAN_PROSES] },
  entities: edupakEntities,
  migrations: edupakMigrations,
  setup(context) {
    const deps = depsOf(context);
    return {
      caseTypes: caseTypes(deps),
      taskHandlers: taskHandlers(deps),
      workers: [
        ...edupakWorkers({
          printInventarisasi: (caseId, signal) => printInventarisasi(deps, caseId, signal),
          printSpmk: (caseId, signal) => printSpmk(deps, caseId, signal),
          printUsul: (caseId, signal) => printUsul(deps, caseId, signal),
          printAgenda: (caseId, signal) => printAgenda(deps, caseId, signal),
          printResume: (caseId, signal) => printResume(deps, caseId, signal),
          issuePak: (caseId, signal) => issuePak(deps, caseId, signal),
          makeRekap: (caseId) => makeRekap(deps, caseId),
        }),
        ...sidangWorkers(deps, aturanSidang(deps)),
        remindWorker(deps, "remind-edupak", penerimaPengingat(deps)),
      ],
      routes: offerRoutes((name, tx, actor) => offers[name](deps, tx, actor)),
      access: edupakAccess,
      seed: (tx) => seedPrinting(deps, tx),
      demo: (tx, accounts) => seedDemo(deps, tx, new KepegawaianRepository(tx.manager), accounts),
    };
  },
});
