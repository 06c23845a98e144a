import { Column, Entity, Index, PrimaryColumn } from "typeorm";

/** One DUPAK of a JFK; its status stands on the case file. */
@Entity("edupak_dupak")
@Index("ux_edupak_dupak_case", ["caseId"], { unique: true })
@Index("ux_edupak_dupak_kunci", ["kunci"], { unique: true })
@Index("ix_edupak_dupak_pemilik", ["pemilikId"])
export class DupakEntity {
  @PrimaryColumn("varchar", { length: 36 })
  id!: string;
  @Column("varchar", { length: 36 })
  caseId!: string;
  @Column("varchar", { length: 36 })
  pemilikId!: string;
  /** Owner and first month while it lives, its own id when it was called off. */
  @Column("varchar", { length: 64 })
  kunci!: string;
  @Column("varchar", { length: 7 })
  masaMulai!: string;
  @Column("varchar", { length: 7 })
  masaSelesai!: string;
  /** JSON, as it was when sent. */
  @Column("text")
  perorangan!: string;
  /** Credit by row of a PAK as JSON, thousandths. */
  @Column("text")
  lama!: string;
  @Column("varchar", { length: 120 })
  nomorPakLama!: string;
  /** JSON: name to file. */
  @Column("text")
  lampiran!: string;
  @Column("varchar", { length: 36, nullable: true })
  atasanId!: string | null;
  @Column("varchar", { length: 36, nullable: true })
  pejabatId!: string | null;
  /** Those who signed, as JSON. */
  @Column("text", { nullable: true })
  atasan!: string | null;
  @Column("text", { nullable: true })
  pejabat!: string | null;
  @Column("text", { nullable: true })
  catatanPengembalian!: string | null;
  @Column("text", { nullable: true })
  catatanPengusul!: string | null;
  @Column("int")
  kirimKe!: number;
  @Column("varchar", { length: 64, nullable: true })
  nomorSuratUsul!: string | null;
  @Column("boolean")
  penilaianSelesai!: boolean;
  @Column("varchar", { length: 36, nullable: true })
  penilaiId!: string | null;
  @Column("text", { nullable: true })
  catatanPenilai!: string | null;
  @Column("varchar", { length: 36, nullable: true })
  sidangId!: string | null;
  @Column("int")
  resumeKe!: number;
  @Column("text", { nullable: true })
  rekomendasi!: string | null;
  @Column("text", { nullable: true })
  catatanKetua!: string | null;
  @Column("varchar", { length: 8, nullable: true })
  penetapan!: string | null;
  @Column("varchar", { length: 10, nullable: true })
  tanggalPenetapan!: string | null;
  @Column("varchar", { length: 36, nullable: true })
  pakId!: string | null;
  @Column("boolean")
  dibatalkan!: boolean;
}
