import type { CamundaClient } from "../camunda-client/index.js";
import type { History } from "../history/index.js";
import type { Ability } from "../http/index.js";
import type { OutboxService } from "../outbox/index.js";
import { AppError, type Clock, type IdGenerator, type Logger } from "../platform/index.js";
import type { Database, UnitOfWork } from "../platform/db/index.js";
import { CaseTypes } from "./case-types.js";
import type { CaseFile } from "./case-file.js";
import { MAY_READ, readerScope } from "./case-reader.js";
import { allOf, type CaseQuery, conditionOf, filterCondition } from "./case-query.js";
import type { CaseFiles, CaseType } from "./case-type.js";
import { caseColumn } from "./data/case-column.js";
import { CaseFileRepository } from "./data/case-file.repository.js";
import { CREATE_INSTANCE, type CreateInstance, PUBLISH_MESSAGE, registerEngineCommands } from "./engine-commands.js";
import { type ForeignInstance, PlainCases } from "./plain-cases.js";
import type { PlainProcess } from "./plain-case-type.js";

export interface CaseFilesDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly ids: IdGenerator;
  readonly outbox: OutboxService;
  readonly client: Pick<CamundaClient, "createInstance" | "findInstances" | "publishMessage" | "endedInstances">;
  readonly history: History;
  readonly logger: Logger;
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

  /** Adds the processes of apps without code; each gets a plain kind of case file. */
  registerPlain(processes: readonly PlainProcess[]): void;
  /** The case file of an instance that something else than a start form began; opened when there is none. Undefined when a plugin looks after it. */
  adopt(instance: ForeignInstance): Promise<CaseFile | undefined>;
  /** Lets a reader (`role`, `role@scope`, `user:<id>`) read the case file, when its kind admits those who are offered a task. */
  admit(caseFile: CaseFile, reader: string): Promise<void>;
  /** Closes a plain case file when its process is over. */
  closeEnded(caseId: string): Promise<void>;
  /** Closes those plain case files of a list whose process is over. @returns how many. @throws {EngineError} UNAVAILABLE. */
  closeEndedOf(caseFiles: readonly CaseFile[]): Promise<number>;
  /** Closes now and then every hour the plain case files whose process is over, until the returned function is called. */
  startClosing(): () => void;
  /** @returns how many plain case files were closed. */
  closeAllEnded(): Promise<number>;
}

const notFound = (id: string): AppError =>
  new AppError("NOT_FOUND", `Expected case file '${id}', but no such case file was found`, {
    detail: {
      id: "Berkas ini tidak ada atau tidak dapat Anda lihat dengan peran sekarang",
      en: "This case file does not exist or cannot be seen in your present role",
    },
  });

/** Registers the handlers `engine.create-instance` and `engine.publish-message` with the outbox. */
export const createCaseFiles = (deps: CaseFilesDeps): CaseFilesService => {
  const { db, clock, ids, outbox } = deps;
  const types = new CaseTypes();
  registerEngineCommands(deps);

  const find = (tx: UnitOfWork, id: string): Promise<CaseFile | undefined> => new CaseFileRepository(tx).find(id);
  const get = async (tx: UnitOfWork, id: string): Promise<CaseFile> => {
    const found = await find(tx, id);
    if (found === undefined) throw notFound(id);
    return found;
  };
  const mayRead = async (tx: UnitOfWork, id: string, ability: Ability): Promise<boolean> => {
    const found = await find(tx, id);
    return found !== undefined && ability.can("read", found);
  };

  const open: CaseFiles["open"] = async (tx, { variables, ...fields }) => {
    const { processId } = types.get(fields.app, fields.type);
    const now = clock.now();
    const caseFile: CaseFile = {
      ...fields,
      kind: "CaseFile",
      id: ids.next(),
      processInstanceKey: null,
      revision: 1,
      openedAt: now,
      updatedAt: now,
      closedAt: null,
    };
    await new CaseFileRepository(tx).insert(caseFile);
    const payload: CreateInstance = { caseId: caseFile.id, processId, variables: { ...variables } };
    await outbox.enqueue(tx, { kind: CREATE_INSTANCE, orderKey: caseFile.id, payload });
    return caseFile;
  };
  const setStatus: CaseFiles["setStatus"] = async (tx, caseFile, status, more = {}) => {
    const type = types.find(caseFile.app, caseFile.type);
    if (type !== undefined && !(status in type.statuses)) {
      throw new Error(`Expected a status of '${caseFile.app}/${caseFile.type}', but it is '${status}'`);
    }
    const now = clock.now();
    const repository = new CaseFileRepository(tx);
    if (more.scopes !== undefined) await repository.setScopes(caseFile.id, more.scopes);
    const saved = await repository.save(caseFile, {
      status,
      updatedAt: now,
      ...(more.title === undefined ? {} : { title: more.title }),
      ...(more.closed === undefined ? {} : { closedAt: more.closed ? now : null }),
    });
    return { ...saved, scopes: { ...saved.scopes, ...more.scopes } };
  };
  const plain = new PlainCases({ ...deps, types, open, setStatus });

  return {
    register: (added) => types.add(added),
    types: () => types.all(),
    typeOf: ({ app, type }) => types.find(app, type),
    find,
    get,
    mayRead,
    open,
    setStatus,
    list: (tx, filter) => new CaseFileRepository(tx).where(filterCondition(filter)),
    registerPlain: (processes) => plain.register(processes),
    adopt: (instance) => plain.adopt(instance),

    async admit(caseFile, reader) {
      const scope = readerScope(reader);
      if (types.find(caseFile.app, caseFile.type)?.isPlain !== true || scope in caseFile.scopes) return;
      await db.transaction((tx) => new CaseFileRepository(tx).addScope(caseFile.id, scope, MAY_READ));
    },

    async closeEnded(caseId) {
      const found = await db.read((tx) => find(tx, caseId));
      if (found !== undefined) await plain.closeEnded([found]);
    },

    closeEndedOf: (caseFiles) => plain.closeEnded(caseFiles),
    startClosing: () => plain.startClosing(),
    closeAllEnded: () => plain.closeAllEnded(),

    async publishMessage(tx, { name, correlationKey, variables, messageId }) {
      await outbox.enqueue(tx, {
        kind: PUBLISH_MESSAGE,
        orderKey: correlationKey,
        payload: { name, correlationKey, messageId, ...(variables === undefined ? {} : { variables }) },
      });
    },

    async readable(tx, id, ability) {
      const found = await find(tx, id);
      if (found === undefined || ability.cannot("read", found)) throw notFound(id);
      return found;
    },

    async search(tx, ability, query) {
      const repository = new CaseFileRepository(tx);
      const condition = allOf([ability.toSql("read", "CaseFile", caseColumn), conditionOf(query)]);
      return {
        items: await repository.where(condition, "changed", query),
        total: await repository.count(condition),
      };
    },

    async byIds(tx, caseIds) {
      if (caseIds.length === 0) return new Map();
      const found = await new CaseFileRepository(tx).where({ sql: "c.id IN (:ids)", parameters: { ids: caseIds } });
      return new Map(found.map((caseFile) => [caseFile.id, caseFile]));
    },

    async byInstances(tx, keys) {
      if (keys.length === 0) return new Map();
      const found = await new CaseFileRepository(tx).where({
        sql: "c.process_instance_key IN (:keys)",
        parameters: { keys },
      });
      return new Map(found.map((caseFile) => [caseFile.processInstanceKey ?? "", caseFile]));
    },
  };
};
