import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { instantColumn } from "../../platform/db/index.js";

/** Where in a case file a file is used: `row:<id>`, `document:sk-jabatan` … */
@Entity("file_place")
@Index("ix_file_place_case", ["caseId", "claimedAt", "place", "fileId"]) // files of a case file, in order
export class FilePlaceEntity {
  @PrimaryColumn("varchar", { name: "file_id", length: 36 })
  fileId!: string;
  @PrimaryColumn("varchar", { name: "case_id", length: 36 })
  caseId!: string;
  @PrimaryColumn("varchar", { length: 191 })
  place!: string;
  @Column({ ...instantColumn, name: "claimed_at" })
  claimedAt!: number;
}
