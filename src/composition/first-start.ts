import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type FirstAccount, FirstAccounts, hasNoAccounts, type Identity } from "../identity/index.js";
import type { Clock } from "../platform/index.js";
import type { Database } from "../platform/db/index.js";
import type { SetUpPlugin } from "../plugin-api/set-up-plugins.js";

/** What the first start made; shown once and kept nowhere. */
export interface FirstStart {
  readonly accounts: readonly FirstAccount[];
}

interface FirstStartDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly identity: Identity;
  readonly plugins: readonly SetUpPlugin[];
  readonly dataDir: string;
  readonly demo: boolean;
}

const everywhere = (role: string) => [{ role, scopeType: null, scopeId: null }];

/** Accounts of the platform's own roles; those of the process apps come from their plugins. */
const platformAccounts = [
  { username: "admin", displayName: "Administrator", roles: everywhere("admin") },
  { username: "auditor", displayName: "Auditor", roles: everywhere("auditor") },
  { username: "pemilik-proses", displayName: "Pemilik Proses", roles: everywhere("process-owner") },
];

/** Reference data that every installation needs; idempotent, in one transaction per plugin. */
export const seedReferenceData = async (db: Database, plugins: readonly SetUpPlugin[]): Promise<void> => {
  for (const { parts } of plugins) {
    if (parts.seed !== undefined) await db.transaction(parts.seed);
  }
};

/**
 * On a database without accounts: demo accounts and data, or, without demo data, the first administrator. The note in the
 * data folder keeps a database that was emptied by hand from being filled with demo data again.
 */
export const fillFirstStart = async ({
  db,
  clock,
  identity,
  plugins,
  dataDir,
  demo,
}: FirstStartDeps): Promise<FirstStart> => {
  const note = join(dataDir, "demo-loaded.json");
  const isDemo = demo && !existsSync(note);
  const accounts = await db.transaction(async (tx) => {
    if (!(await hasNoAccounts(tx))) return [];
    const first = new FirstAccounts(identity.users, tx);
    for (const account of isDemo ? platformAccounts : platformAccounts.slice(0, 1)) await first.account(account);
    if (isDemo) for (const { parts } of plugins) await parts.demo?.(tx, first);
    return first.made;
  });
  if (isDemo && accounts.length > 0) {
    writeFileSync(note, `${JSON.stringify({ loadedAt: new Date(clock.now()).toISOString() })}\n`);
  }
  return { accounts };
};
