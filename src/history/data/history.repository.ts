import { containing, positional, type UnitOfWork } from "../../platform/db/index.js";
import type { PersonalValue } from "../commitment.js";
import type { HistoryFilter } from "../recorded-entry.js";

export interface Link {
  readonly seq: number;
  readonly hash: string;
}

/** A link as stored. */
export interface StoredEntry extends Link {
  readonly at: number;
  readonly actorId: string;
  readonly action: string;
  readonly caseId: string | null;
  readonly body: string;
  readonly previousHash: string;
}

export type StoredPersonal = PersonalValue & { readonly entrySeq: number };

type Row = Omit<StoredEntry, "at" | "seq"> & { readonly at: number | string; readonly seq: number | string };

const COLUMNS = `e.seq AS "seq", e.at AS "at", e.actor_id AS "actorId", e.action AS "action", e.case_id AS "caseId",
  e.body AS "body", e.previous_hash AS "previousHash", e.hash AS "hash"`;

const toEntry = (row: Row): StoredEntry => ({ ...row, at: Number(row.at), seq: Number(row.seq) });

const where = (filter: HistoryFilter): { readonly sql: string; readonly parameters: Record<string, unknown> } => {
  const terms: string[] = ["1 = 1"];
  const parameters: Record<string, unknown> = {};
  const add = (sql: string, name: string, value: unknown): void => {
    terms.push(sql);
    parameters[name] = value;
  };
  const personal = (path: string, name: string): string =>
    `EXISTS (SELECT 1 FROM history_personal p WHERE p.entry_seq = e.seq AND ${path} p.value LIKE :${name} ESCAPE '!')`;
  if (filter.caseId !== undefined) add("e.case_id = :caseId", "caseId", filter.caseId);
  if (filter.withoutReads === true) terms.push("e.action NOT LIKE 'read.%'");
  if (filter.from !== undefined) add("e.at >= :fromAt", "fromAt", filter.from);
  if (filter.to !== undefined) add("e.at < :toAt", "toAt", filter.to);
  if (filter.actor !== undefined && filter.actor !== "") {
    parameters["actorId"] = filter.actor;
    add(
      `(e.actor_id = :actorId OR ${personal("p.path = 'actorName' AND", "actor")})`,
      "actor",
      containing(filter.actor),
    );
  }
  if (filter.search !== undefined && filter.search !== "") {
    // The body is JSON: a quotation mark in the text stands there as \".
    const inJson = JSON.stringify(filter.search).slice(1, -1);
    parameters["inBody"] = containing(inJson);
    add(`(e.body LIKE :inBody ESCAPE '!' OR ${personal("", "text")})`, "text", containing(filter.search));
  }
  return { sql: terms.join(" AND "), parameters };
};

/** The history's tables. Bound to one unit of work. */
export class HistoryRepository {
  constructor(private readonly tx: UnitOfWork) {}

  async #rows<T>(sql: string, parameters: Readonly<Record<string, unknown>>): Promise<T[]> {
    const { sql: text, values } = positional(sql, parameters);
    return this.tx.manager.query<T[]>(text, [...values]);
  }

  /** The link to append to. Locks it: the next append of another transaction waits until this one ends. */
  async lockHead(): Promise<Link> {
    // An update instead of SELECT … FOR UPDATE, which SQLite does not have.
    await this.tx.manager.query("UPDATE history_head SET seq = seq + 1 WHERE id = 1");
    const { seq, hash } = await this.head();
    return { seq: seq - 1, hash };
  }

  async head(): Promise<Link> {
    const [row] = await this.#rows<{ seq: number | string; hash: string }>(
      `SELECT seq AS "seq", hash AS "hash" FROM history_head WHERE id = 1`,
      {},
    );
    if (row === undefined) throw new Error("Expected the head of the history, but its row is gone");
    return { seq: Number(row.seq), hash: row.hash };
  }

  async append(entry: StoredEntry, personal: readonly PersonalValue[]): Promise<void> {
    await this.#rows(
      `INSERT INTO history_entry (seq, at, actor_id, action, case_id, body, previous_hash, hash)
       VALUES (:seq, :at, :actorId, :action, :caseId, :body, :previousHash, :hash)`,
      { ...entry },
    );
    for (const value of personal) {
      await this.#rows(
        "INSERT INTO history_personal (entry_seq, path, salt, value) VALUES (:seq, :path, :salt, :value)",
        { ...value, seq: entry.seq },
      );
    }
    await this.#rows("UPDATE history_head SET hash = :hash WHERE id = 1", { hash: entry.hash });
  }

  async count(filter: HistoryFilter): Promise<number> {
    const { sql, parameters } = where(filter);
    const [row] = await this.#rows<{ n: number | string }>(
      `SELECT COUNT(*) AS "n" FROM history_entry e WHERE ${sql}`,
      parameters,
    );
    return Number(row?.n ?? 0);
  }

  /** Newest first. */
  async page(filter: HistoryFilter, page: { offset: number; limit: number }): Promise<StoredEntry[]> {
    const { sql, parameters } = where(filter);
    const rows = await this.#rows<Row>(
      `SELECT ${COLUMNS} FROM history_entry e WHERE ${sql} ORDER BY e.seq DESC LIMIT :limit OFFSET :offset`,
      { ...parameters, limit: page.limit, offset: page.offset },
    );
    return rows.map(toEntry);
  }

  /** The next links after `seq`, in order. */
  async after(seq: number, limit: number): Promise<StoredEntry[]> {
    const rows = await this.#rows<Row>(
      `SELECT ${COLUMNS} FROM history_entry e WHERE e.seq > :seq ORDER BY e.seq LIMIT :limit`,
      { seq, limit },
    );
    return rows.map(toEntry);
  }

  async personalOf(seqs: readonly number[]): Promise<StoredPersonal[]> {
    if (seqs.length === 0) return [];
    return this.#rows<StoredPersonal>(
      `SELECT entry_seq AS "entrySeq", path AS "path", salt AS "salt", value AS "value"
       FROM history_personal WHERE entry_seq IN (:seqs)`,
      { seqs },
    );
  }

  /** Deletes the personal values of a case file's entries. @returns how many. */
  async erase(caseId: string): Promise<number> {
    const inCase = "entry_seq IN (SELECT e.seq FROM history_entry e WHERE e.case_id = :caseId)";
    const [row] = await this.#rows<{ n: number | string }>(
      `SELECT COUNT(*) AS "n" FROM history_personal WHERE ${inCase}`,
      { caseId },
    );
    await this.#rows(`DELETE FROM history_personal WHERE ${inCase}`, { caseId });
    return Number(row?.n ?? 0);
  }
}
