import { z } from "zod";
import type { AnyRoute } from "../../http/index.js";
import { defineRoute } from "../../http/index.js";
import {
  CompletionDone,
  CompletionInput,
  DraftInput,
  DraftSaved,
  TaskList,
  TaskListQuery,
  TaskPage,
} from "../../http/contract/tasks.js";
import type { TasksService } from "../create-tasks.js";
import { startRoutes } from "./start-routes.js";

const AtTask = z.object({ key: z.string().regex(/^\d{1,25}$/, "Expected the key of a task") });

/** Drafts and completions of long forms with many rows. */
const FORM_LIMIT_BYTES = 4_194_304;

/** All task routes ask the engine and must not hold the database meanwhile. */
const common = { tag: "tasks", permission: "session", transaction: false } as const;

const readingRoutes = (tasks: TasksService): AnyRoute[] => [
  defineRoute({
    ...common,
    method: "get",
    path: "/tasks",
    summary: "A page of tasks: mine, my role's, all, or done",
    query: TaskListQuery,
    response: TaskList,
    handle: async ({ query, ...caller }) => ({ status: 200, body: await tasks.list(query, caller) }),
  }),
  defineRoute({
    ...common,
    method: "get",
    path: "/tasks/:key",
    summary: "A task with its form, data, facts and comments, and what the caller may do with it",
    params: AtTask,
    response: TaskPage,
    handle: async ({ params, ...caller }) => ({ status: 200, body: await tasks.open(params.key, caller) }),
  }),
  defineRoute({
    ...common,
    method: "get",
    path: "/tasks/:key/candidates",
    summary: "People whom the task may be passed to",
    params: AtTask,
    query: z.object({ search: z.string().trim().max(100).default("") }),
    response: z.array(z.object({ username: z.string(), displayName: z.string() })),
    handle: async ({ params, query, ...caller }) => {
      const people = await tasks.candidates(params.key, query.search, caller);
      return { status: 200, body: people.map(({ username, displayName }) => ({ username, displayName })) };
    },
  }),
];

const handOverRoutes = (tasks: TasksService): AnyRoute[] => [
  defineRoute({
    ...common,
    method: "post",
    path: "/tasks/:key/claim",
    summary: "Takes a task that is offered to the caller's role",
    params: AtTask,
    handle: async ({ params, ...caller }) => {
      await tasks.claim(params.key, caller);
      return { status: 204 };
    },
  }),
  defineRoute({
    ...common,
    method: "delete",
    path: "/tasks/:key/claim",
    summary: "Gives a claimed task back to its role",
    params: AtTask,
    handle: async ({ params, ...caller }) => {
      await tasks.release(params.key, caller);
      return { status: 204 };
    },
  }),
  defineRoute({
    ...common,
    method: "put",
    path: "/tasks/:key/assignee",
    summary: "Passes a task to someone who holds its role",
    params: AtTask,
    body: z.object({ username: z.string().trim().min(1).max(100) }),
    handle: async ({ params, body, ...caller }) => {
      await tasks.assign(params.key, body.username, caller);
      return { status: 204 };
    },
  }),
];

const workRoutes = (tasks: TasksService): AnyRoute[] => [
  defineRoute({
    ...common,
    method: "put",
    path: "/tasks/:key/draft",
    summary: "Keeps what was typed so far, unchecked",
    params: AtTask,
    body: DraftInput,
    response: DraftSaved,
    bodyLimitBytes: FORM_LIMIT_BYTES,
    handle: async ({ params, body, ...caller }) => ({
      status: 200,
      body: await tasks.saveDraft(params.key, body, caller),
    }),
  }),
  defineRoute({
    ...common,
    method: "post",
    path: "/tasks/:key/completion",
    summary: "Completes a task with its form's data",
    params: AtTask,
    body: CompletionInput,
    response: CompletionDone,
    bodyLimitBytes: FORM_LIMIT_BYTES,
    handle: async ({ params, body, ...caller }) => ({
      status: 200,
      body: await tasks.complete(params.key, body.data, caller),
    }),
  }),
  defineRoute({
    ...common,
    method: "post",
    path: "/tasks/:key/comments",
    summary: "Adds a remark for those who work on the task",
    params: AtTask,
    body: z.object({ text: z.string().trim().min(1).max(4_000) }),
    response: z.object({ id: z.string(), author: z.string(), at: z.int(), text: z.string() }),
    handle: async ({ params, body, ...caller }) => ({
      status: 201,
      body: await tasks.comment(params.key, body.text, caller),
    }),
  }),
];

/** /tasks and everything below it, /starts. */
export const taskRoutes = (tasks: TasksService): AnyRoute[] => [
  ...readingRoutes(tasks),
  ...handOverRoutes(tasks),
  ...workRoutes(tasks),
  ...startRoutes(tasks),
];
