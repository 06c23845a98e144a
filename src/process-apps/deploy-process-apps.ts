import { createHash } from "node:crypto";
import { checkForm, type Forms } from "../forms/index.js";
import { AppError, type Clock, type Logger } from "../platform/index.js";
import type { Database } from "../platform/db/index.js";
import { deployedHash, keepDeployment } from "./data/process-app.repository.js";
import type { AppFile, ProcessApp } from "./process-app.js";

export interface DeploymentDependencies {
  readonly db: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly forms: Forms;
  /** Deploys resources to the engine together. */
  readonly deploy: (resources: readonly { readonly name: string; readonly content: string }[]) => Promise<unknown>;
  /**
   * Whether the engine knows a process; asked when nothing has changed, so that an engine that was exchanged or emptied gets
   * the diagrams again. Without it the application's own record is believed.
   */
  readonly isKnown?: (processId: string) => Promise<boolean>;
}

/** What a start changed, per app. */
export interface DeploymentOutcome {
  readonly app: string;
  /** Names of the diagrams and decisions sent to the engine; empty when nothing had changed. */
  readonly deployed: readonly string[];
  /** `<app>/<form>@<version>` of forms published anew. */
  readonly forms: readonly string[];
}

const hashOf = (files: readonly AppFile[]): string => {
  const hash = createHash("sha256");
  for (const { name, content } of files) hash.update(`${name}\n${content.length}\n${content}`);
  return hash.digest("hex");
};

const parsed = ({ path, content }: AppFile): unknown => {
  try {
    return JSON.parse(content) as unknown;
  } catch (error) {
    throw new AppError("PROCESS_APP_INVALID", `Expected JSON in ${path}, but ${String(error)}`);
  }
};

/** All faults of all forms in one error: who repairs them wants to see them together. */
const checkedForms = async ({ manifest, forms }: ProcessApp) => {
  const faults: string[] = [];
  const schemas: { key: string; schema: unknown }[] = [];
  for (const file of forms) {
    const schema = parsed(file);
    const problems = await checkForm(schema);
    faults.push(...problems.map(({ path, message }) => `${file.path}: ${path}: ${message.en}`));
    schemas.push({ key: `${manifest.app}/${file.name}`, schema });
  }
  if (faults.length > 0) {
    throw new AppError("PROCESS_APP_INVALID", `Expected forms that may be published, but:\n  ${faults.join("\n  ")}`);
  }
  return schemas;
};

const publishForms = async ({ db, forms }: DeploymentDependencies, app: ProcessApp): Promise<string[]> => {
  const schemas = await checkedForms(app);
  return db.transaction(async (tx) => {
    const published: string[] = [];
    for (const { key, schema } of schemas) {
      const { version, isNew } = await forms.publish(tx, key, schema);
      if (isNew) published.push(`${key}@${version.version}`);
    }
    return published;
  });
};

const isUpToDate = async (
  { db, isKnown }: DeploymentDependencies,
  { manifest, diagrams }: ProcessApp,
  hash: string,
): Promise<boolean> => {
  if ((await db.read((tx) => deployedHash(tx, manifest.app))) !== hash) return false;
  const first = diagrams[0];
  return isKnown === undefined || first === undefined || isKnown(first.name.replace(/\.bpmn$/, ""));
};

const deployOne = async (dependencies: DeploymentDependencies, app: ProcessApp): Promise<DeploymentOutcome> => {
  const { db, clock, logger } = dependencies;
  const { manifest } = app;
  // Forms first: a task must find its form from its first moment.
  const forms = await publishForms(dependencies, app);
  const files = [...app.decisions, ...app.diagrams];
  const hash = hashOf(files);
  if (files.length === 0 || (await isUpToDate(dependencies, app, hash))) {
    return { app: manifest.app, deployed: [], forms };
  }
  // Sent again after a crash before the next line, the engine answers with the same versions.
  await dependencies.deploy(files.map(({ name, content }) => ({ name, content })));
  await db.transaction((tx) =>
    keepDeployment(tx, { app: manifest.app, version: manifest.version, hash, deployedAt: clock.now() }),
  );
  const deployed = files.map(({ name }) => name);
  logger.info({ event: "process-app.deployed", app: manifest.app, deployed, forms }, "Process app deployed");
  return { app: manifest.app, deployed, forms };
};

/**
 * Brings forms, diagrams and decisions of the apps into the platform, as far as they have changed.
 * @throws {AppError} PROCESS_APP_INVALID with every fault of an app's forms; what the engine says when it refuses a diagram.
 */
export async function deployProcessApps(
  dependencies: DeploymentDependencies,
  apps: readonly ProcessApp[],
): Promise<readonly DeploymentOutcome[]> {
  const outcomes: DeploymentOutcome[] = [];
  for (const app of apps) outcomes.push(await deployOne(dependencies, app));
  return outcomes;
}
