import type { Versions } from "./read.js";
import type { Key } from "./rows.js";

interface VersionedRow {
  readonly version: number;
  readonly tenantId: string;
  readonly state: "ACTIVE" | "DELETED";
  readonly deploymentKey: Key;
}

/** All versions of one kind of definition in memory: there are few, and every start needs them. */
export class VersionTable<Row extends VersionedRow> implements Versions<Row> {
  readonly #byKey = new Map<Key, Row>();
  readonly #byId = new Map<string, Row[]>();

  constructor(
    readonly keyOf: (row: Row) => Key,
    readonly idOf: (row: Row) => string,
    readonly tagOf: (row: Row) => string | null,
  ) {}

  get(key: Key): Row | undefined {
    return this.#byKey.get(key);
  }

  latest(tenantId: string, id: string): Row | undefined {
    return this.#newest(tenantId, id, () => true);
  }

  version(tenantId: string, id: string, version: number): Row | undefined {
    return this.#newest(tenantId, id, (row) => row.version === version);
  }

  tagged(tenantId: string, id: string, tag: string): Row | undefined {
    return this.#newest(tenantId, id, (row) => this.tagOf(row) === tag);
  }

  deployedWith(deploymentKey: Key, id: string): Row | undefined {
    for (const rows of this.#byId.values()) {
      const found = rows.find((row) => row.deploymentKey === deploymentKey && this.idOf(row) === id);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  highest(tenantId: string, id: string): number {
    return this.#of(tenantId, id).at(-1)?.version ?? 0;
  }

  all(): Iterable<Row> {
    return this.#byKey.values();
  }

  /** Latest versions of all ids that are not deleted. */
  *allLatest(): Iterable<Row> {
    for (const rows of this.#byId.values()) {
      const row = rows.findLast((candidate) => candidate.state === "ACTIVE");
      if (row !== undefined) yield row;
    }
  }

  add(row: Row): void {
    this.#byKey.set(this.keyOf(row), row);
    const id = `${row.tenantId}\0${this.idOf(row)}`;
    const rows = this.#byId.get(id) ?? [];
    rows.push(row);
    rows.sort((a, b) => a.version - b.version);
    this.#byId.set(id, rows);
  }

  remove(row: Row): void {
    this.#byKey.delete(this.keyOf(row));
    const id = `${row.tenantId}\0${this.idOf(row)}`;
    this.#byId.set(
      id,
      (this.#byId.get(id) ?? []).filter((other) => other !== row),
    );
  }

  #of(tenantId: string, id: string): readonly Row[] {
    return this.#byId.get(`${tenantId}\0${id}`) ?? [];
  }

  #newest(tenantId: string, id: string, wanted: (row: Row) => boolean): Row | undefined {
    return this.#of(tenantId, id).findLast((row) => row.state === "ACTIVE" && wanted(row));
  }
}
