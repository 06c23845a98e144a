import { Column, Entity, Index, PrimaryColumn } from "typeorm";

/** Decision on one DUPAK in a session. */
@Entity("edupak_putusan_sidang")
@Index("ix_edupak_putusan_sidang", ["sidangId"])
export class PutusanSidangEntity {
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
