import { Column, PrimaryColumn } from "typeorm";

/** Columns of a session; each app has a table of its own with them. */
export abstract class SidangColumns {
  @PrimaryColumn("varchar", { length: 36 })
  id!: string;
  @Column("varchar", { length: 36 })
  caseId!: string;
  @Column("varchar", { length: 10 })
  tanggal!: string;
  @Column("varchar", { length: 20 })
  pukul!: string;
  @Column("varchar", { length: 120 })
  tempat!: string;
  @Column("varchar", { length: 200 })
  dasarKeputusan!: string;
  @Column("varchar", { length: 10 })
  dasarTanggal!: string;
  /** Lists as JSON. */
  @Column("text")
  dupakCaseIds!: string;
  @Column("text")
  anggota!: string;
  @Column("text")
  perbedaanPendapat!: string;
  @Column("varchar", { length: 64, nullable: true })
  nomor!: string | null;
  @Column("varchar", { length: 16 })
  status!: string;
}
