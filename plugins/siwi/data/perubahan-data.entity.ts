import { Column, Entity, PrimaryColumn } from "typeorm";

/** A change of the profile of a widyaiswara; old and new values are in the history. */
@Entity("siwi_perubahan_data")
export class PerubahanDataEntity {
  @PrimaryColumn("varchar", { length: 36 })
  caseId!: string;
  @Column("varchar", { length: 36 })
  pegawaiId!: string;
  @Column("text")
  alasan!: string;
}
