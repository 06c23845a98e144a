import { Column, PrimaryColumn } from "typeorm";

/** Columns of a decision on one DUPAK in a session; each app has a table of its own with them. */
export abstract class PutusanSidangColumns {
  @PrimaryColumn("varchar", { length: 36 })
  id!: string;
  @Column("varchar", { length: 36 })
  sidangId!: string;
  @Column("varchar", { length: 36 })
  dupakCaseId!: string;
  @Column("int")
  revision!: number;
  @Column("varchar", { length: 16 })
  putusan!: string;
  @Column("text", { nullable: true })
  catatan!: string | null;
}
