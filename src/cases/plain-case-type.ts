import type { Clock, IdGenerator, Localised } from "../platform/index.js";
import type { CaseFiles, CaseType } from "./case-type.js";
import { plainReference } from "./plain-reference.js";

/** A process of an app without code, as its manifest tells of it. */
export interface PlainProcess {
  readonly app: string;
  readonly processId: string;
  readonly title: Localised;
  /** The form (`<app>/<form>`) by which people of these roles start it; null when something else does. */
  readonly start: { readonly form: string; readonly roles: readonly string[] } | null;
}

/** Statuses of every plain case file. */
export type PlainStatus = "RUNNING" | "COMPLETED" | "CANCELLED";

const STATUSES: Record<PlainStatus, CaseType["statuses"][string]> = {
  RUNNING: { label: { id: "Berjalan", en: "In progress" }, tone: "info" },
  COMPLETED: { label: { id: "Selesai", en: "Completed" }, tone: "success" },
  CANCELLED: { label: { id: "Dibatalkan", en: "Cancelled" }, tone: "neutral" },
};

export interface PlainCaseDeps {
  readonly clock: Clock;
  readonly ids: IdGenerator;
  readonly open: CaseFiles["open"];
}

const REFUSED = {
  ok: false,
  hidden: true,
  reason: { id: "Tidak ditawarkan kepada peran ini", en: "Not offered to this role" },
} as const;

/** Opens the case file of the person who fills in the start form; the form's data become variables of the process. */
const startOf = (
  { app, processId, title }: PlainProcess,
  { form, roles }: { readonly form: string; readonly roles: readonly string[] },
  { clock, ids, open }: PlainCaseDeps,
): NonNullable<CaseType["start"]> => ({
  form,
  offered: async (_tx, { role }) => (role !== null && roles.includes(role.role) ? { ok: true } : REFUSED),
  async start(tx, actor, data) {
    const { id } = await open(tx, {
      app,
      type: processId,
      reference: plainReference(processId, clock.now(), ids.next()),
      title: title.id,
      ownerId: actor.userId,
      subjectName: actor.displayName,
      subjectNumber: null,
      unitName: null,
      scopes: {},
      status: "RUNNING" satisfies PlainStatus,
      // Who started it, so that the diagram can give tasks back to that person.
      variables: { ...data, startedBy: actor.username },
    });
    return id;
  },
});

/** The kind of case file of a process without code: nothing but an owner, files, documents and a story; its data are variables. */
export const plainCaseType = (process: PlainProcess, deps: PlainCaseDeps): CaseType => ({
  app: process.app,
  type: process.processId,
  title: process.title,
  processId: process.processId,
  statuses: STATUSES,
  isPlain: true,
  ...(process.start === null ? {} : { start: startOf(process, process.start, deps) }),
  facts: async () => [],
});
