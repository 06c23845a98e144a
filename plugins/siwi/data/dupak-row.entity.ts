import { Column, Entity, Index, PrimaryColumn } from "typeorm";

/** One activity of a DUPAK with its scores. */
@Entity("siwi_dupak_row")
@Index("ix_siwi_dupak_row_dupak", ["dupakId", "urut"])
export class DupakRowEntity {
  @PrimaryColumn("varchar", { length: 36 })
  id!: string;
  @Column("varchar", { length: 36 })
  dupakId!: string;
  @Column("int")
  urut!: number;
  @Column("int")
  revision!: number;
  @Column("varchar", { length: 64 })
  butirId!: string;
  @Column("varchar", { length: 500 })
  uraian!: string;
  @Column("varchar", { length: 10 })
  tanggalMulai!: string;
  @Column("varchar", { length: 10 })
  tanggalSelesai!: string;
  @Column("varchar", { length: 120 })
  tempat!: string;
  /** Hundredths of a unit. */
  @Column("int")
  volume!: number;
  @Column("varchar", { length: 16, nullable: true })
  penulis!: string | null;
  @Column("varchar", { length: 8 })
  sumber!: string;
  /** Thousandths. */
  @Column("int", { nullable: true })
  nilaiTpi!: number | null;
  @Column("text", { nullable: true })
  keteranganTpi!: string | null;
  /** Thousandths. */
  @Column("int", { nullable: true })
  nilaiTpp!: number | null;
  @Column("text", { nullable: true })
  keteranganTpp!: string | null;
}
