import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { instantColumn } from "../../platform/db/index.js";

/** A remark on a task, for those who work on it. */
@Entity("task_comment")
@Index("ix_task_comment_task", ["taskKey"])
export class TaskCommentEntity {
  @PrimaryColumn("varchar", { length: 36 })
  id!: string;
  @Column("varchar", { name: "task_key", length: 25 })
  taskKey!: string;
  @Column("varchar", { name: "author_id", length: 36 })
  authorId!: string;
  @Column("varchar", { name: "author_name", length: 255 })
  authorName!: string;
  @Column(instantColumn)
  at!: number;
  @Column("text")
  text!: string;
}
