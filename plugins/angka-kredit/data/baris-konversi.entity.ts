import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { jsonColumn } from "../../../src/plugin-api/index.js";

/** A row of grades as written, its faults, and the period that it gives when it has none. */
@Entity("ak_baris_konversi")
@Index("ux_ak_baris_konversi", ["caseId", "baris"], { unique: true })
@Index("ix_ak_baris_konversi_status", ["caseId", "status", "nip"])
export class BarisKonversiEntity {
  @PrimaryColumn("varchar", { length: 36 })
  id!: string;
  @Column("varchar", { length: 36 })
  caseId!: string;
  @Column("int")
  baris!: number;
  /** As typed, to be found and put in order by it. */
  @Column("varchar", { length: 32 })
  nip!: string;
  @Column(jsonColumn)
  isi!: object;
  @Column(jsonColumn)
  masalah!: object;
  @Column({ ...jsonColumn, nullable: true })
  periode!: object | null;
  @Column("varchar", { length: 12 })
  status!: string;
}
