import { createForms, type Forms } from "../../../src/forms/index.js";
import { ControlledClock, silentLogger } from "../../../src/platform/index.js";
import type { Database, UnitOfWork } from "../../../src/platform/db/index.js";

/** A unit of work that keeps nothing: forms are asked from memory. */
const forgetful = (): { db: Database; commit: () => Promise<void>; tx: UnitOfWork } => {
  const hooks: (() => void | Promise<void>)[] = [];
  const tx = {
    manager: { find: async () => [], insert: async () => undefined },
    afterCommit: (work: () => void) => hooks.push(work),
  } as unknown as UnitOfWork;
  const db = { read: async (work: (tx: UnitOfWork) => unknown) => work(tx) } as unknown as Database;
  return {
    db,
    tx,
    commit: async () => {
      for (const hook of hooks.splice(0)) await hook();
    },
  };
};

export interface TestForms extends Forms {
  /** Publishes at the clock's time and commits. */
  keep(key: string, schema: unknown): Promise<string>;
  readonly clock: ControlledClock;
}

export async function aFormsModule(): Promise<TestForms> {
  const clock = new ControlledClock("2026-01-01T00:00:00Z");
  const { db, tx, commit } = forgetful();
  const forms = createForms({ db, clock, logger: silentLogger });
  await forms.load();
  return {
    ...forms,
    clock,
    async keep(key, schema) {
      const { version } = await forms.publish(tx, key, schema);
      await commit();
      return version.version;
    },
  };
}

/** A form of these components. */
export const aForm = (...components: object[]): object => ({ display: "form", components });

/** Validates data against a form of these components. */
export async function validating(components: object[], data: unknown, context = {}) {
  const forms = await aFormsModule();
  await forms.keep("app/form", aForm(...components));
  return forms.validate({ key: "app/form", data, context });
}
