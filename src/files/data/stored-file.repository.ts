import { In, IsNull, LessThan } from "typeorm";
import { containing, type Page, type PageWanted, positional, type UnitOfWork } from "../../platform/db/index.js";
import type { StoredFile } from "../stored-file.js";
import { FileHoldEntity } from "./file-hold.entity.js";
import { FilePlaceEntity } from "./file-place.entity.js";
import { StoredFileEntity } from "./stored-file.entity.js";

/** What ties a file to a thing in a case file. */
export interface Place {
  readonly fileId: string;
  readonly caseId: string;
  readonly place: string;
}

const toFile = (row: StoredFileEntity): StoredFile => ({
  id: row.id,
  name: row.name,
  contentType: row.contentType,
  sizeBytes: row.sizeBytes,
  sha256: row.sha256,
  uploadedBy: row.uploadedBy,
  uploadedAt: row.uploadedAt,
  caseId: row.caseId,
  entries: row.entries,
});

/** Files and where they are used. Bound to one unit of work. */
export class StoredFileRepository {
  constructor(private readonly tx: UnitOfWork) {}

  get #files() {
    return this.tx.manager.getRepository(StoredFileEntity);
  }

  get #places() {
    return this.tx.manager.getRepository(FilePlaceEntity);
  }

  async find(id: string): Promise<StoredFile | undefined> {
    const row = await this.#files.findOneBy({ id });
    return row === null ? undefined : toFile(row);
  }

  async insert(file: StoredFile): Promise<void> {
    const row = { ...file, unclaimedAt: file.caseId === null ? file.uploadedAt : null };
    await this.#files.insert(row);
  }

  async findMade(sha256: string, caseId: string, place: string): Promise<StoredFile | undefined> {
    const row = await this.#files
      .createQueryBuilder("f")
      .innerJoin(FilePlaceEntity, "p", "p.fileId = f.id AND p.caseId = :caseId AND p.place = :place", { caseId, place })
      .where("f.sha256 = :sha256", { sha256 })
      .getOne();
    return row === null ? undefined : toFile(row);
  }

  /** Sets whose the file is; null gives it free from `unclaimedAt` on. */
  async setCase(id: string, caseId: string | null, unclaimedAt: number | null): Promise<void> {
    await this.#files.update({ id }, { caseId, unclaimedAt });
  }

  async addPlace(place: Place, claimedAt: number): Promise<void> {
    if (await this.#places.existsBy({ ...place })) return;
    await this.#places.insert({ ...place, claimedAt });
  }

  async removePlace(place: Place): Promise<void> {
    await this.#places.delete({ ...place });
  }

  async places(fileId: string): Promise<Place[]> {
    return this.#places.find({ where: { fileId }, order: { claimedAt: "ASC", place: "ASC" } });
  }

  async listFor(caseId: string): Promise<(StoredFile & { readonly place: string })[]> {
    const places = await this.#places.find({
      where: { caseId },
      order: { claimedAt: "ASC", place: "ASC", fileId: "ASC" },
    });
    return this.#placed(places, await this.#files.findBy({ caseId }));
  }

  /** Like `listFor`, a part of it, newest first. */
  async pageFor(
    caseId: string,
    { offset, limit, search = "" }: PageWanted,
  ): Promise<Page<StoredFile & { readonly place: string }>> {
    const query = this.#places
      .createQueryBuilder("p")
      .innerJoin(StoredFileEntity, "f", "f.id = p.fileId AND f.caseId = p.caseId")
      .where("p.caseId = :caseId", { caseId })
      .orderBy("p.claimedAt", "DESC")
      .addOrderBy("p.place", "DESC")
      .addOrderBy("p.fileId", "DESC")
      .offset(offset)
      .limit(limit);
    if (search.trim() !== "") {
      query.andWhere("LOWER(f.name) LIKE :text ESCAPE '!'", { text: containing(search.trim().toLowerCase()) });
    }
    const [places, total] = await query.getManyAndCount();
    const rows = await this.#files.findBy({ id: In(places.map(({ fileId }) => fileId)) });
    return { items: this.#placed(places, rows), total };
  }

  #placed(
    places: readonly FilePlaceEntity[],
    rows: readonly StoredFileEntity[],
  ): (StoredFile & { readonly place: string })[] {
    const files = new Map(rows.map((row) => [row.id, toFile(row)]));
    return places.flatMap(({ fileId, place }) => {
      const file = files.get(fileId);
      return file === undefined ? [] : [{ ...file, place }];
    });
  }

  async heldBy(holder: string): Promise<readonly string[]> {
    const rows = await this.tx.manager.find(FileHoldEntity, { where: { holder } });
    return rows.map(({ fileId }) => fileId);
  }

  /** Those of the ids that are uploads of this person, claimed or not. */
  async uploadsOf(userId: string, ids: readonly string[]): Promise<readonly string[]> {
    if (ids.length === 0) return [];
    const rows = await this.#files.find({ where: { id: In([...ids]), uploadedBy: userId }, select: { id: true } });
    return rows.map(({ id }) => id);
  }

  async addHolds(holder: string, fileIds: readonly string[]): Promise<void> {
    if (fileIds.length > 0)
      await this.tx.manager.insert(
        FileHoldEntity,
        fileIds.map((fileId) => ({ fileId, holder })),
      );
  }

  /** Unclaimed files count from `instant` on. */
  async removeHolds(holder: string, fileIds: readonly string[], instant: number): Promise<void> {
    if (fileIds.length === 0) return;
    await this.tx.manager.delete(FileHoldEntity, { holder, fileId: In([...fileIds]) });
    await this.#files.update({ id: In([...fileIds]), caseId: IsNull() }, { unclaimedAt: instant });
  }

  /** Ids and contents of files that nothing has used since before `instant`, nor holds. */
  async unclaimedBefore(instant: number, limit: number): Promise<{ readonly id: string; readonly sha256: string }[]> {
    const { sql, values } = positional(
      `SELECT f.id AS "id", f.sha256 AS "sha256" FROM stored_file f
       WHERE f.unclaimed_at < :instant AND NOT EXISTS (SELECT 1 FROM file_hold h WHERE h.file_id = f.id)
       ORDER BY f.unclaimed_at LIMIT :limit`,
      { instant, limit },
    );
    return this.tx.manager.query<{ id: string; sha256: string }[]>(sql, [...values]);
  }

  /** Removes a file unless it has been claimed or held since it was found. */
  async removeUnclaimed(id: string, before: number): Promise<void> {
    if (await this.tx.manager.existsBy(FileHoldEntity, { fileId: id })) return;
    await this.#files.delete({ id, unclaimedAt: LessThan(before) });
  }

  /** Those of the contents that some file has. */
  async usedOf(hashes: readonly string[]): Promise<ReadonlySet<string>> {
    if (hashes.length === 0) return new Set();
    const rows = await this.#files.find({ where: { sha256: In([...hashes]) }, select: { sha256: true } });
    return new Set(rows.map(({ sha256 }) => sha256));
  }

  /** True when some file has this content. */
  async isUsed(sha256: string): Promise<boolean> {
    return this.#files.existsBy({ sha256 });
  }
}
