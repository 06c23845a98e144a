import type { z } from "zod";
import type {
  CaseDiagram,
  CaseDocument,
  CaseDocumentList,
  CaseItem,
  CasePage,
  SheetRow,
  Story,
  Verification,
} from "../../../src/http/contract/cases.js";
import { type MockAnswer, type MockRequest, type MockRoute, ok, refuse } from "./mock-answer.js";
import { someDiagram } from "./mock-diagram.js";
import { nip } from "./mock-people.js";
import { sheetPage } from "./mock-sheet.js";
import type { MockState } from "./mock-state.js";

type StoryEntry = Story["items"][number];

const DAY = 86_400_000;

const caseItem = (state: MockState, n: number): CaseItem => {
  const of = state.tasks[n % state.tasks.length]?.case;
  if (!of) throw new Error(`Expected task ${n} to have a case file, but it has none`);
  return {
    ...of,
    app: "contoh",
    type: "dupak",
    typeTitle: { id: "DUPAK", en: "DUPAK" },
    openedAt: state.now - 20 * DAY,
    updatedAt: state.now - n * DAY,
    closedAt: null,
  };
};

const page = (state: MockState): z.infer<typeof CasePage> => ({
  case: caseItem(state, 0),
  facts: [
    { label: { id: "NIP", en: "Employee number" }, value: nip(0) },
    { label: { id: "Jabatan", en: "Position" }, value: "Widyaiswara Ahli Madya" },
    { label: { id: "Golongan", en: "Grade" }, value: "IV/a, Pembina" },
    { label: { id: "Masa penilaian", en: "Assessment period" }, value: "Januari–Juni 2026" },
    { label: { id: "Jumlah nilai TPI", en: "TPI total" }, value: "39,900" },
  ],
  sheets: [{ id: "butir", title: { id: "Butir kegiatan", en: "Activities" } }],
  documents: [
    {
      id: "doc-1",
      title: "Hasil Penilaian Angka Kredit",
      number: "800/012/HPAK/2026",
      template: "siwi/hpak",
      issuedAt: state.now - DAY,
      sha256: "9f2c".repeat(16),
    },
    {
      id: "doc-2",
      title: "Tabulasi",
      number: null,
      template: "siwi/tabulasi",
      issuedAt: state.now - DAY,
      sha256: "77ab".repeat(16),
    },
  ],
  documentsTotal: 2,
  files: [
    {
      id: "file-pdf",
      name: "sk-jabatan.pdf",
      contentType: "application/pdf",
      sizeBytes: 241_002,
      place: "document:sk-jabatan",
      uploadedAt: state.now - 15 * DAY,
    },
    {
      id: "file-png",
      name: "foto-kegiatan.png",
      contentType: "image/png",
      sizeBytes: 84_002,
      place: "row:row-2",
      uploadedAt: state.now - 15 * DAY,
    },
  ],
  filesTotal: 2,
  openTasks: [
    {
      key: state.tasks[0]?.key ?? "",
      name: "Penilaian butir kegiatan",
      since: state.now - 2 * DAY,
      dueAt: state.now + 3 * DAY,
      who: "Dr. Ratna Pelita, M.AP.",
      mine: true,
    },
  ],
  incidents: [
    {
      key: "9",
      elementId: "cetak",
      message: "Pencetakan HPAK gagal: peramban pencetak tidak menjawab dalam 30 detik.",
      since: state.now - 3_600_000,
      mayRetry: true,
    },
  ],
  hasDiagram: true,
  engineAnswers: state.engineAnswers,
});

/** What a bulk conversion leaves on one case file. */
const manyDocuments = (state: MockState): readonly CaseDocument[] =>
  Array.from({ length: 10_000 }, (_, n) => ({
    id: `doc-${n + 1}`,
    title: `Konversi Predikat Kinerja Pegawai ${n + 1}`,
    number: `KPK/${n + 1}/2026`,
    template: "angka-kredit/konversi",
    issuedAt: state.now - DAY,
    sha256: "9f2c".repeat(16),
  }));

const bulkPage = (state: MockState): z.infer<typeof CasePage> => ({
  ...page(state),
  case: { ...caseItem(state, 0), id: "case-massal" },
  documents: manyDocuments(state).slice(0, 25),
  documentsTotal: 10_000,
});

const documentPage = (state: MockState, query: URLSearchParams): CaseDocumentList => {
  const offset = Number(query.get("offset") ?? 0);
  const search = (query.get("search") ?? "").toLowerCase();
  const found = manyDocuments(state).filter(({ title }) => title.toLowerCase().includes(search));
  return { items: found.slice(offset, offset + Number(query.get("limit") ?? 25)), total: found.length };
};

const entry = (state: MockState, seq: number, sentence: string, more: Partial<StoryEntry> = {}): StoryEntry => ({
  seq,
  at: state.now - (6 - seq) * DAY * 1.3,
  actor: "Surya Mandala, S.Sos.",
  role: null,
  sentence: { id: sentence, en: sentence },
  reason: null,
  changes: [],
  elementId: null,
  caseId: "case-1",
  versions: { formulir: "kirim@3", proses: "dupak-online@2" },
  hash: `${seq}a4f`.repeat(16),
  ...more,
});

export const someStory = (state: MockState): Story => {
  const assessor = {
    actor: "Dr. Ratna Pelita, M.AP.",
    role: { id: "Tim Penilai Instansi", en: "Agency assessor" },
    elementId: "nilai",
  };
  const items = [
    entry(state, 5, "menilai butir II.A.3", {
      ...assessor,
      reason: "Surat perintah tidak mencantumkan tanggal pelaksanaan.",
      changes: [
        { field: "rows.2.nilaiTpi", label: "Nilai TPI", from: "3,250", to: "2,000" },
        { field: "rows.2.alasan", label: "Alasan", from: null, to: "Tanpa surat perintah" },
      ],
    }),
    entry(state, 4, "meneruskan DUPAK ke TPI", {
      actor: "Laras Permata, M.M.",
      role: { id: "Sekretariat TPI", en: "TPI secretariat" },
      elementId: "periksa",
    }),
    entry(state, 3, "mengirim DUPAK kembali setelah perbaikan"),
    entry(state, 2, "mengembalikan DUPAK (Prasarat Tidak Sesuai)", {
      actor: "Laras Permata, M.M.",
      role: { id: "Sekretariat TPI", en: "TPI secretariat" },
      reason: "SK pangkat terakhir tidak terbaca.",
    }),
    entry(state, 1, "mengirim DUPAK dengan 18 butir"),
  ];
  return { items, total: items.length };
};

const diagram = (state: MockState): CaseDiagram => ({
  xml: someDiagram,
  processName: "DUPAK Online",
  version: 2,
  elements: [
    {
      elementId: "mulai",
      state: "COMPLETED",
      startedAt: state.now - 9 * DAY,
      endedAt: state.now - 9 * DAY,
      incident: false,
    },
    {
      elementId: "periksa",
      state: "COMPLETED",
      startedAt: state.now - 9 * DAY,
      endedAt: state.now - 7 * DAY,
      incident: false,
    },
    {
      elementId: "gerbang",
      state: "COMPLETED",
      startedAt: state.now - 7 * DAY,
      endedAt: state.now - 7 * DAY,
      incident: false,
    },
    { elementId: "nilai", state: "ACTIVE", startedAt: state.now - 2.2 * DAY, endedAt: null, incident: false },
  ],
  flows: ["f1", "f2", "f3"],
});

function updateRow(state: MockState, { params, body }: MockRequest): MockAnswer {
  const { values, revision } = body as { values: SheetRow["values"]; revision: number };
  const row = state.rows.find((candidate) => candidate.id === params[1]);
  if (row === undefined) return refuse(404, "NOT_FOUND", "Tidak ditemukan", "Butir ini sudah dihapus.");
  if (row.revision !== revision) return refuse(409, "CONFLICT", "Data sudah berubah. Muat ulang, lalu ulangi");
  if (Number(values["nilaiTpi"] ?? 0) > 10)
    return refuse(400, "BAD_INPUT", "Isian tidak sah", "", [
      { path: "values.nilaiTpi", message: "Nilai TPI paling tinggi 10,000, tetapi diisi lebih." },
    ]);
  const saved = { ...row, values: { ...row.values, ...values }, revision: row.revision + 1 };
  state.rows = state.rows.map((candidate) => (candidate.id === row.id ? saved : candidate));
  return ok(saved);
}

function addRow(state: MockState, body: unknown): MockAnswer {
  const { values } = body as { values: SheetRow["values"] };
  if ((values["kode"] ?? "") === "")
    return refuse(400, "BAD_INPUT", "Isian tidak sah", "", [
      { path: "values.kode", message: "Butir kegiatan wajib dipilih." },
    ]);
  const row: SheetRow = {
    id: `row-${state.rows.length}`,
    revision: 1,
    group: "Penunjang",
    values,
    files: [],
    notes: [],
  };
  state.rows = [...state.rows, row];
  return ok(row, 201);
}

function attach(state: MockState, rowId: string | undefined, fileId: string, add: boolean): MockAnswer {
  state.rows = state.rows.map((row) => {
    if (row.id !== rowId) return row;
    const files = row.files.filter((file) => file.id !== fileId);
    return {
      ...row,
      files: add
        ? [...files, { id: fileId, name: "bukti-baru.pdf", contentType: "application/pdf", sizeBytes: 2048 }]
        : files,
    };
  });
  return ok(state.rows.find((row) => row.id === rowId));
}

const pixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const verified: Verification = {
  found: true,
  title: "Hasil Penilaian Angka Kredit",
  number: "800/012/HPAK/2026",
  issuedAt: 1_772_000_000_000,
  sha256: "9f2c".repeat(16),
  correctedBy: null,
  corrects: null,
};

/** All or none, as the real server does. */
const addRows = (state: MockState, body: unknown): MockAnswer => {
  const { rows } = body as { rows: SheetRow["values"][] };
  const errors = rows.flatMap(({ volume }, index) =>
    Number(volume) > 100 ? [{ path: `rows[${index}].volume`, message: "Volume paling banyak 100." }] : [],
  );
  if (errors.length > 0) return refuse(422, "BAD_INPUT", "Isian belum sah", "", errors);
  state.rows = [
    ...state.rows,
    ...rows.map((values, index) => ({
      id: `banyak-${state.rows.length + index}`,
      revision: 1,
      group: "Penunjang",
      values,
      files: [],
      notes: [],
    })),
  ];
  return ok({ added: rows.length }, 201);
};

/** Case files, sheets, files and the public check of documents. */
export const caseRoutes: readonly MockRoute[] = [
  [
    "GET",
    /^\/cases$/,
    (state, { query }) => {
      const search = (query.get("search") ?? "").toLowerCase();
      const items = Array.from({ length: 30 }, (_, n) => caseItem(state, n)).filter((item) =>
        JSON.stringify(item).toLowerCase().includes(search),
      );
      const offset = Number(query.get("offset") ?? 0);
      return ok({ items: items.slice(offset, offset + 25), total: items.length });
    },
  ],
  ["GET", /^\/cases\/case-massal$/, (state) => ok(bulkPage(state))],
  ["GET", /^\/cases\/case-massal\/documents$/, (state, { query }) => ok(documentPage(state, query))],
  ["GET", /^\/cases\/(case-\d+)$/, (state) => ok(page(state))],
  ["GET", /^\/cases\/case-\d+\/story$/, (state) => ok(someStory(state))],
  ["GET", /^\/cases\/case-\d+\/diagram$/, (state) => ok(diagram(state))],
  [
    "GET",
    /^\/cases\/(case-\d+)\/sheets\/butir$/,
    (state, { query }) =>
      ok(
        sheetPage(
          state.rows,
          Number(query.get("offset") ?? 0),
          Number(query.get("limit") ?? 25),
          query.get("search") ?? "",
        ),
      ),
  ],
  [
    "GET",
    /^\/cases\/(case-\d+)\/sheets\/butir\/search$/,
    (_state, { query }) =>
      ok(
        ["Menyusun bahan ajar", "Menyusun bahan tayang", "Melaksanakan tatap muka"]
          .map((text, n) => ({ value: `I.A.${n + 1}`, label: `I.A.${n + 1} ${text}`, hint: "0,600 per kegiatan" }))
          .filter((hit) => hit.label.toLowerCase().includes((query.get("text") ?? "").toLowerCase())),
      ),
  ],
  ["POST", /^\/cases\/(case-\d+)\/sheets\/butir\/rows$/, (state, { body }) => addRow(state, body)],
  ["POST", /^\/cases\/(case-\d+)\/sheets\/butir\/rows\/batch$/, (state, { body }) => addRows(state, body)],
  [
    "POST",
    /^\/cases\/(case-\d+)\/sheets\/butir\/actions\/samakan$/,
    (state) => {
      state.rows = state.rows.map((row) => ({
        ...row,
        values: { ...row.values, nilaiTpi: row.values["nilaiTpi"] ?? row.values["usul"] ?? null },
      }));
      return { status: 204 };
    },
  ],
  ["PUT", /^\/cases\/(case-\d+)\/sheets\/butir\/rows\/([\w-]+)$/, updateRow],
  [
    "DELETE",
    /^\/cases\/(case-\d+)\/sheets\/butir\/rows\/([\w-]+)$/,
    (state, { params }) => {
      state.rows = state.rows.filter((row) => row.id !== params[1]);
      return { status: 204 };
    },
  ],
  [
    "POST",
    /^\/cases\/(case-\d+)\/sheets\/butir\/rows\/([\w-]+)\/files$/,
    (state, { params, body }) => attach(state, params[1], (body as { fileId: string }).fileId, true),
  ],
  [
    "DELETE",
    /^\/cases\/(case-\d+)\/sheets\/butir\/rows\/([\w-]+)\/files\/([\w-]+)$/,
    (state, { params }) => attach(state, params[1], params[2] ?? "", false),
  ],
  [
    "POST",
    /^\/files$/,
    () =>
      ok(
        {
          id: "file-new",
          name: "bukti-baru.pdf",
          contentType: "application/pdf",
          sizeBytes: 2048,
          sha256: "00".repeat(32),
          entries: null,
        },
        201,
      ),
  ],
  ["GET", /^\/files\/([\w-]+)$/, () => ({ status: 200, body: pixel })],
  [
    "GET",
    /^\/verification\/([\w-]+)$/,
    (_state, { params }) =>
      ok(
        params[0] === "doc-1"
          ? verified
          : {
              found: false,
              title: null,
              number: null,
              issuedAt: null,
              sha256: null,
              correctedBy: null,
              corrects: null,
            },
      ),
  ],
];
