import { Column, Entity, Index, PrimaryColumn } from "typeorm";

/** One decision on credit in the record of a person; rows are added and cancelled, never changed. */
@Entity("kepegawaian_pak")
@Index("ix_pak_nip", ["nip", "masaMulai"])
@Index("ix_pak_siasn", ["siasnId"])
export class PakEntity {
  @PrimaryColumn("varchar", { length: 36 })
  id!: string;
  @Column("varchar", { length: 18 })
  nip!: string;
  @Column("varchar", { length: 12 })
  jenis!: string;
  @Column("varchar", { length: 120 })
  nomor!: string;
  @Column("varchar", { length: 10 })
  tanggal!: string;
  @Column("varchar", { length: 7 })
  masaMulai!: string;
  @Column("varchar", { length: 7 })
  masaSelesai!: string;
  @Column("varchar", { length: 12 })
  akUtama!: string;
  @Column("varchar", { length: 12 })
  akPenunjang!: string;
  @Column("varchar", { length: 12 })
  akTotal!: string;
  @Column("boolean")
  pertama!: boolean;
  @Column("varchar", { length: 36, nullable: true })
  documentId!: string | null;
  @Column("varchar", { length: 8 })
  sumber!: string;
  @Column("varchar", { length: 64, nullable: true })
  siasnId!: string | null;
  /** Kinds of documents that SIASN has received for it, joined by commas. */
  @Column("varchar", { length: 32, nullable: true })
  siasnUnggah!: string | null;
  @Column("varchar", { length: 10, nullable: true })
  batalPada!: string | null;
  @Column("varchar", { length: 255, nullable: true })
  batalAlasan!: string | null;
}
