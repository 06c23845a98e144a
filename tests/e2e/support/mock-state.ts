import type { StuckMessageList } from "../../../src/http/contract/admin.js";
import type { SheetRow } from "../../../src/http/contract/cases.js";
import type { TaskItem } from "../../../src/http/contract/tasks.js";
import { someUser, type User } from "./mock-people.js";
import { someRows } from "./mock-sheet.js";
import { someTasks } from "./mock-tasks.js";

/** A refusal planted for the next request that matches. */
export interface PlantedFault {
  readonly method: string;
  readonly path: RegExp;
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly errors: { path: string; message: string }[];
  /** Beside the usual properties of a problem. */
  readonly more?: Readonly<Record<string, unknown>>;
}

/** What the mock knows. Tests change it between two steps. */
export interface MockState {
  readonly now: number;
  user: User | null;
  /** Signed in once, but the session is gone. */
  expired: boolean;
  csrfToken: string;
  language: "id" | "en";
  tasks: TaskItem[];
  done: string[];
  rows: SheetRow[];
  drafts: Map<string, { data: Record<string, unknown>; revision: number; savedAt: number }>;
  completions: Map<string, unknown>;
  comments: string[];
  form: Record<string, unknown>;
  /** Values that every task's form starts with. */
  prefill: Record<string, unknown>;
  faults: PlantedFault[];
  unread: number;
  /** Messages that did not get through, for the operations page. */
  stuck: StuckMessageList["items"];
  engineAnswers: boolean;
  /** What the last start form brought. */
  started: unknown;
}

/** A form with the field kinds that tasks use. */
export const someForm: Record<string, unknown> = {
  display: "form",
  components: [
    {
      type: "radio",
      key: "keputusan",
      label: "Keputusan",
      input: true,
      inline: true,
      values: [
        { label: "Teruskan", value: "TERUSKAN" },
        { label: "Prasarat tidak sesuai", value: "KEMBALIKAN" },
      ],
      validate: { required: true },
    },
    {
      type: "textarea",
      key: "alasan",
      label: "Alasan pengembalian",
      input: true,
      rows: 3,
      conditional: { show: true, when: "keputusan", eq: "KEMBALIKAN" },
      validate: { required: true, maxLength: 1000 },
    },
    { type: "number", key: "jumlah", label: "Jumlah halaman", input: true, validate: { min: 1 } },
    { type: "button", action: "submit", key: "submit", label: "Simpan keputusan", input: true, theme: "primary" },
  ],
};

/** A new world for each test file. */
export const freshState = (): MockState => {
  const now = Date.now();
  return {
    now,
    user: someUser(),
    expired: false,
    csrfToken: "token-1",
    language: "id",
    tasks: someTasks(now),
    done: [],
    rows: someRows(18),
    drafts: new Map(),
    completions: new Map(),
    comments: [],
    form: someForm,
    prefill: {},
    stuck: [
      {
        id: "pesan-1",
        kind: "notification.mail",
        orderKey: "notification-mail-1",
        attempts: 4,
        message: "connect ECONNREFUSED 127.0.0.1:25",
        refused: false,
        nextAt: now + 120_000,
      },
      {
        id: "pesan-2",
        kind: "engine.publish-message",
        orderKey: "case-1",
        attempts: 1,
        message: "Expected a process that waits for the message 'DupakDinilai', but there is none",
        refused: true,
        nextAt: now,
      },
    ],
    engineAnswers: true,
    faults: [],
    unread: 3,
    started: null,
  };
};
