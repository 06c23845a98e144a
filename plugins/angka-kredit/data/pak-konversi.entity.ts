import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { jsonColumn } from "../../../src/plugin-api/index.js";

/** An issued PAK with all that it says. */
@Entity("ak_pak_konversi")
@Index("ix_ak_pak_konversi_nip", ["nip"])
@Index("ix_ak_pak_konversi_case", ["caseId"])
@Index("ix_ak_pak_konversi_nomor", ["nomor"])
export class PakKonversiEntity {
  @PrimaryColumn("varchar", { length: 36 })
  id!: string;
  @Column("varchar", { length: 36 })
  caseId!: string;
  @Column("varchar", { length: 36 })
  pegawaiId!: string;
  @Column("varchar", { length: 18 })
  nip!: string;
  @Column("varchar", { length: 16 })
  jenjang!: string;
  @Column("varchar", { length: 5 })
  golongan!: string;
  @Column("varchar", { length: 24 })
  untuk!: string;
  @Column("varchar", { length: 120 })
  nomor!: string;
  @Column("varchar", { length: 10 })
  tanggal!: string;
  @Column("varchar", { length: 7 })
  masaMulai!: string;
  @Column("varchar", { length: 7 })
  masaSelesai!: string;
  @Column(jsonColumn)
  isi!: object;
  @Column("varchar", { length: 36, nullable: true })
  dokumenId!: string | null;
  @Column("varchar", { length: 36, nullable: true })
  catatanId!: string | null;
  @Column("varchar", { length: 10, nullable: true })
  batalPada!: string | null;
  @Column("text", { nullable: true })
  batalAlasan!: string | null;
}
