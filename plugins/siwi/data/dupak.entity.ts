import { Column, Entity, Index, PrimaryColumn } from "typeorm";

/** One DUPAK; its status stands on the case file. */
@Entity("siwi_dupak")
@Index("ux_siwi_dupak_case", ["caseId"], { unique: true })
@Index("ux_siwi_dupak_pemilik", ["pemilikId", "periodeId"], { unique: true }) // one for each person and period, also when two windows start at once
export class DupakEntity {
  @PrimaryColumn("varchar", { length: 36 })
  id!: string;
  @Column("varchar", { length: 36 })
  caseId!: string;
  @Column("varchar", { length: 36 })
  periodeId!: string;
  @Column("varchar", { length: 36 })
  pemilikId!: string;
  @Column("varchar", { length: 16 })
  jalur!: string;
  /** Perorangan as JSON, as it was when sent. */
  @Column("text")
  perorangan!: string;
  /** Credit by unsur as JSON, thousandths. */
  @Column("text")
  lama!: string;
  @Column("boolean")
  lamaTerkunci!: boolean;
  /** Required documents as JSON: name to file. */
  @Column("text")
  prasyarat!: string;
  /** Answers of the questionnaire as JSON. */
  @Column("text", { nullable: true })
  monev!: string | null;
  /** ISO instant. */
  @Column("varchar", { length: 24, nullable: true })
  monevPada!: string | null;
  @Column("boolean")
  monevSelesai!: boolean;
  @Column("boolean")
  bagianManual!: boolean;
  @Column("text", { nullable: true })
  catatanPengembalian!: string | null;
  @Column("boolean")
  pernahDikirim!: boolean;
  @Column("boolean")
  siapDinilaiTpp!: boolean;
  @Column("varchar", { length: 36, nullable: true })
  pengajuanId!: string | null;
  @Column("varchar", { length: 36, nullable: true })
  sidangId!: string | null;
  /** Result by unsur as JSON, thousandths. */
  @Column("text", { nullable: true })
  hasil!: string | null;
}
