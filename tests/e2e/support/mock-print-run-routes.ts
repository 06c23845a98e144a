import type { PrintRunItemList, PrintRunList, PrintRunView } from "../../../src/http/contract/print-runs.js";
import { type MockRoute, ok } from "./mock-answer.js";
import { names } from "./mock-people.js";

const running: PrintRunView = {
  id: "run-1",
  title: "PAK periode Juni 2026 — Badan Kepegawaian dan Pengembangan Sumber Daya Manusia",
  status: "RUNNING",
  reason: null,
  total: 1_000,
  printed: 412,
  failed: 2,
  startedAt: 1_772_000_000_000,
  startedByName: "Ratna Pelita",
  isMine: true,
  mayAct: true,
  finishedAt: null,
  perSecond: 24.5,
};
const stopped: PrintRunView = {
  ...running,
  id: "run-2",
  title: "PAK periode Desember 2025",
  status: "STOPPED",
  perSecond: null,
  startedByName: "Bagus Wicaksana",
  isMine: false,
  reason: { id: "Peramban pencetak dokumen tidak ditemukan.", en: "No browser to print documents was found." },
};
const runs: PrintRunList = { items: [running, stopped], total: 2 };

const items: PrintRunItemList = {
  items: names.slice(0, 4).map((label, index) => ({
    position: index + 1,
    label,
    status: index < 2 ? "FAILED" : "PRINTED",
    reason: index < 2 ? { id: "Golongan ruang belum diisi pada data pegawai", en: "The rank is missing" } : null,
    documentId: index < 2 ? null : "doc-1",
  })),
  total: 4,
};

/** Print runs: one that goes on and one that stopped by itself. */
export const printRunRoutes: readonly MockRoute[] = [
  ["GET", /^\/print-runs$/, () => ok(runs)],
  ["GET", /^\/print-runs\/([\w-]+)$/, (_state, { params }) => ok(params[0] === "run-2" ? stopped : running)],
  ["GET", /^\/print-runs\/[\w-]+\/items$/, () => ok(items)],
  ["POST", /^\/print-runs\/[\w-]+\/(stop|resume|retry)$/, () => ok(stopped)],
];
