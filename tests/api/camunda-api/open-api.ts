import { createCamundaClient, type CamundaClient } from "@camunda8/orchestration-cluster-api";
import {
  createCamundaApi,
  PinnableClock,
  type CamundaApi,
  type CamundaApiOptions,
} from "../../../src/camunda-api/index.js";
import { createEngine, type Engine } from "../../../src/engine/index.js";
import { openSqliteEngineStore } from "../../../src/engine-store/index.js";
import { ControlledClock } from "../../../src/platform/index.js";

/** An engine in memory with its API and the real client on top, which checks every request and answer. */
export interface TestApi {
  readonly api: CamundaApi;
  readonly engine: Engine;
  readonly client: CamundaClient;
  readonly clock: ControlledClock;
  /** A request as any HTTP client sends it; a text body is sent as it is. */
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** Deploys files through the client. */
  deploy(...files: readonly File[]): ReturnType<CamundaClient["createDeployment"]>;
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
  const engine = await createEngine({ store, clock: pinnable });
  const api = createCamundaApi({ engine, store, clockControl: pinnable, ...options });
  const client = createCamundaClient({
    config: {
      CAMUNDA_REST_ADDRESS: "http://engine.local",
      CAMUNDA_AUTH_STRATEGY: "NONE",
      CAMUNDA_SDK_VALIDATION: "req:fanatical,res:fanatical",
      CAMUNDA_SDK_LOG_LEVEL: "silent",
    },
    fetch: (input, init) => api.handle(input instanceof Request ? input : new Request(input, init)),
  });
  return {
    api,
    engine,
    client,
    clock,
    send: (method, path, body, headers) => send(api, method, path, body, headers),
    deploy: (...resources) => client.createDeployment({ resources: [...resources] }),
    close: async () => {
      await engine.close();
      store.close();
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
