import type { CaseFiles, CaseType } from "../cases/index.js";
import type { Documents, PrintRuns, PrintSource } from "../documents/index.js";
import type { Files } from "../files/index.js";
import type { History } from "../history/index.js";
import type { AnyRoute } from "../http/index.js";
import type { AccessRules, PeopleDirectory, Users } from "../identity/index.js";
import type { AnyWorker } from "../job-runtime/index.js";
import type { Notifications } from "../notifications/index.js";
import type { Clock, ErrorCatalogue, IdGenerator, Localised, Logger } from "../platform/index.js";
import type { Database, UnitOfWork } from "../platform/db/index.js";
import type { TaskHandler } from "../tasks/index.js";
import type { Contributions } from "./contributions.js";
import type { PublicPage } from "./public-page.js";
import type { PluginCommand } from "./plugin-command.js";
import type { PluginSettings } from "./plugin-settings.js";

/** What the platform hands to a plugin at start. @since 1.0 */
export interface PluginContext {
  readonly clock: Clock;
  readonly ids: IdGenerator;
  readonly logger: Logger;
  readonly db: Database;
  readonly cases: CaseFiles;
  readonly files: Files;
  readonly documents: Documents;
  /** Starting print runs; their documents come from `printSources`. */
  readonly printRuns: PrintRuns;
  readonly history: History;
  readonly notifications: Notifications;
  readonly users: Users;
  /** A training environment: nothing may be written to systems outside. @since 1.2 */
  readonly training: boolean;
  /** The plugin's own variables as text, checked already; `schema.parse(settings)` gives the values. @since 1.1 */
  readonly settings: Readonly<Record<string, string>>;
  /** The same of a plugin named in `needs`, for what its door makes of them. @throws for any other. @since 1.4 */
  settingsOf(plugin: string): Readonly<Record<string, string>>;
  /** What plugins added to an extension point. Owner and contributors agree on the shape; the owner checks it. */
  contributions(point: string): readonly unknown[];
}

/** What use cases work with: the context without what only a set-up reads. A plugin adds its own stores to it. @since 1.5 */
export type PluginServices = Omit<PluginContext, "logger" | "training" | "settings" | "settingsOf" | "contributions">;

/** What a plugin gives back: everything is optional. @since 1.0 */
export interface PluginParts {
  readonly caseTypes?: readonly CaseType[];
  readonly taskHandlers?: readonly TaskHandler[];
  readonly workers?: readonly AnyWorker[];
  readonly routes?: readonly AnyRoute[];
  readonly access?: AccessRules;
  /** Handlebars helpers of its templates, by name. */
  readonly helpers?: Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;
  readonly errors?: ErrorCatalogue;
  readonly people?: PeopleDirectory;
  /** Where print runs read their documents from, by id. Who may start one is granted `follow PrintRun`, which shows the menu entry. */
  readonly printSources?: readonly PrintSource[];
  /** Dates (YYYY-MM-DD) that are no working days besides Saturdays and Sundays, from reference data. */
  readonly holidays?: (tx: UnitOfWork) => Promise<readonly string[]>;
  /** Tables of reference data that the administration pages show. */
  readonly referenceTables?: readonly ReferenceTable[];
  /** Pages without sign-in, built from `plugins/<plugin>/web/<name>.html`. @since 1.3 */
  readonly publicPages?: readonly PublicPage[];
  /** Reference data that every installation needs; runs at each start, must be idempotent. */
  readonly seed?: (tx: UnitOfWork) => Promise<void>;
  /** Synthetic data for the first start with demo data; prints nothing. */
  readonly demo?: (tx: UnitOfWork, account: DemoAccounts) => Promise<void>;
}

/** Effective-dated reference data, for reading in the administration pages. @since 1.0 */
export interface ReferenceTable {
  readonly id: string;
  readonly title: Localised;
  readonly columns: readonly { readonly key: string; readonly label: Localised }[];
  page(
    tx: UnitOfWork,
    page: { readonly offset: number; readonly limit: number; readonly search?: string },
  ): Promise<{ readonly rows: readonly Readonly<Record<string, string | number | null>>[]; readonly total: number }>;
}

/** Makes demo accounts; passwords are made at first start and printed, never fixed in code. @since 1.0 */
export interface DemoAccounts {
  account(account: {
    readonly username: string;
    readonly displayName: string;
    readonly personId?: string | null;
    /** Other names to sign in with, each with the role that it starts in. */
    readonly aliases?: readonly { readonly name: string; readonly role: string | null }[];
    readonly roles: readonly {
      readonly role: string;
      readonly scopeType: string | null;
      readonly scopeId: string | null;
    }[];
  }): Promise<{ readonly userId: string }>;
}

/**
 * A plugin: code of a business system behind one door. Loaded at run time by name from `bpmn/<app>/process-app.json` (`"plugin": true`)
 * or, for plugins without processes, from `plugins/<name>/plugin.ts`.
 * @since 1.0
 */
export interface Plugin {
  readonly name: string;
  /** Semver of the plugin. */
  readonly version: string;
  /** Range of the plugin API it was written for, e.g. `^1`. */
  readonly api: string;
  /** Plugins whose tables or functions it uses; they are set up first. */
  readonly needs?: readonly string[];
  /** TypeORM entity classes. */
  readonly entities?: readonly (new () => object)[];
  /** TypeORM migration classes, numbered, never edited once released. */
  readonly migrations?: readonly (new () => object)[];
  /** Variables that configure it; `npm run config:help` lists them. @since 1.1 */
  readonly settings?: PluginSettings;
  /** What it adds to extension points of others, known without set-up: `"<plugin>:<point>"` → values. */
  readonly contributions?: Contributions;
  /** Commands that run without the platform: `npm run -s <script>`. */
  readonly commands?: readonly PluginCommand[];
  setup(context: PluginContext): PluginParts | Promise<PluginParts>;
}

/** Declares a plugin; the default export of `plugins/<name>/plugin.ts` is its result, named `plugin`. @since 1.0 */
export const definePlugin = (plugin: Plugin): Plugin => plugin;
