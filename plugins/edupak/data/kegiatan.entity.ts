import { Column, Entity, Index, PrimaryColumn } from "typeorm";

/** One activity of a month with its provisional score. */
@Entity("edupak_kegiatan")
@Index("ix_edupak_kegiatan_inventarisasi", ["inventarisasiId", "urut"])
export class KegiatanEntity {
  @PrimaryColumn("varchar", { length: 36 })
  id!: string;
  @Column("varchar", { length: 36 })
  inventarisasiId!: string;
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
  /** Hundredths of a unit. */
  @Column("int")
  volume!: number;
  @Column("int", { nullable: true })
  jam!: number | null;
  @Column("varchar", { length: 16, nullable: true })
  penulis!: string | null;
  @Column("boolean")
  suratPerintah!: boolean;
  @Column("varchar", { length: 200 })
  keterangan!: string;
  /** Thousandths. */
  @Column("int", { nullable: true })
  nilai!: number | null;
  @Column("text", { nullable: true })
  alasanNilai!: string | null;
  @Column("varchar", { length: 36, nullable: true })
  penilaiId!: string | null;
}
