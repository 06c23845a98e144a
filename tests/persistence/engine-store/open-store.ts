import type { EngineStore } from "../../../src/engine/index.js";
import { openMariadbEngineStore, openSqliteEngineStore, type RecordSearch } from "../../../src/engine-store/index.js";
import { databaseKinds, freshMariadb, type DatabaseKind } from "../../support/database.js";

export type TestStore = EngineStore & RecordSearch;

/** An empty store of the kind; `close` removes what it made. */
export async function openStore(kind: DatabaseKind): Promise<TestStore> {
  if (kind === "sqlite") return openSqliteEngineStore({ memory: true });
  const schema = await freshMariadb();
  const store = await openMariadbEngineStore({ url: schema.url });
  const close = store.close.bind(store);
  return Object.assign(store, {
    close: async () => {
      await close();
      await schema.drop();
    },
  });
}

export { databaseKinds };
