import { Column, Entity, PrimaryColumn } from "typeorm";

/** An account that was made or changed. */
@Entity("edupak_akun")
export class AkunEntity {
  @PrimaryColumn("varchar", { length: 36 })
  caseId!: string;
  @Column("varchar", { length: 36 })
  pegawaiId!: string;
  @Column("varchar", { length: 36 })
  akunId!: string;
  @Column("varchar", { length: 24 })
  jenis!: string;
  @Column("text", { nullable: true })
  perbedaan!: string | null;
}
