import { z } from "zod";
import type { AnyRoute } from "../../http/index.js";
import { defineRoute } from "../../http/index.js";
import { CompletionInput, DraftInput, DraftSaved, StartForm, StartOffer } from "../../http/contract/tasks.js";
import type { TasksService } from "../create-tasks.js";

const AtStart = z.object({ app: z.string().min(1).max(64), type: z.string().min(1).max(200) });
const FORM_LIMIT_BYTES = 4_194_304;
const common = { tag: "starts", permission: "session", transaction: false } as const;

/** /starts: what a person may begin without a task. */
export const startRoutes = (tasks: TasksService): AnyRoute[] => [
  defineRoute({
    ...common,
    method: "get",
    path: "/starts",
    summary: "What the caller may start now; refused ones say why",
    response: z.array(StartOffer),
    handle: async (caller) => ({ status: 200, body: await tasks.starts(caller) }),
  }),
  defineRoute({
    ...common,
    method: "get",
    path: "/starts/:app/:type",
    summary: "The form that starts it",
    params: AtStart,
    response: StartForm,
    handle: async ({ params, ...caller }) => ({
      status: 200,
      body: await tasks.openStart(params.app, params.type, caller),
    }),
  }),
  defineRoute({
    ...common,
    method: "post",
    path: "/starts/:app/:type",
    summary: "Starts it with the form's data",
    params: AtStart,
    body: CompletionInput,
    response: z.object({ caseId: z.string() }),
    bodyLimitBytes: FORM_LIMIT_BYTES,
    handle: async ({ params, body, ...caller }) => ({
      status: 201,
      body: { caseId: await tasks.submitStart({ ...params, data: body.data }, caller) },
    }),
  }),
  defineRoute({
    ...common,
    method: "put",
    path: "/starts/:app/:type/draft",
    summary: "Keeps what was typed so far, unchecked, for thirty days",
    params: AtStart,
    body: DraftInput,
    response: DraftSaved,
    bodyLimitBytes: FORM_LIMIT_BYTES,
    handle: async ({ params, body, ...caller }) => ({
      status: 200,
      body: await tasks.saveStartDraft(params, body, caller),
    }),
  }),
  defineRoute({
    ...common,
    method: "delete",
    path: "/starts/:app/:type/draft",
    summary: "Throws the own draft away",
    params: AtStart,
    async handle({ params, ...caller }) {
      await tasks.discardStartDraft(params, caller);
      return { status: 204 };
    },
  }),
];
