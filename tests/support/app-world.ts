import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type AlurWorld, openAlur } from "./alur.js";
import type { Browser } from "./browser.js";

/** A process app without code, as its files would say it. */
export interface TestApp {
  readonly manifest: { readonly app: string } & Readonly<Record<string, unknown>>;
  /** XML by file name. */
  readonly diagrams: Readonly<Record<string, string>>;
  /** Form.io forms by name. */
  readonly forms: Readonly<Record<string, object>>;
}

export interface AppWorld extends AlurWorld {
  /** Someone with this role, signed in. */
  person(
    username: string,
    role: string | null,
    scope?: { readonly type: string; readonly id: string },
  ): Promise<Browser>;
}

/** A platform with one small process app without code. */
export const openAppWorld = async ({ manifest, diagrams, forms }: TestApp): Promise<AppWorld> => {
  const { app } = manifest;
  const folder = mkdtempSync(join(tmpdir(), "alur-app-"));
  for (const name of [`bpmn/${app}`, `forms/${app}`, "plugins"]) mkdirSync(join(folder, name), { recursive: true });
  const named = { ...manifest, diagrams: Object.keys(diagrams), forms: Object.keys(forms) };
  writeFileSync(join(folder, "bpmn", app, "process-app.json"), JSON.stringify(named));
  for (const [name, xml] of Object.entries(diagrams)) writeFileSync(join(folder, "bpmn", app, name), xml);
  for (const [name, form] of Object.entries(forms)) {
    writeFileSync(join(folder, "forms", app, `${name}.json`), JSON.stringify(form));
  }
  const world = await openAlur({
    demo: false,
    environment: { ALUR_SESSION_HOURS: "720" }, // the clock is moved by days, and people stay signed in
    folders: {
      bpmnDir: join(folder, "bpmn"),
      formsDir: join(folder, "forms"),
      pluginsDir: join(folder, "plugins"),
      webDir: null,
    },
  });
  return {
    ...world,
    async person(username, role, scope) {
      const { db, identity } = world.alur.services;
      const password = `kata-sandi-${username}`;
      await db.transaction(async (tx) => {
        const { userId } = await identity.users.create(tx, { username, displayName: username });
        const [scopeType, scopeId] = [scope?.type ?? null, scope?.id ?? null];
        if (role !== null) await identity.users.assign(tx, userId, { role, scopeType, scopeId });
        await identity.users.setDemoPassword(tx, userId, password);
      });
      const browser = world.browser();
      const { status, body } = await browser.signIn(username, password);
      if (status !== 200) throw new Error(`Expected '${username}' to sign in, but: ${JSON.stringify(body)}`);
      return browser;
    },
    async close() {
      await world.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
