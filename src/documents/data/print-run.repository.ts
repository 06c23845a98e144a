import { In } from "typeorm";
import type { Localised } from "../../platform/index.js";
import type { UnitOfWork } from "../../platform/db/index.js";
import type { PrintRun, PrintRunItem, PrintRunItemStatus } from "../runs/print-run.js";
import { PrintRunItemRow } from "./print-run-item.entity.js";
import { PrintRunRow } from "./print-run.entity.js";

/** Rows of one INSERT; SQLite takes 32,766 values in a statement. */
const ROWS_AT_ONCE = 500;

/** How many items of a run are in which state. */
export interface PrintRunCounts {
  readonly total: number;
  readonly printed: number;
  readonly failed: number;
}

/** A person, and the groups of the role that the person acts in. */
export interface Followers {
  readonly userId: string;
  readonly groups: readonly string[];
}

interface Paging {
  readonly offset: number;
  readonly limit: number;
}

const toRun = ({ runKey: _key, ...run }: PrintRunRow): PrintRun => ({ ...run });
const toItem = ({ runId, ...item }: PrintRunItemRow): PrintRunItem => ({ runId, ...item });

/** Print runs and their items. Bound to one unit of work. */
export class PrintRunRepository {
  constructor(private readonly tx: UnitOfWork) {}

  get #runs() {
    return this.tx.manager.getRepository(PrintRunRow);
  }

  get #items() {
    return this.tx.manager.getRepository(PrintRunItemRow);
  }

  /** @throws on a key that exists. */
  async add(run: PrintRun, runKey: string, items: readonly { ref: string; label: string }[]): Promise<void> {
    await this.#runs.insert({ ...run, runKey });
    const rows = items.map(({ ref, label }, index) => ({
      runId: run.id,
      position: index + 1,
      ref,
      label,
      status: "WAITING" as const,
      documentId: null,
      reason: null,
    }));
    for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
      await this.#items.insert(rows.slice(from, from + ROWS_AT_ONCE));
    }
  }

  async find(id: string): Promise<PrintRun | undefined> {
    const row = await this.#runs.findOneBy({ id });
    return row === null ? undefined : toRun(row);
  }

  async findByKey(runKey: string): Promise<PrintRun | undefined> {
    const row = await this.#runs.findOneBy({ runKey });
    return row === null ? undefined : toRun(row);
  }

  /** Runs that a person started or that one of the groups follows, or all of them; newest first. */
  async followed(by: Followers | "all", { offset, limit }: Paging): Promise<{ items: PrintRun[]; total: number }> {
    const [rows, total] = await this.#runs.findAndCount({
      where: by === "all" ? {} : [{ startedBy: by.userId }, { group: In([...by.groups]) }],
      order: { startedAt: "DESC", id: "DESC" },
      skip: offset,
      take: limit,
    });
    return { items: rows.map(toRun), total };
  }

  /** Runs that go on, oldest first. */
  async running(): Promise<PrintRun[]> {
    const rows = await this.#runs.find({ where: { status: "RUNNING" }, order: { startedAt: "ASC", id: "ASC" } });
    return rows.map(toRun);
  }

  async setStatus(id: string, change: Pick<PrintRun, "status" | "reason" | "finishedAt">): Promise<void> {
    await this.#runs.update({ id }, change);
  }

  /** The next items to be printed. */
  async waiting(runId: string, limit: number): Promise<PrintRunItem[]> {
    const rows = await this.#items.find({
      where: { runId, status: "WAITING" },
      order: { position: "ASC" },
      take: limit,
    });
    return rows.map(toItem);
  }

  async printed(runId: string, position: number, documentId: string): Promise<void> {
    await this.#items.update({ runId, position }, { status: "PRINTED", documentId, reason: null });
  }

  async failed(runId: string, position: number, reason: Localised): Promise<void> {
    await this.#items.update({ runId, position, status: "WAITING" }, { status: "FAILED", reason });
  }

  /** Makes failed items wait again. @returns how many. */
  async renewFailed(runId: string): Promise<number> {
    const { affected } = await this.#items.update({ runId, status: "FAILED" }, { status: "WAITING", reason: null });
    return affected ?? 0;
  }

  async items(
    runId: string,
    status: PrintRunItemStatus | undefined,
    { offset, limit }: Paging,
  ): Promise<{ items: PrintRunItem[]; total: number }> {
    const [rows, total] = await this.#items.findAndCount({
      where: { runId, ...(status === undefined ? {} : { status }) },
      order: { position: "ASC" },
      skip: offset,
      take: limit,
    });
    return { items: rows.map(toItem), total };
  }

  /** Printed items behind `position`, in order. */
  async printedAfter(runId: string, position: number, limit: number): Promise<PrintRunItem[]> {
    const rows = await this.#items
      .createQueryBuilder("item")
      .where("item.runId = :runId AND item.status = 'PRINTED' AND item.position > :position", { runId, position })
      .orderBy("item.position", "ASC")
      .take(limit)
      .getMany();
    return rows.map(toItem);
  }

  async counts(runIds: readonly string[]): Promise<ReadonlyMap<string, PrintRunCounts>> {
    if (runIds.length === 0) return new Map();
    const rows = await this.#items
      .createQueryBuilder("item")
      .select("item.runId", "runId")
      .addSelect("item.status", "status")
      .addSelect("COUNT(*)", "count")
      .where({ runId: In([...runIds]) })
      .groupBy("item.runId")
      .addGroupBy("item.status")
      .getRawMany<{ runId: string; status: PrintRunItemStatus; count: number | string }>();
    const countOf = (runId: string, status?: PrintRunItemStatus): number =>
      rows
        .filter((row) => row.runId === runId && (status === undefined || row.status === status))
        .reduce((sum, { count }) => sum + Number(count), 0);
    return new Map(
      runIds.map((id) => [id, { total: countOf(id), printed: countOf(id, "PRINTED"), failed: countOf(id, "FAILED") }]),
    );
  }
}
