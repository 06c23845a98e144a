import { Column, Entity, Index, PrimaryColumn } from "typeorm";

/** A month of a person that a conversion in force takes up: the key lets it be counted once. */
@Entity("ak_konversi_bulan")
@Index("ix_ak_konversi_bulan", ["konversiId"])
export class KonversiBulanEntity {
  @PrimaryColumn("varchar", { length: 18 })
  nip!: string;
  /** `YYYY-MM`. */
  @PrimaryColumn("varchar", { length: 7 })
  bulan!: string;
  @Column("varchar", { length: 36 })
  konversiId!: string;
}
