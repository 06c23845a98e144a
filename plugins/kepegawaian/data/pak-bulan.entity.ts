import { Column, Entity, Index, PrimaryColumn } from "typeorm";

/** A month that a decision on credit takes up, so that the database itself refuses a second one for it. */
@Entity("kepegawaian_pak_bulan")
@Index("ix_pak_bulan_pak", ["pakId"])
export class PakBulanEntity {
  @PrimaryColumn("varchar", { length: 18 })
  nip!: string;
  @PrimaryColumn("varchar", { length: 12 })
  kelompok!: string;
  /** `YYYY-MM`. */
  @PrimaryColumn("varchar", { length: 7 })
  bulan!: string;
  @Column("varchar", { length: 36 })
  pakId!: string;
}
