import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { instantColumn } from "../../platform/db/index.js";

/** One link of the chain. Rows are added, never changed; `body` is what the hash covers, the other columns repeat parts of it for searching. */
@Entity("history_entry")
@Index("ix_history_entry_case", ["caseId", "seq"]) // the story of a case file
@Index("ix_history_entry_at", ["at"]) // auditors' search by time
@Index("ix_history_entry_actor", ["actorId", "seq"])
export class HistoryEntryEntity {
  @PrimaryColumn("int")
  seq!: number;
  @Column(instantColumn)
  at!: number;
  @Column("varchar", { name: "actor_id", length: 100 })
  actorId!: string;
  @Column("varchar", { length: 100 })
  action!: string;
  @Column("varchar", { name: "case_id", length: 36, nullable: true })
  caseId!: string | null;
  @Column("text")
  body!: string;
  @Column("varchar", { name: "previous_hash", length: 64 })
  previousHash!: string;
  @Column("varchar", { length: 64 })
  hash!: string;
}
