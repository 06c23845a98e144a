import { createCamundaClient, type CamundaClient } from "@camunda8/orchestration-cluster-api";
import {
  createCamundaApi,
  PinnableClock,
  type CamundaApi,
  type CamundaApiOptions,
} from "../../../src/camunda-api/index.js";
import { createEngine, type Engine } from "../../../src/engine/index.js";
import { openSqliteEngineStore, type SqliteEngineStore } from "../../../src/engine-store/index.js";
import { ControlledClock } from "../../../src/platform/index.js";

/** An engine in memory with its API and the real client on top, which checks every request and answer. */
export interface TestApi {
  readonly api: CamundaApi;
  readonly engine: Engine;
  readonly store: SqliteEngineStore;
  readonly client: CamundaClient;
  readonly clock: ControlledClock;
  /** A request as any HTTP client sends it; a text body is sent as it is. */
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** Deploys files through the client. */
  deploy(...files: readonly File[]): ReturnType<CamundaClient["createDeployment"]>;
  /** Closes the engine and opens another one on the same store. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Record<string, unknown>;
}

/** Searches see every acknowledged command: nothing has to be waited for. */
export const now = { consistency: { waitUpToMs: 0 } } as const;

export async function openApi(options: Partial<CamundaApiOptions> = {}): Promise<TestApi> {
  const store = openSqliteEngineStore({ memory: true });
  const clock = new ControlledClock("2026-01-05T08:00:00Z");
  const pinnable = new PinnableClock(clock);
  clock.onChange(() => pinnable.reset());
  const open = async () => {
    const engine = await createEngine({ store, clock: pinnable });
    return { engine, api: createCamundaApi({ engine, store, clock: pinnable, clockControl: pinnable, ...options }) };
  };
  let running = await open();
  const client = createCamundaClient({
    config: {
      CAMUNDA_REST_ADDRESS: "http://engine.local",
      CAMUNDA_AUTH_STRATEGY: "NONE",
      CAMUNDA_SDK_VALIDATION: "req:fanatical,res:fanatical",
      CAMUNDA_SDK_LOG_LEVEL: "silent",
    },
    fetch: (input, init) => running.api.handle(input instanceof Request ? input : new Request(input, init)),
  });
  return {
    get api() {
      return running.api;
    },
    get engine() {
      return running.engine;
    },
    store,
    client,
    clock,
    send: (method, path, body, headers) => send(running.api, method, path, body, headers),
    deploy: (...resources) => client.createDeployment({ resources: [...resources] }),
    restart: async () => {
      await running.engine.close();
      running = await open();
    },
    close: async () => {
      await running.engine.close();
      await store.close();
    },
  };
}

async function send(
  api: CamundaApi,
  method: string,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const content =
    body === undefined
      ? {}
      : { body: body instanceof FormData || typeof body === "string" ? body : JSON.stringify(body) };
  const type: Record<string, string> =
    body === undefined || body instanceof FormData ? {} : { "content-type": "application/json" };
  const response = await api.handle(
    new Request(`http://engine.local${path}`, { method, headers: { ...type, ...headers }, ...content }),
  );
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.includes("json") === true;
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: isJson ? (JSON.parse(text) as Record<string, unknown>) : {},
  };
}
