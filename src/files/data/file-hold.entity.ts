import { Entity, Index, PrimaryColumn } from "typeorm";

/** An unclaimed upload that something unfinished names, such as a draft: not removed while the row is there. */
@Entity("file_hold")
export class FileHoldEntity {
  @PrimaryColumn("varchar", { name: "file_id", length: 36 })
  fileId!: string;
  /** What names it: `task-draft:<task>:<user>`. */
  @Index("ix_file_hold_holder")
  @PrimaryColumn("varchar", { name: "holder", length: 100 })
  holder!: string;
}
