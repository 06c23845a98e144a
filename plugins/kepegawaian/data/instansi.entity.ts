import { Column, Entity, PrimaryColumn } from "typeorm";

/** A government body. */
@Entity("kepegawaian_instansi")
export class InstansiEntity {
  @PrimaryColumn("varchar", { length: 36 })
  id!: string;
  @Column("varchar", { length: 120 })
  nama!: string;
  @Column("varchar", { length: 64 })
  kota!: string;
  @Column("boolean")
  punyaTpi!: boolean;
}
