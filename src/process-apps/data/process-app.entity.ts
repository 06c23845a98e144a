import { Column, Entity, PrimaryColumn } from "typeorm";
import { instantColumn } from "../../platform/db/index.js";

/** What of a process app was deployed last. */
@Entity({ name: "process_app" })
export class ProcessAppRow {
  @PrimaryColumn({ type: "varchar", length: 64 })
  app!: string;

  @Column({ type: "varchar", length: 32 })
  version!: string;

  /** SHA-256 of the diagrams and decisions, hex. */
  @Column({ type: "varchar", length: 64 })
  hash!: string;

  @Column({ ...instantColumn, name: "deployed_at" })
  deployedAt!: number;
}
