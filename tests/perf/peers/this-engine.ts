import { deployBench, startEngineUnderTest } from "../engine-under-test.js";
import { orchestrationDialect } from "../orchestration-dialect.js";
import type { Peer } from "./peer.js";

/** This engine, measured like the others. */
export const thisEngine: Peer = {
  name: "this engine",
  storage: "SQLite file, synchronous=FULL",
  hasTaskQueries: true,
  async start({ folder }) {
    const engine = await startEngineUnderTest(folder);
    await deployBench(fetch, engine.url);
    return { open: engine.open, dialect: orchestrationDialect, pid: engine.pid, stop: () => engine.stop() };
  },
};
