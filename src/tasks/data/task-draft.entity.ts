import { Column, Entity, PrimaryColumn } from "typeorm";
import { instantColumn, jsonColumn } from "../../platform/db/index.js";

/** What a person has typed into the form of a task or of a start and not sent yet. */
@Entity("task_draft")
export class TaskDraftEntity {
  @PrimaryColumn("varchar", { name: "task_key", length: 25 })
  taskKey!: string;
  @PrimaryColumn("varchar", { name: "user_id", length: 36 })
  userId!: string;
  @Column(jsonColumn)
  data!: Record<string, unknown>;
  /** Raised by one on every save: a second device that holds an older one is told so. */
  @Column("int")
  revision!: number;
  @Column({ ...instantColumn, name: "saved_at" })
  savedAt!: number;
}
