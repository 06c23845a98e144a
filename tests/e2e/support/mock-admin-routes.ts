import type {
  DefinitionList,
  Findings,
  HistoryVerification,
  IncidentList,
  ReferencePage,
  RoleList,
  UserList,
} from "../../../src/http/contract/admin.js";
import { done, type MockRoute, ok } from "./mock-answer.js";
import { someStory } from "./mock-case-routes.js";
import { someDiagram } from "./mock-diagram.js";
import { names, roles } from "./mock-people.js";
import type { MockState } from "./mock-state.js";

const users = (state: MockState): UserList => ({
  items: names.map((displayName, n) => ({
    userId: `u-${n}`,
    username: `wi${n + 1}`,
    displayName,
    mail: `wi${n + 1}@nusakencana.example`,
    active: n !== 4,
    activated: n !== 5,
    lockedUntil: n === 3 ? state.now + 600_000 : null,
    roles: n % 2 === 0 ? [roles.tpi] : [roles.sekretariat],
  })),
  total: names.length,
});

const roleList: RoleList = [
  { role: "widyaiswara", label: { id: "Widyaiswara", en: "Trainer" }, scopeType: null },
  { role: "tpi", label: { id: "Tim Penilai Instansi", en: "Agency assessor" }, scopeType: "instansi" },
];

const reference: ReferencePage = {
  columns: [
    { key: "kode", label: { id: "Kode", en: "Code" } },
    { key: "uraian", label: { id: "Uraian", en: "Wording" } },
    { key: "ak", label: { id: "Angka kredit", en: "Credit" } },
  ],
  rows: Array.from({ length: 25 }, (_, n) => ({
    kode: `I.B.${n + 1}`,
    uraian: `Menyusun bahan ajar ${n + 1}`,
    ak: "0.600",
  })),
  total: 57,
};

const definitions: DefinitionList = {
  items: [
    {
      key: "101",
      id: "dupak-online",
      name: "DUPAK Online",
      version: 2,
      versionTag: "1.1",
      resourceName: "dupak-online.bpmn",
      running: 12,
      incidents: 1,
    },
    {
      key: "102",
      id: "registrasi-niwn",
      name: "Registrasi NIWN",
      version: 1,
      versionTag: null,
      resourceName: "registrasi-niwn.bpmn",
      running: 3,
      incidents: 0,
    },
  ],
  total: 2,
};

const findings: Findings = {
  findings: [
    { severity: "error", elementId: "nilai", rule: "alur/form", message: "Tugas ini belum punya formulir." },
    {
      severity: "warning",
      elementId: "gerbang",
      rule: "label-required",
      message: "Gerbang sebaiknya bernama pertanyaan.",
    },
  ],
};

const incidents = (state: MockState): IncidentList => ({
  items: [
    {
      key: "9",
      processId: "dupak-online",
      elementId: "cetak",
      type: "JOB_NO_RETRIES",
      message: "Pencetakan HPAK gagal: peramban pencetak tidak menjawab dalam 30 detik.",
      since: state.now - 3_600_000,
      caseId: "case-1",
      caseReference: "DUPAK-2026-0001",
    },
  ],
  total: 1,
});

const verification: HistoryVerification = { entries: 1284, head: "9f2c41aa".repeat(8), broken: null };

/** Administration, history, operations and studio. */
export const adminRoutes: readonly MockRoute[] = [
  ["GET", /^\/users$/, (state) => ok(users(state))],
  ["POST", /^\/users$/, () => ok({ userId: "u-9", activationCode: "KX7P-29QM-4T", notes: [] }, 201)],
  ["PATCH", /^\/users\/([\w-]+)$/, () => done()],
  ["POST", /^\/users\/([\w-]+)\/activation$/, () => ok({ userId: "u-1", activationCode: "ZZ3A-81LM-7Q", notes: [] })],
  ["POST", /^\/users\/([\w-]+)\/roles$/, () => done()],
  ["DELETE", /^\/users\/([\w-]+)\/roles\/([\w-]+)$/, () => done()],
  ["GET", /^\/roles$/, () => ok(roleList)],
  [
    "GET",
    /^\/scopes\/instansi$/,
    () =>
      ok([
        { id: "nk", name: "Provinsi Nusa Kencana" },
        { id: "tm", name: "Kota Tirta Mulya" },
      ]),
  ],
  ["GET", /^\/history$/, (state) => ok(someStory(state))],
  ["GET", /^\/history\/verification$/, () => ok(verification)],
  [
    "GET",
    /^\/reference$/,
    () =>
      ok([
        { id: "butir", title: { id: "Butir kegiatan", en: "Activities" } },
        { id: "libur", title: { id: "Hari libur", en: "Holidays" } },
      ]),
  ],
  ["GET", /^\/reference\/([\w-]+)$/, () => ok(reference)],
  ["GET", /^\/operations\/incidents$/, (state) => ok(incidents(state))],
  ["POST", /^\/operations\/incidents\/(\d+)\/retry$/, () => done()],
  ["GET", /^\/operations\/outbox$/, (state) => ok({ items: state.stuck, total: state.stuck.length })],
  [
    "POST",
    /^\/operations\/outbox\/([\w-]+)\/retry$/,
    (state, { params: [id] }) => {
      state.stuck = state.stuck.filter((message) => message.id !== id);
      return done();
    },
  ],
  ["GET", /^\/studio\/definitions$/, () => ok(definitions)],
  [
    "GET",
    /^\/studio\/definitions\/([\w-]+)\/versions$/,
    () =>
      ok({
        items: [
          definitions.items[0],
          { ...definitions.items[0], key: "100", version: 1, running: 4, incidents: 0, versionTag: "1.0" },
        ],
        total: 2,
      }),
  ],
  ["GET", /^\/studio\/definitions\/(\d+)\/xml$/, () => ({ status: 200, body: someDiagram })],
  ["POST", /^\/studio\/check$/, () => ok(findings)],
  ["POST", /^\/studio\/deployments$/, () => ok({ key: "103", id: "dupak-online", version: 3, findings: [] }, 201)],
];
