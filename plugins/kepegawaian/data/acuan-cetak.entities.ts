import { Column, Entity, Index, PrimaryColumn } from "typeorm";

/** Head of letters, in force from a date. */
@Entity("siwi_kop_surat")
@Index("ux_siwi_kop_surat", ["lingkup", "berlakuMulai"], { unique: true })
export class KopSuratEntity {
  @PrimaryColumn("varchar", { length: 36 })
  id!: string;
  /** Id of an instansi, or the name of a central body. */
  @Column("varchar", { length: 36 })
  lingkup!: string;
  @Column("varchar", { length: 120 })
  instansi!: string;
  @Column("varchar", { length: 160, nullable: true })
  unit!: string | null;
  /** Lines. */
  @Column("text")
  alamat!: string;
  @Column("varchar", { length: 64 })
  tempat!: string;
  @Column("varchar", { length: 10 })
  berlakuMulai!: string;
  @Column("varchar", { length: 200 })
  sumber!: string;
}

/** Who signs, in force from a date. */
@Entity("siwi_penandatangan")
@Index("ux_siwi_penandatangan", ["lingkup", "peran", "berlakuMulai"], { unique: true })
export class PenandatanganEntity {
  @PrimaryColumn("varchar", { length: 36 })
  id!: string;
  @Column("varchar", { length: 36 })
  lingkup!: string;
  @Column("varchar", { length: 24 })
  peran!: string;
  @Column("varchar", { length: 160 })
  jabatan!: string;
  @Column("varchar", { length: 120 })
  nama!: string;
  @Column("varchar", { length: 18 })
  nip!: string;
  @Column("varchar", { length: 10 })
  berlakuMulai!: string;
  @Column("varchar", { length: 200 })
  sumber!: string;
}

/** Pattern of official numbers, in force from a date. */
@Entity("siwi_pola_nomor")
@Index("ux_siwi_pola_nomor", ["dokumen", "berlakuMulai"], { unique: true })
export class PolaNomorEntity {
  @PrimaryColumn("varchar", { length: 36 })
  id!: string;
  @Column("varchar", { length: 24 })
  dokumen!: string;
  @Column("varchar", { length: 64 })
  pola!: string;
  @Column("varchar", { length: 10 })
  berlakuMulai!: string;
  @Column("varchar", { length: 200 })
  sumber!: string;
}
