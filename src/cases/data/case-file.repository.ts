import { AppError } from "../../platform/index.js";
import { isUniqueViolation, positional, type UnitOfWork } from "../../platform/db/index.js";
import type { CaseFile } from "../case-file.js";
import { CaseFileEntity } from "./case-file.entity.js";
import { CaseScopeEntity } from "./case-scope.entity.js";

/** A condition over `case_file c`, with named parameters. */
export interface CaseCondition {
  readonly sql: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

type Row = Omit<CaseFile, "kind" | "scopes" | "openedAt" | "updatedAt" | "closedAt"> & {
  readonly openedAt: number | string;
  readonly updatedAt: number | string;
  readonly closedAt: number | string | null;
};

/** Ids in one `IN (…)`: SQLite takes 32,766 parameters in one statement. */
const IN_AT_ONCE = 5_000;

const COLUMNS = `c.id AS "id", c.app AS "app", c.type AS "type", c.reference AS "reference", c.title AS "title",
  c.owner_id AS "ownerId", c.subject_name AS "subjectName", c.subject_number AS "subjectNumber", c.unit_name AS "unitName",
  c.status AS "status", c.process_instance_key AS "processInstanceKey", c.revision AS "revision",
  c.opened_at AS "openedAt", c.updated_at AS "updatedAt", c.closed_at AS "closedAt"`;

/** Case files. Bound to one unit of work. Lists are raw SQL: hydrating entities costs many times the query. */
export class CaseFileRepository {
  constructor(private readonly tx: UnitOfWork) {}

  async #rows<T>(sql: string, parameters: Readonly<Record<string, unknown>>): Promise<T[]> {
    const { sql: text, values } = positional(sql, parameters);
    return this.tx.manager.query<T[]>(text, [...values]);
  }

  async #scopesOf(caseIds: readonly string[]): Promise<ReadonlyMap<string, Readonly<Record<string, string>>>> {
    const found = new Map<string, Record<string, string>>();
    for (let at = 0; at < caseIds.length; at += IN_AT_ONCE) {
      const rows = await this.#rows<{ caseId: string; scopeType: string; scopeId: string }>(
        `SELECT case_id AS "caseId", scope_type AS "scopeType", scope_id AS "scopeId" FROM case_scope WHERE case_id IN (:ids)`,
        { ids: caseIds.slice(at, at + IN_AT_ONCE) },
      );
      for (const { caseId, scopeType, scopeId } of rows) {
        found.set(caseId, { ...found.get(caseId), [scopeType]: scopeId });
      }
    }
    return found;
  }

  async #withScopes(rows: readonly Row[]): Promise<CaseFile[]> {
    const scopes = await this.#scopesOf(rows.map(({ id }) => id));
    return rows.map((row) => ({
      ...row,
      kind: "CaseFile",
      scopes: scopes.get(row.id) ?? {},
      openedAt: Number(row.openedAt),
      updatedAt: Number(row.updatedAt),
      closedAt: row.closedAt === null ? null : Number(row.closedAt),
    }));
  }

  async insert(caseFile: CaseFile): Promise<void> {
    const { kind: _, scopes, ...row } = caseFile;
    await this.tx.manager.createQueryBuilder().insert().into(CaseFileEntity).values(row).updateEntity(false).execute();
    await this.#insertScopes(row.id, scopes);
  }

  /** Replaces the scopes of these types; others stay. */
  async setScopes(caseId: string, scopes: Readonly<Record<string, string>>): Promise<void> {
    for (const scopeType of Object.keys(scopes)) await this.tx.manager.delete(CaseScopeEntity, { caseId, scopeType });
    await this.#insertScopes(caseId, scopes);
  }

  async #insertScopes(caseId: string, scopes: Readonly<Record<string, string>>): Promise<void> {
    const scopeRows = Object.entries(scopes).map(([scopeType, scopeId]) => ({ caseId, scopeType, scopeId }));
    if (scopeRows.length === 0) return;
    await this.tx.manager
      .createQueryBuilder()
      .insert()
      .into(CaseScopeEntity)
      .values(scopeRows)
      .updateEntity(false)
      .execute();
  }

  /** @returns false when there is one with this id already. */
  async insertOnce(caseFile: CaseFile): Promise<boolean> {
    try {
      await this.insert(caseFile);
      return true;
    } catch (error) {
      if (isUniqueViolation(error)) return false;
      throw error;
    }
  }

  /** Adds a scope; one that is there already stays. */
  async addScope(caseId: string, scopeType: string, scopeId: string): Promise<void> {
    try {
      await this.tx.manager.insert(CaseScopeEntity, { caseId, scopeType, scopeId });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
    }
  }

  /** Case files of these apps that are open and have a process, by id, from behind `after`. */
  async openAfter(apps: readonly string[], after: string, limit: number): Promise<CaseFile[]> {
    const rows = await this.#rows<Row>(
      `SELECT ${COLUMNS} FROM case_file c WHERE c.app IN (:apps) AND c.closed_at IS NULL
         AND c.process_instance_key IS NOT NULL AND c.id > :after ORDER BY c.id LIMIT :limit`,
      { apps, after, limit },
    );
    return this.#withScopes(rows);
  }

  async where(
    condition: CaseCondition,
    order: "oldest" | "changed" = "oldest",
    page: { readonly offset: number; readonly limit: number } = { offset: 0, limit: 100_000 },
  ): Promise<CaseFile[]> {
    const by = order === "oldest" ? "c.opened_at, c.id" : "c.updated_at DESC, c.id DESC";
    const rows = await this.#rows<Row>(
      `SELECT ${COLUMNS} FROM case_file c WHERE ${condition.sql} ORDER BY ${by} LIMIT :limit OFFSET :offset`,
      { ...condition.parameters, limit: page.limit, offset: page.offset },
    );
    return this.#withScopes(rows);
  }

  async count({ sql, parameters }: CaseCondition): Promise<number> {
    const [row] = await this.#rows<{ n: number | string }>(
      `SELECT COUNT(*) AS "n" FROM case_file c WHERE ${sql}`,
      parameters,
    );
    return Number(row?.n ?? 0);
  }

  async find(id: string): Promise<CaseFile | undefined> {
    return (await this.where({ sql: "c.id = :id", parameters: { id } }))[0];
  }

  /** @throws {AppError} CONFLICT when someone else wrote it after it was read. */
  async save(
    before: CaseFile,
    change: Partial<Pick<CaseFile, "status" | "title" | "updatedAt" | "closedAt">>,
  ): Promise<CaseFile> {
    const { id, revision } = before;
    const { affected } = await this.tx.manager.update(
      CaseFileEntity,
      { id, revision },
      { ...change, revision: revision + 1 },
    );
    if (affected !== 1) {
      throw new AppError("CONFLICT", `Expected revision ${revision} of case file '${id}', but it has moved on`);
    }
    return { ...before, ...change, revision: revision + 1 };
  }

  /** Not a write that people compete for, so the revision stays. */
  async setInstance(id: string, processInstanceKey: string): Promise<void> {
    await this.tx.manager.update(CaseFileEntity, { id }, { processInstanceKey });
  }
}
