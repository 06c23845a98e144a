import { z } from "zod";
import { type CamundaClient, isEngineError } from "../../camunda-client/index.js";
import type { History } from "../../history/index.js";
import { IncidentList, StuckMessageList } from "../../http/contract/admin.js";
import { PageQuery } from "../../http/contract/shared-shapes.js";
import { type AnyRoute, defineRoute } from "../../http/index.js";
import { AppError } from "../../platform/index.js";
import type { Database, UnitOfWork } from "../../platform/db/index.js";

/** What the operations page asks of the outbox. */
export interface OperationsOutbox {
  stuckPage(page: { readonly offset: number; readonly limit: number }): Promise<{
    readonly items: readonly (Omit<StuckMessageList["items"][number], "message"> & { readonly lastError: string })[];
    readonly total: number;
  }>;
  retry(tx: UnitOfWork, messageId: string): Promise<{ readonly kind: string } | undefined>;
}

/** What the operations page asks of the engine. */
export type OperationsEngine = Pick<CamundaClient, "openIncidents" | "retryIncident">;

export interface OperationsDependencies {
  readonly db: Database;
  readonly engine: OperationsEngine;
  readonly history: History;
  readonly outbox: OperationsOutbox;
  /** Case files by their process instance keys, for the list. */
  readonly casesOf: (
    tx: UnitOfWork,
    processInstanceKeys: readonly string[],
  ) => Promise<ReadonlyMap<string, { readonly id: string; readonly reference: string }>>;
}

/** Messages that did not get through: engine commands, mails. Seeing them and sending them again at once. */
const outboxRoutes = ({ db, history, outbox }: OperationsDependencies): AnyRoute[] => [
  defineRoute({
    method: "get",
    path: "/operations/outbox",
    summary: "Messages that could not be delivered so far, oldest first",
    tag: "operations",
    permission: ["retry", "CaseFile"],
    query: PageQuery,
    response: StuckMessageList,
    transaction: false, // opens its own
    async handle({ query: { offset, limit } }) {
      const { items, total } = await outbox.stuckPage({ offset, limit });
      return {
        status: 200,
        body: { items: items.map(({ lastError, ...item }) => ({ ...item, message: lastError })), total },
      };
    },
  }),
  defineRoute({
    method: "post",
    path: "/operations/outbox/:id/retry",
    summary: "Sends a message again at once, also one that was set aside",
    tag: "operations",
    permission: ["retry", "CaseFile"],
    params: z.object({ id: z.string().min(1).max(36) }),
    transaction: false, // opens its own
    async handle({ params: { id }, actor }) {
      await db.transaction(async (tx) => {
        const message = await outbox.retry(tx, id);
        if (message === undefined) {
          throw new AppError("NOT_FOUND", `Expected a stuck message '${id}', but there is none`, {
            detail: {
              id: "Pesan ini sudah terkirim atau tidak ada",
              en: "This message has been sent or does not exist",
            },
          });
        }
        await history.append(tx, {
          actorId: actor.userId,
          actorName: actor.displayName,
          role: actor.role?.role ?? null,
          action: "operations.resent",
          caseId: null,
          subject: { type: "OutboxMessage", id },
          story: { id: `mengirim ulang pesan '${message.kind}'`, en: `sent the message '${message.kind}' again` },
        });
      });
      return { status: 204 };
    },
  }),
];

/** Steps and messages that got stuck, over all processes: seeing them and giving them another attempt. */
export function operationsRoutes(dependencies: OperationsDependencies): AnyRoute[] {
  const { db, engine, history, casesOf } = dependencies;
  return [
    ...outboxRoutes(dependencies),
    defineRoute({
      method: "get",
      path: "/operations/incidents",
      summary: "Open incidents, newest first",
      tag: "operations",
      permission: ["retry", "CaseFile"],
      query: PageQuery,
      response: IncidentList,
      transaction: false, // asks the engine first, and must not hold the database meanwhile
      async handle({ query: { offset, limit } }) {
        const { items, total } = await engine.openIncidents({ offset, limit });
        const keys = [...new Set(items.map(({ processInstanceKey }) => processInstanceKey))];
        const cases =
          keys.length === 0
            ? new Map<string, { id: string; reference: string }>()
            : await db.read((tx) => casesOf(tx, keys));
        const body = items.map(({ key, processInstanceKey, processId, elementId, type, message, since }) => {
          const caseFile = cases.get(processInstanceKey);
          const reference = { caseId: caseFile?.id ?? null, caseReference: caseFile?.reference ?? null };
          return { key, processId, elementId, type, message, since, ...reference };
        });
        return { status: 200, body: { items: body, total } };
      },
    }),
    defineRoute({
      method: "post",
      path: "/operations/incidents/:key/retry",
      summary: "Gives a step that got stuck another attempt",
      tag: "operations",
      permission: ["retry", "CaseFile"],
      params: z.object({ key: z.string().regex(/^\d{1,20}$/) }),
      transaction: false,
      async handle({ params: { key }, actor }) {
        try {
          await engine.retryIncident(key);
        } catch (error) {
          if (!isEngineError(error, "NOT_FOUND")) throw error;
          throw new AppError("NOT_FOUND", `Expected an open incident '${key}', but there is none`, {
            detail: { id: "Gangguan ini sudah tidak ada.", en: "This incident is no longer open." },
          });
        }
        await db.transaction((tx) =>
          history.append(tx, {
            actorId: actor.userId,
            actorName: actor.displayName,
            role: actor.role?.role ?? null,
            action: "operations.retried",
            caseId: null,
            subject: { type: "Incident", id: key },
            story: { id: "mencoba ulang langkah yang terhenti", en: "retried a step that got stuck" },
          }),
        );
        return { status: 204 };
      },
    }),
  ];
}
