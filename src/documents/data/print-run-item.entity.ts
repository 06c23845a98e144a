import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import type { Localised } from "../../platform/index.js";
import { jsonColumn } from "../../platform/db/index.js";
import type { PrintRunItemStatus } from "../runs/print-run.js";

/** One document of a print run. */
@Entity({ name: "print_run_item" })
@Index("ix_print_run_item_status", ["runId", "status", "position"])
export class PrintRunItemRow {
  @PrimaryColumn({ name: "run_id", type: "varchar", length: 36 })
  runId!: string;

  @PrimaryColumn({ type: "int" })
  position!: number;

  @Column({ type: "varchar", length: 100 })
  ref!: string;

  @Column({ type: "varchar", length: 255 })
  label!: string;

  @Column({ type: "varchar", length: 16 })
  status!: PrintRunItemStatus;

  @Column({ name: "document_id", type: "varchar", length: 36, nullable: true })
  documentId!: string | null;

  @Column({ ...jsonColumn, nullable: true })
  reason!: Localised | null;
}
