import type { Gate } from "./authorization/gate.js";
import type { Authentication } from "./basic-auth.js";
import { loadRequestValidator, type RequestParts, type RequestValidator } from "./contract/request-validator.js";
import type { ApiReply, ApiRequest } from "./exchange.js";
import { type MultipartBody, parseMultipart } from "./multipart.js";
import type { Operation, OperationCall, OperationData, UploadedFile } from "./operation.js";
import { ApiProblem, badRequest } from "./problem.js";
import type { Senders } from "./senders.js";
import { checkTenant } from "./tenant.js";
import { checkJsonDepth } from "./transport/json-depth.js";
import { type HeldBytes, RequestBudget } from "./transport/request-budget.js";
import type { Router } from "./router.js";

const PREFIX = "/v2";

/** What the dispatcher needs; see createCamundaApi. */
export interface DispatcherOptions {
  readonly router: Router;
  /** Absent: nobody has to say who they are. */
  readonly authentication: Authentication | undefined;
  /** Absent: everybody may do everything. */
  readonly gate: Gate | undefined;
  /** See Senders. */
  readonly speakFor: Senders["speakFor"];
  readonly maxBodyBytes: number;
  readonly maxUploadBytes: number;
  /** Bytes of the bodies of all requests at work. */
  readonly maxBytesAtWork: number;
  /** Turns what an operation threw into an answer; called for everything but an ApiProblem. */
  readonly unexpected: (error: unknown, request: ApiRequest, operationId: string) => ApiProblem;
}

/** Answers a request; never rejects: each failure becomes a problem body. */
export type Dispatch = (request: ApiRequest) => Promise<ApiReply>;

/** Finds the operation, checks credentials, media types and contract, runs it, and writes failures as problem bodies. */
export function createDispatcher(options: DispatcherOptions): Dispatch {
  let validator: RequestValidator | undefined;
  const budget = new RequestBudget(options.maxBytesAtWork);
  return async (request) => {
    let operationId = "none";
    let held: HeldBytes | undefined;
    try {
      const username = await options.authentication?.username(request.header("authorization"));
      const { operation, path } = route(options.router, request);
      operationId = operation.operationId;
      checkAccept(operation, request.header("accept"));
      validator ??= await loadRequestValidator();
      held = budget.take(announcedBytes(request, options));
      const content = await readContent(operation, request, options, held);
      const parts: RequestParts = { body: content.body, path, query: queryOf(request.query) };
      validator.check(operationId, parts);
      if (!operation.namesTenants) checkTenant(parts);
      const call = callOf(request, parts, content.files, username);
      const handle = () => options.speakFor(username, () => operation.handle(call));
      if (options.gate === undefined) return await handle();
      return await options.gate.pass(operationId, call, handle);
    } catch (error) {
      const problem = error instanceof ApiProblem ? error : options.unexpected(error, request, operationId);
      return problemReply(problem, request.path);
    } finally {
      held?.release();
    }
  };
}

function callOf(
  request: ApiRequest,
  { body, path, query }: RequestParts,
  files: Content["files"],
  username: string | undefined,
): OperationCall<OperationData> {
  return {
    body,
    path,
    query,
    files,
    username,
    // Read on demand: making a signal costs, and only operations that wait use it.
    get signal() {
      return request.signal;
    },
  };
}

function problemReply(problem: ApiProblem, instance: string): ApiReply {
  return {
    status: problem.status,
    contentType: "application/problem+json",
    body: JSON.stringify(problem.body(instance)),
    headers: problem.headers,
  };
}

function route(
  router: Router,
  request: ApiRequest,
): { operation: Operation; path: Record<string, unknown> | undefined } {
  const match = request.path.startsWith(`${PREFIX}/`)
    ? router.match(request.method, request.path.slice(PREFIX.length))
    : ({ kind: "unknown" } as const);
  switch (match.kind) {
    case "found":
      return match;
    case "wrong-method": {
      const allowed = match.allowed.join(", ");
      const detail = `Expected method ${allowed} for ${request.path}, but it is ${request.method}`;
      throw new ApiProblem(405, "Method Not Allowed", detail, { allow: allowed });
    }
    case "unknown":
      throw new ApiProblem(404, "Not Found", `Expected a path of the API, but there is no endpoint ${request.path}`);
  }
}

const MEDIA_TYPE = { json: "application/json", xml: "text/xml", text: "text/plain" } as const;

function checkAccept(operation: Operation, accept: string | undefined): void {
  if (accept === undefined || accept === "" || accept.includes("*/*")) return;
  // Stored content has the type it was stored with, which a range can only match by chance.
  if (operation.produces === "binary") return;
  const produced = MEDIA_TYPE[operation.produces];
  const wanted = accept.split(",").map((range) => (range.split(";")[0] ?? "").trim().toLowerCase());
  const isServed = wanted.some(
    (range) =>
      range === produced || range === `${produced.split("/")[0] ?? ""}/*` || range === "application/problem+json",
  );
  if (!isServed)
    throw new ApiProblem(
      406,
      "Not Acceptable",
      `Expected to answer with ${produced}, but the request accepts only ${accept}`,
    );
}

interface Content {
  readonly body: unknown;
  readonly files: ReadonlyMap<string, readonly UploadedFile[]>;
}

const NO_FILES: ReadonlyMap<string, readonly UploadedFile[]> = new Map();
const NO_CONTENT: Content = { body: undefined, files: NO_FILES };

/** How long the body says it is, and at most what is read of it. A caller in the same process does not say it. */
function announcedBytes(request: ApiRequest, { maxUploadBytes }: DispatcherOptions): number {
  if (request.header("transfer-encoding") !== undefined) return maxUploadBytes;
  const announced = Number(request.header("content-length") ?? 0);
  return announced >= 0 && announced <= maxUploadBytes ? announced : 0;
}

async function readContent(
  operation: Operation,
  request: ApiRequest,
  options: DispatcherOptions,
  held: HeldBytes,
): Promise<Content> {
  if (operation.method === "GET" || operation.method === "DELETE") return NO_CONTENT;
  const isMultipart = operation.consumes === "multipart";
  const bytes = await request.body(isMultipart ? options.maxUploadBytes : options.maxBodyBytes);
  held.resize(bytes.length);
  if (bytes.length === 0) return NO_CONTENT;
  const contentType = request.header("content-type") ?? "";
  checkContentType(contentType, isMultipart ? "multipart/form-data" : "application/json");
  if (!isMultipart) return { body: parseJson(bytes), files: NO_FILES };
  const form = await parseMultipart(contentType, bytes);
  return { body: (operation.formBody ?? multipartBody)(form), files: form.files };
}

function checkContentType(contentType: string, expected: string): void {
  if ((contentType.split(";")[0] ?? "").trim().toLowerCase() === expected) return;
  const given = contentType === "" ? "absent" : `'${contentType}'`;
  throw new ApiProblem(415, "Unsupported Media Type", `Expected Content-Type ${expected}, but it is ${given}`);
}

function parseJson(bytes: Buffer): unknown {
  checkJsonDepth(bytes);
  try {
    return JSON.parse(bytes.toString("utf8")) as unknown;
  } catch (error) {
    const reason = error instanceof Error ? error.message : "it is not";
    throw badRequest(`Failed to read request: expected a JSON body, but ${reason}`);
  }
}

/** The form as the contract sees it: files as a list under their field, everything else as text. */
function multipartBody({ fields, files }: MultipartBody): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const [field, texts] of fields) body[field] = texts.at(-1);
  for (const [field, list] of files) body[field] = list.map(({ name }) => name);
  return body;
}

function queryOf(query: string): Record<string, unknown> | undefined {
  return query === "" ? undefined : Object.fromEntries(new URLSearchParams(query));
}
