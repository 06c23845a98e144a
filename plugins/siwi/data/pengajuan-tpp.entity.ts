import { Column, Entity, Index, PrimaryColumn } from "typeorm";

/** A batch of DUPAK to TPP. */
@Entity("siwi_pengajuan_tpp")
@Index("ux_siwi_pengajuan_case", ["caseId"], { unique: true })
@Index("ix_siwi_pengajuan_instansi", ["instansiId", "periodeId"])
export class PengajuanTppEntity {
  @PrimaryColumn("varchar", { length: 36 })
  id!: string;
  @Column("varchar", { length: 36 })
  caseId!: string;
  @Column("varchar", { length: 36 })
  instansiId!: string;
  @Column("varchar", { length: 36 })
  periodeId!: string;
  /** Case files as a JSON list. */
  @Column("text")
  dupakCaseIds!: string;
  /** Case files left for a later batch, as a JSON list. */
  @Column("text", { nullable: true })
  ditinggalkan!: string | null;
  @Column("varchar", { length: 80, nullable: true })
  nomorSurat!: string | null;
  @Column("varchar", { length: 16 })
  status!: string;
}
