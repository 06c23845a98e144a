import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { instantColumn, jsonColumn } from "../../platform/db/index.js";

/** An uploaded or made file. Several rows may share one content on disk. */
@Entity("stored_file")
@Index("ix_stored_file_sha256", ["sha256"]) // does anything else use this content?
@Index("ix_stored_file_case", ["caseId"]) // files of a case file
@Index("ix_stored_file_unclaimed", ["unclaimedAt"]) // what may be swept
export class StoredFileEntity {
  @PrimaryColumn("varchar", { length: 36 })
  id!: string;
  @Column("varchar", { length: 255 })
  name!: string;
  @Column("varchar", { name: "content_type", length: 100 })
  contentType!: string;
  @Column({ ...instantColumn, name: "size_bytes" })
  sizeBytes!: number;
  @Column("varchar", { length: 64 })
  sha256!: string;
  @Column("varchar", { name: "uploaded_by", length: 100 })
  uploadedBy!: string;
  @Column({ ...instantColumn, name: "uploaded_at" })
  uploadedAt!: number;
  @Column("varchar", { name: "case_id", length: 36, nullable: true })
  caseId!: string | null;
  @Column({ ...jsonColumn, nullable: true })
  entries!: readonly { readonly name: string; readonly sizeBytes: number }[] | null;
  /** Since when nothing uses it; null while something does. */
  @Column({ ...instantColumn, name: "unclaimed_at", nullable: true })
  unclaimedAt!: number | null;
}
