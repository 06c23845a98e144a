import { startServer } from "../../src/cli/conformance/server.js";

/** An engine in another process, with a clock that is moved over HTTP. */
export interface OutsideEngine {
  /** What `ALUR_CAMUNDA_URL` is set to. */
  readonly url: string;
  /** Stops the engine's clock at an instant and waits until everything due then is done. @throws when the engine refuses. */
  settleAt(epochMs: number): Promise<void>;
  stop(): Promise<void>;
}

/** Whether this run plays the scenarios against an engine outside; `ALUR_TEST_ENGINE=outside` says so. @throws on another word. */
export const isEngineOutside = (): boolean => {
  const word = process.env["ALUR_TEST_ENGINE"] ?? "inside";
  if (word !== "inside" && word !== "outside")
    throw new Error(`Expected ALUR_TEST_ENGINE to be inside or outside, but it is '${word}'`);
  return word === "outside";
};

/** Starts the built engine (`node src/cli/prepare.mjs build`) on a free port. @throws when it does not start. */
export const openOutsideEngine = async (options: readonly string[]): Promise<OutsideEngine> => {
  const server = await startServer([...options, "--clock", "controlled"]);
  const { url } = server;
  return {
    url,
    async settleAt(epochMs) {
      const { status } = await fetch(`${url}/v2/clock`, {
        method: "PUT",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ timestamp: epochMs }),
      });
      if (status !== 204) throw new Error(`Expected the engine at ${url} to take a time, but it answered ${status}`);
    },
    stop: () => server.stop(),
  };
};
