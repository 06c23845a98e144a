import { Column, Entity, PrimaryColumn } from "typeorm";

/** One row (id 1): the newest link. Locking it puts appends in order; comparing it shows when the end of the chain was cut off. */
@Entity("history_head")
export class HistoryHeadEntity {
  @PrimaryColumn("int")
  id!: number;
  @Column("int")
  seq!: number;
  @Column("varchar", { length: 64 })
  hash!: string;
}
