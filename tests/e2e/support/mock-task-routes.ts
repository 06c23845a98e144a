import type { StartForm, StartOffer, TaskItem, TaskList } from "../../../src/http/contract/tasks.js";
import { type MockAnswer, type MockRequest, type MockRoute, done, ok, refuse } from "./mock-answer.js";
import { nip } from "./mock-people.js";
import type { MockState } from "./mock-state.js";
import { taskPage } from "./mock-tasks.js";

const open = (state: MockState): TaskItem[] => state.tasks.filter((task) => !state.done.includes(task.key));

function list(state: MockState, query: URLSearchParams): TaskList {
  const view = query.get("view") ?? "mine";
  const search = (query.get("search") ?? "").toLowerCase();
  const process = query.get("process");
  const mine = open(state).filter((task) => task.assignee?.me === true);
  const group = open(state).filter((task) => task.assignee === null);
  const of =
    { mine, group, all: open(state), done: state.tasks.filter((task) => state.done.includes(task.key)) }[view] ?? [];
  const found = of
    .filter(
      (task) => JSON.stringify(task).toLowerCase().includes(search) && (process === null || task.processId === process),
    )
    .toSorted((a, b) =>
      query.get("sort") === "name" ? a.name.localeCompare(b.name) : (a.dueAt ?? 1e15) - (b.dueAt ?? 1e15),
    );
  const ordered = query.get("order") === "desc" ? found.toReversed() : found;
  const from = Number(query.get("after") ?? 0);
  const limit = Number(query.get("limit") ?? 25);
  return {
    items: ordered.slice(from, from + limit),
    total: found.length,
    next: from + limit < found.length ? String(from + limit) : null,
    counts: {
      mine: mine.length,
      group: group.length,
      overdue: mine.filter((task) => (task.dueInWorkingDays ?? 0) < 0).length,
    },
  };
}

const withTask = (state: MockState, request: MockRequest, act: (task: TaskItem) => MockAnswer): MockAnswer => {
  const task = state.tasks.find((candidate) => candidate.key === request.params[0]);
  return task === undefined
    ? refuse(404, "NOT_FOUND", "Tidak ditemukan", "Tugas ini tidak ada atau bukan untuk Anda.")
    : act(task);
};

const assign = (state: MockState, task: TaskItem, assignee: TaskItem["assignee"]): MockAnswer => {
  state.tasks = state.tasks.map((candidate) => (candidate.key === task.key ? { ...candidate, assignee } : candidate));
  return done();
};

const me = { username: "tpi1", displayName: "Dr. Ratna Pelita, M.AP.", me: true };

const START_DRAFT = "start";

function saveDraft(state: MockState, { key }: { readonly key: string }, body: unknown): MockAnswer {
  const { data, revision } = body as { data: Record<string, unknown>; revision: number };
  const current = state.drafts.get(key)?.revision ?? 0;
  if (revision !== current) return refuse(409, "CONFLICT", "Data sudah berubah. Muat ulang, lalu ulangi");
  const saved = { data, revision: current + 1, savedAt: Date.now() };
  state.drafts.set(key, saved);
  return ok({ revision: saved.revision, savedAt: saved.savedAt });
}

function complete(state: MockState, task: TaskItem, body: unknown): MockAnswer {
  if (state.done.includes(task.key))
    return refuse(409, "CONFLICT", "Data sudah berubah. Muat ulang, lalu ulangi", "Tugas ini sudah diselesaikan.");
  state.done.push(task.key);
  state.completions.set(task.key, (body as { data: unknown }).data);
  return ok({ caseId: task.case?.id ?? null, next: null });
}

const offers: StartOffer[] = [
  {
    app: "contoh",
    type: "dupak",
    title: { id: "DUPAK periode Januari–Juni 2026", en: "DUPAK January–June 2026" },
    ok: true,
    reason: null,
  },
  {
    app: "contoh",
    type: "niwn",
    title: { id: "Registrasi NIWN", en: "NIWN registration" },
    ok: false,
    reason: { id: "Anda sudah memiliki NIWN.", en: "You already have an NIWN." },
  },
];

const startForm = (state: MockState): StartForm => {
  const draft = state.drafts.get(START_DRAFT);
  return {
    form: { key: "contoh/mulai", version: "1", schema: state.form },
    data: { jumlah: 3, ...draft?.data },
    draft:
      draft === undefined
        ? null
        : { savedAt: draft.savedAt, revision: draft.revision, keptUntil: draft.savedAt + 30 * 86_400_000 },
    title: { id: "DUPAK periode Januari–Juni 2026", en: "DUPAK January–June 2026" },
  };
};

/** Task list, task page and the start of case files. */
export const taskRoutes: readonly MockRoute[] = [
  ["GET", /^\/tasks$/, (state, { query }) => ok(list(state, query))],
  [
    "GET",
    /^\/tasks\/(\d+)$/,
    (state, request) =>
      withTask(state, request, (task) => {
        const draft = state.drafts.get(task.key);
        const page = taskPage(task, state.form, state.now);
        return ok({
          ...page,
          data: { ...state.prefill, ...draft?.data },
          draft: draft === undefined ? null : { savedAt: draft.savedAt, revision: draft.revision },
        });
      }),
  ],
  ["POST", /^\/tasks\/(\d+)\/claim$/, (state, request) => withTask(state, request, (task) => assign(state, task, me))],
  [
    "DELETE",
    /^\/tasks\/(\d+)\/claim$/,
    (state, request) => withTask(state, request, (task) => assign(state, task, null)),
  ],
  [
    "PUT",
    /^\/tasks\/(\d+)\/assignee$/,
    (state, request) =>
      withTask(state, request, (task) =>
        assign(state, task, { username: "x", displayName: "Bagas Tirtana, S.E.", me: false }),
      ),
  ],
  [
    "GET",
    /^\/tasks\/(\d+)\/candidates$/,
    () =>
      ok([
        { username: "tpi2", displayName: "Bagas Tirtana, S.E." },
        { username: "tpi3", displayName: "Dewi Kusumajati, M.Si." },
      ]),
  ],
  [
    "PUT",
    /^\/tasks\/(\d+)\/draft$/,
    (state, request) => withTask(state, request, (task) => saveDraft(state, task, request.body)),
  ],
  [
    "POST",
    /^\/tasks\/(\d+)\/completion$/,
    (state, request) => withTask(state, request, (task) => complete(state, task, request.body)),
  ],
  [
    "POST",
    /^\/tasks\/(\d+)\/comments$/,
    (state, request) =>
      withTask(state, request, () => {
        state.comments.push((request.body as { text: string }).text);
        return { status: 204 };
      }),
  ],
  [
    "GET",
    /^\/contoh\/pegawai$/,
    (_state, { query }) =>
      ok(
        [
          { nip: nip(1), label: `Kartika Wanabrata — ${nip(1)}` },
          { nip: nip(2), label: `Bagas Tirtana — ${nip(2)}` },
        ].filter(({ label }) => label.includes(query.get("search") ?? "")),
      ),
  ],
  ["GET", /^\/starts$/, () => ok(offers)],
  ["GET", /^\/starts\/contoh\/dupak$/, (state) => ok(startForm(state))],
  ["PUT", /^\/starts\/contoh\/dupak\/draft$/, (state, { body }) => saveDraft(state, { key: START_DRAFT }, body)],
  [
    "DELETE",
    /^\/starts\/contoh\/dupak\/draft$/,
    (state) => {
      state.drafts.delete(START_DRAFT);
      return { status: 204 };
    },
  ],
  [
    "POST",
    /^\/starts\/contoh\/dupak$/,
    (state, { body }) => {
      state.drafts.delete(START_DRAFT);
      state.started = body;
      return ok({ caseId: "case-1" }, 201);
    },
  ],
];
