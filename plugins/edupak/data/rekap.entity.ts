import { Column, Entity, PrimaryColumn } from "typeorm";

/** A recap that was asked for, with its counts once it is made. */
@Entity("edupak_rekap")
export class RekapEntity {
  @PrimaryColumn("varchar", { length: 36 })
  caseId!: string;
  @Column("varchar", { length: 16 })
  jenis!: string;
  /** Null: all. */
  @Column("varchar", { length: 36, nullable: true })
  instansiId!: string | null;
  @Column("varchar", { length: 10 })
  dari!: string;
  @Column("varchar", { length: 10 })
  sampai!: string;
  @Column("int", { nullable: true })
  masuk!: number | null;
  @Column("int", { nullable: true })
  selesai!: number | null;
  @Column("int", { nullable: true })
  baris!: number | null;
}
