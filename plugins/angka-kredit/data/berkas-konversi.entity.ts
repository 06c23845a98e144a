import { Column, Entity, PrimaryColumn } from "typeorm";
import { jsonColumn } from "../../../src/plugin-api/index.js";

/** One case file of grades: of a single person, or an upload. */
@Entity("ak_berkas_konversi")
export class BerkasKonversiEntity {
  @PrimaryColumn("varchar", { length: 36 })
  caseId!: string;
  @Column("varchar", { length: 36 })
  instansiId!: string;
  @Column("varchar", { length: 36, nullable: true })
  unitId!: string | null;
  @Column("varchar", { length: 36 })
  pembuatId!: string;
  @Column("varchar", { length: 36, nullable: true })
  pembuatPegawaiId!: string | null;
  @Column("varchar", { length: 36, nullable: true })
  fileId!: string | null;
  @Column("int", { nullable: true })
  tahunSiasn!: number | null;
  @Column("text", { nullable: true })
  pesan!: string | null;
  @Column("boolean")
  tanpaBermasalah!: boolean;
  @Column({ ...jsonColumn, nullable: true })
  penetap!: object | null;
  @Column("varchar", { length: 10, nullable: true })
  tanggal!: string | null;
  @Column("boolean")
  terbitkanPak!: boolean;
  @Column("varchar", { length: 36, nullable: true })
  masalahFileId!: string | null;
  @Column("varchar", { length: 36, nullable: true })
  rekapFileId!: string | null;
  @Column("varchar", { length: 36, nullable: true })
  menggantiId!: string | null;
  @Column("text", { nullable: true })
  alasan!: string | null;
}
