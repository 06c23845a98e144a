import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import type { Localised } from "../../platform/index.js";
import { instantColumn, jsonColumn } from "../../platform/db/index.js";
import type { PrintRunStatus } from "../runs/print-run.js";

/** A print run; its counts are those of its items. */
@Entity({ name: "print_run" })
@Index("ux_print_run_key", ["runKey"], { unique: true })
@Index("ix_print_run_status", ["status", "startedAt"])
@Index("ix_print_run_group", ["group", "startedAt"])
@Index("ix_print_run_started_by", ["startedBy", "startedAt"])
export class PrintRunRow {
  @PrimaryColumn({ type: "varchar", length: 36 })
  id!: string;

  @Column({ type: "varchar", length: 100 })
  source!: string;

  @Column({ type: "varchar", length: 255 })
  title!: string;

  @Column({ type: "varchar", length: 16 })
  status!: PrintRunStatus;

  @Column({ ...jsonColumn, nullable: true })
  reason!: Localised | null;

  @Column({ name: "started_by", type: "varchar", length: 100 })
  startedBy!: string;

  @Column({ name: "started_by_name", type: "varchar", length: 255, default: "" })
  startedByName!: string;

  @Column({ name: "follower_group", type: "varchar", length: 150, nullable: true })
  group!: string | null;

  @Column({ ...instantColumn, name: "started_at" })
  startedAt!: number;

  @Column({ ...instantColumn, name: "finished_at", nullable: true })
  finishedAt!: number | null;

  @Column({ name: "run_key", type: "varchar", length: 150 })
  runKey!: string;
}
