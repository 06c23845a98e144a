import type { CamundaClient } from "../camunda-client/index.js";
import type { Ability } from "../http/index.js";
import type { OutboxService } from "../outbox/index.js";
import type { Clock, IdGenerator } from "../platform/index.js";
import type { Database, UnitOfWork } from "../platform/db/index.js";
import type { CaseFile } from "./case-file.js";
import type { CaseFiles, CaseType } from "./case-type.js";

export interface CaseFilesDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly ids: IdGenerator;
  readonly outbox: OutboxService;
  readonly client: Pick<CamundaClient, "createInstance" | "findInstances" | "publishMessage">;
}

/** What a list of case files asks for. */
export interface CaseQuery {
  readonly app?: string;
  readonly type?: string;
  readonly status?: string;
  readonly search?: string;
  /** Only those about this user. */
  readonly ownerId?: string;
  readonly offset: number;
  readonly limit: number;
}

/** Case files with what the platform needs beside them. */
export interface CaseFilesService extends CaseFiles {
  /** @throws {Error} when a type of that app is registered already. */
  register(types: readonly CaseType[]): void;
  types(): readonly CaseType[];
  typeOf(caseFile: { readonly app: string; readonly type: string }): CaseType | undefined;
  /** @throws {AppError} NOT_FOUND, the same whether it is absent or not for this person. */
  readable(tx: UnitOfWork, id: string, ability: Ability): Promise<CaseFile>;
  mayRead(tx: UnitOfWork, id: string, ability: Ability): Promise<boolean>;
  /** Case files this person may read, most recently changed first. */
  search(
    tx: UnitOfWork,
    ability: Ability,
    query: CaseQuery,
  ): Promise<{ readonly items: readonly CaseFile[]; readonly total: number }>;
  /** Case files by id, without a question of rights. */
  byIds(tx: UnitOfWork, ids: readonly string[]): Promise<ReadonlyMap<string, CaseFile>>;
  /** Case files of process instances, by instance key. */
  byInstances(tx: UnitOfWork, processInstanceKeys: readonly string[]): Promise<ReadonlyMap<string, CaseFile>>;
}

/** Registers the handlers `engine.create-instance` and `engine.publish-message` with the outbox. */
export declare function createCaseFiles(deps: CaseFilesDeps): CaseFilesService;
