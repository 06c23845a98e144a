import { AsyncLocalStorage } from "node:async_hooks";
import type { Actor, Engine } from "../engine/index.js";

/** Lets the engine know on whose behalf its commands are. */
export interface Senders {
  /** The engine as operations use it: what they submit is that of the sender of the request at work. */
  readonly engine: Engine;
  /** Does work for an authenticated user; without a name it is anonymous. */
  readonly speakFor: <T>(username: string | undefined, work: () => T) => T;
}

const ANONYMOUS: Actor = { actorType: "ANONYMOUS", actorId: null };

/** Remembers who sends a request for as long as it is worked on. */
export function createSenders(engine: Engine): Senders {
  const actors = new AsyncLocalStorage<Actor>();
  return {
    engine: {
      submit: (command) => engine.submit(command, actors.getStore() ?? ANONYMOUS),
      activateJobs: (request, signal) => engine.activateJobs(request, signal),
      evaluateExpression: (expression, variables) => engine.evaluateExpression(expression, variables),
      settle: () => engine.settle(),
      close: () => engine.close(),
    },
    // Without users nobody has a name: following requests through promises would cost each of them a little.
    speakFor: (username, work) =>
      username === undefined ? work() : actors.run({ actorType: "USER", actorId: username }, work),
  };
}
