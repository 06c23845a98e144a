import type { EngineStore } from "../../src/engine/index.js";
import { openMariadbEngineStore, openSqliteEngineStore } from "../../src/engine-store/index.js";
import { type DatabaseKind, freshMariadb } from "./database.js";

/** An empty engine store of the kind; closing it removes what was made for it. */
export async function openEngineStore(kind: DatabaseKind): Promise<EngineStore> {
  if (kind === "sqlite") return openSqliteEngineStore({ memory: true });
  const schema = await freshMariadb();
  const store = await openMariadbEngineStore({ url: schema.url });
  const close = store.close.bind(store);
  return Object.assign(store, {
    async close() {
      await close();
      await schema.drop();
    },
  });
}
