import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { instantColumn } from "../../platform/db/index.js";

/** A case file; its scopes stand in case_scope, one row for each type, so that lists can be narrowed by SQL. */
@Entity("case_file")
@Index("ix_case_file_type", ["app", "type", "status"]) // lists of a plugin
@Index("ix_case_file_owner", ["ownerId"]) // one's own
@Index("ix_case_file_instance", ["processInstanceKey"]) // from a task to its case file
@Index("ix_case_file_updated", ["updatedAt"]) // the list page
export class CaseFileEntity {
  @PrimaryColumn("varchar", { length: 36 })
  id!: string;
  @Column("varchar", { length: 64 })
  app!: string;
  @Column("varchar", { length: 64 })
  type!: string;
  @Column("varchar", { length: 100 })
  reference!: string;
  @Column("varchar", { length: 500 })
  title!: string;
  @Column("varchar", { name: "owner_id", length: 36, nullable: true })
  ownerId!: string | null;
  @Column("varchar", { name: "subject_name", length: 255 })
  subjectName!: string;
  @Column("varchar", { name: "subject_number", length: 64, nullable: true })
  subjectNumber!: string | null;
  @Column("varchar", { name: "unit_name", length: 255, nullable: true })
  unitName!: string | null;
  @Column("varchar", { length: 64 })
  status!: string;
  @Column("varchar", { name: "process_instance_key", length: 25, nullable: true })
  processInstanceKey!: string | null;
  /** Raised by one on every write of a status. */
  @Column("int")
  revision!: number;
  @Column({ ...instantColumn, name: "opened_at" })
  openedAt!: number;
  @Column({ ...instantColumn, name: "updated_at" })
  updatedAt!: number;
  @Column({ ...instantColumn, name: "closed_at", nullable: true })
  closedAt!: number | null;
}
