import { Column, Entity, PrimaryColumn } from "typeorm";

/** A personal value of an entry; deleting the row erases it and leaves its commitment in the chain. */
@Entity("history_personal")
export class HistoryPersonalEntity {
  @PrimaryColumn("int", { name: "entry_seq" })
  entrySeq!: number;
  @PrimaryColumn("varchar", { length: 64 })
  path!: string;
  @Column("varchar", { length: 32 })
  salt!: string;
  @Column("text")
  value!: string;
}
