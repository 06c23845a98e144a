import { Column, Entity, PrimaryColumn } from "typeorm";

/** A unit (OPD) of an instansi. */
@Entity("kepegawaian_unit_kerja")
export class UnitKerjaEntity {
  @PrimaryColumn("varchar", { length: 36 })
  id!: string;
  @Column("varchar", { length: 36 })
  instansiId!: string;
  @Column("varchar", { length: 200 })
  nama!: string;
}
