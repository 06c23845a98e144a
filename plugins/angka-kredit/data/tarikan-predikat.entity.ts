import { Column, Entity, PrimaryColumn } from "typeorm";
import { jsonColumn } from "../../../src/plugin-api/index.js";

/** A person whose grades are pulled for a case file, and what came. */
@Entity("ak_tarikan_predikat")
export class TarikanPredikatEntity {
  @PrimaryColumn("varchar", { length: 36 })
  caseId!: string;
  @PrimaryColumn("varchar", { length: 18 })
  nip!: string;
  /** Rows as they came, null while the person waits. */
  @Column({ ...jsonColumn, nullable: true })
  hasil!: object | null;
}
