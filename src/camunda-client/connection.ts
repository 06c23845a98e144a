import { presetVariable } from "../platform/index.js";
import { toEngineError } from "./engine-error.js";
import type { SdkClient } from "./plain-sdk.js";

/** Where the engine is: a cluster's address, or a function inside this process. */
export type EngineTarget =
  | { readonly url: string; readonly auth?: { readonly user: string; readonly password: string } }
  | { readonly fetch: (request: Request) => Promise<Response> };

/** How long a read may wait until it sees what was just written. */
export interface Consistency {
  readonly consistency: { readonly waitUpToMs: number };
}

/** The SDK's client, made at the first call: importing the SDK takes a good part of a second. */
export interface Connection {
  /** Runs one SDK call; its failures come out as {@link EngineError}. */
  call<T>(operation: string, work: (sdk: SdkClient) => Promise<T>): Promise<T>;
  /** For reads of one thing by key: waits on a cluster until it appears. */
  readonly eventually: Consistency;
  /** For searches: one look, since an empty answer may be the right one. */
  readonly now: Consistency;
}

const settings = (target: EngineTarget): Record<string, string> => {
  // The address of an embedded engine is never dialled; the SDK only wants one.
  if ("fetch" in target) {
    return {
      ZEEBE_REST_ADDRESS: "http://engine.invalid",
      CAMUNDA_AUTH_STRATEGY: "NONE",
      CAMUNDA_OAUTH_DISABLED: "true",
    };
  }
  if (target.auth === undefined) {
    return { ZEEBE_REST_ADDRESS: target.url, CAMUNDA_AUTH_STRATEGY: "NONE", CAMUNDA_OAUTH_DISABLED: "true" };
  }
  return {
    ZEEBE_REST_ADDRESS: target.url,
    CAMUNDA_AUTH_STRATEGY: "BASIC",
    CAMUNDA_BASIC_AUTH_USERNAME: target.auth.user,
    CAMUNDA_BASIC_AUTH_PASSWORD: target.auth.password,
  };
};

const openSdk = async (target: EngineTarget): Promise<SdkClient> => {
  // The SDK's own gate lets sixteen requests through and counts long polls: the acts of people would wait behind idle workers.
  // Job runtime and outbox pause by themselves when the engine is busy. The SDK takes this setting from the environment only.
  presetVariable("CAMUNDA_SDK_BACKPRESSURE_PROFILE", "LEGACY");
  const { Camunda8 } = await import("@camunda8/sdk");
  // Not cached: re-configuring a cached client would change it for everybody who shares it.
  const sdk = new Camunda8(settings(target)).getOrchestrationClusterApiClient({}, { cached: false });
  if ("fetch" in target) {
    const { fetch } = target;
    sdk.configure({
      fetch: (input, init) => fetch(input instanceof Request ? input : new Request(String(input), init)),
    });
  }
  return sdk as unknown as SdkClient;
};

/** @param waitUpToMs see {@link Connection.eventually}. */
export const connect = (target: EngineTarget, waitUpToMs: number): Connection => {
  let opening: Promise<SdkClient> | undefined;
  return {
    eventually: { consistency: { waitUpToMs } },
    now: { consistency: { waitUpToMs: 0 } },
    async call(operation, work) {
      opening ??= openSdk(target);
      try {
        return await work(await opening);
      } catch (error) {
        throw toEngineError(operation, error);
      }
    },
  };
};
