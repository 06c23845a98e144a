import { Column, Entity, Index, PrimaryColumn } from "typeorm";

/** A request for a NIWN. */
@Entity("siwi_permohonan_niwn")
@Index("ux_siwi_permohonan_case", ["caseId"], { unique: true })
@Index("ix_siwi_permohonan_nip", ["nip"])
@Index("ix_siwi_permohonan_kolektif", ["kolektifCaseId"]) // the people of a collective request
export class PermohonanNiwnEntity {
  @PrimaryColumn("varchar", { length: 36 })
  id!: string;
  @Column("varchar", { length: 36 })
  caseId!: string;
  @Column("varchar", { length: 36 })
  pemohonId!: string;
  @Column("varchar", { length: 36 })
  instansiId!: string;
  @Column("varchar", { length: 18 })
  nip!: string;
  /** Fields of the form as JSON. */
  @Column("text")
  isian!: string;
  /** File of the SK as JSON: id and name. */
  @Column("text")
  berkasSk!: string;
  @Column("text", { nullable: true })
  catatanPengembalian!: string | null;
  @Column("varchar", { length: 24, nullable: true })
  niwnLama!: string | null;
  @Column("varchar", { length: 36, nullable: true })
  kolektifCaseId!: string | null;
}
