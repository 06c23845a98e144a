import { Column, Entity, Index, PrimaryColumn } from "typeorm";

/** Activities of one JFK in one month; the status stands on the case file. */
@Entity("edupak_inventarisasi")
@Index("ux_edupak_inventarisasi_case", ["caseId"], { unique: true })
@Index("ux_edupak_inventarisasi_kunci", ["kunci"], { unique: true })
@Index("ix_edupak_inventarisasi_pemilik", ["pemilikId", "bulan"])
@Index("ix_edupak_inventarisasi_dupak", ["dupakId"])
export class InventarisasiEntity {
  @PrimaryColumn("varchar", { length: 36 })
  id!: string;
  @Column("varchar", { length: 36 })
  caseId!: string;
  @Column("varchar", { length: 36 })
  pemilikId!: string;
  @Column("varchar", { length: 7 })
  bulan!: string;
  /** Owner and month while it lives, its own id when it was called off: one for each month, also when two windows start at once. */
  @Column("varchar", { length: 64 })
  kunci!: string;
  /** Perorangan as JSON. */
  @Column("text")
  perorangan!: string;
  @Column("varchar", { length: 36, nullable: true })
  atasanId!: string | null;
  @Column("text", { nullable: true })
  catatanPengembalian!: string | null;
  @Column("int")
  kirimKe!: number;
  @Column("varchar", { length: 36, nullable: true })
  dupakId!: string | null;
  @Column("boolean")
  dibatalkan!: boolean;
}
