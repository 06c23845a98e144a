import { Column, Entity, Index, PrimaryColumn } from "typeorm";

/** One butir kegiatan as one regulation states it, with the time it is in force. */
@Entity("ak_butir_kegiatan")
@Index("ix_ak_butir_kode", ["jenisJabatan", "kode"])
export class ButirKegiatanEntity {
  /** `<jenis jabatan>:<peraturan>:<kode>`, stable over re-seeding. */
  @PrimaryColumn("varchar", { length: 64 })
  id!: string;
  @Column("varchar", { length: 32 })
  jenisJabatan!: string;
  @Column("varchar", { length: 16 })
  kode!: string;
  @Column("varchar", { length: 200 })
  uraian!: string;
  /** Thousandths. */
  @Column("int")
  ak!: number;
  @Column("varchar", { length: 32 })
  satuan!: string;
  @Column("varchar", { length: 4 })
  unsur!: string;
  @Column("varchar", { length: 16, nullable: true })
  jenjang!: string | null;
  @Column("varchar", { length: 32, nullable: true })
  tunggal!: string | null;
  /** Hundredths of a unit. */
  @Column("int", { nullable: true })
  maksimum!: number | null;
  @Column("varchar", { length: 4, nullable: true })
  pendidikan!: string | null;
  @Column("boolean")
  berbagiPenulis!: boolean;
  @Column("int", { nullable: true })
  jamMinimal!: number | null;
  @Column("int", { nullable: true })
  jamMaksimal!: number | null;
  @Column("varchar", { length: 64 })
  peraturan!: string;
  @Column("varchar", { length: 64 })
  pasal!: string;
  @Column("varchar", { length: 32 })
  status!: string;
  @Column("varchar", { length: 10 })
  berlakuMulai!: string;
  @Column("varchar", { length: 10, nullable: true })
  berlakuSampai!: string | null;
}
