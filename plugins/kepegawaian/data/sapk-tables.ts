import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { instantColumn, jsonColumn } from "../../../src/plugin-api/index.js";

/** An instansi whose people come from SAPK, as the settings say; rewritten at each start. */
@Entity("kepegawaian_sapk_instansi")
export class SapkInstansiEntity {
  @PrimaryColumn("varchar", { length: 36 })
  instansiId!: string;
  @Column("varchar", { length: 64 })
  siasnId!: string;
}

/** What SAPK said of a person, one row for each time that it said something new. Never changed. */
@Entity("kepegawaian_snapshot")
export class SnapshotEntity {
  @PrimaryColumn("varchar", { length: 18 })
  nip!: string;
  @PrimaryColumn("int")
  versi!: number;
  @Column("varchar", { length: 36 })
  pegawaiId!: string;
  @Column("varchar", { length: 64 })
  hash!: string;
  @Column(jsonColumn)
  data!: unknown;
  @Column("varchar", { length: 8 })
  sumber!: string;
  /** By the source's clock. */
  @Column({ ...instantColumn, nullable: true })
  sumberPada!: number | null;
  @Column(instantColumn)
  ditarikPada!: number;
  @Column("varchar", { length: 36 })
  runId!: string;
}

/** The newest snapshot of a person and when it was last confirmed. */
@Entity("kepegawaian_sapk_terkini")
export class SapkTerkiniEntity {
  @PrimaryColumn("varchar", { length: 18 })
  nip!: string;
  @Column("varchar", { length: 36 })
  pegawaiId!: string;
  @Column("int")
  versi!: number;
  @Column("varchar", { length: 64 })
  hash!: string;
  @Column({ ...instantColumn, nullable: true })
  sumberPada!: number | null;
  @Column(instantColumn)
  diperiksaPada!: number;
}

/** One synchronisation; its id is that of its case file. */
@Entity("kepegawaian_sapk_run")
@Index("ux_sapk_run_kunci", ["kunci"], { unique: true })
@Index("ix_sapk_run_instansi", ["instansiId", "selesaiPada"])
export class SapkRunEntity {
  @PrimaryColumn("varchar", { length: 36 })
  id!: string;
  /** What it is done for once: a night and instansi, or the request of a person. */
  @Column("varchar", { length: 80 })
  kunci!: string;
  @Column("varchar", { length: 36 })
  instansiId!: string;
  @Column("boolean")
  semua!: boolean;
  @Column("int")
  putaran!: number;
  @Column(instantColumn)
  dimulaiPada!: number;
  @Column({ ...instantColumn, nullable: true })
  selesaiPada!: number | null;
}

/** A person of a synchronisation and what became of them. */
@Entity("kepegawaian_sapk_antre")
@Index("ix_sapk_antre_status", ["runId", "status", "nip"])
export class SapkAntreEntity {
  @PrimaryColumn("varchar", { length: 36 })
  runId!: string;
  @PrimaryColumn("varchar", { length: 18 })
  nip!: string;
  @Column("varchar", { length: 16 })
  status!: string;
  /** The failure may pass by itself. */
  @Column("boolean")
  sementara!: boolean;
  @Column("int")
  percobaan!: number;
  @Column("varchar", { length: 500, nullable: true })
  alasan!: string | null;
}

/** A field in which the local copy differed from SAPK; the source's value was taken. */
@Entity("kepegawaian_sapk_perbedaan")
@Index("ix_sapk_perbedaan_run", ["runId", "nip"])
@Index("ix_sapk_perbedaan_nip", ["nip", "pada"])
export class SapkPerbedaanEntity {
  @PrimaryColumn("varchar", { length: 36 })
  id!: string;
  @Column("varchar", { length: 36 })
  runId!: string;
  @Column("varchar", { length: 18 })
  nip!: string;
  @Column("varchar", { length: 255 })
  nama!: string;
  @Column("varchar", { length: 24 })
  bidang!: string;
  @Column("varchar", { length: 255, nullable: true })
  lokal!: string | null;
  @Column("varchar", { length: 255, nullable: true })
  sumber!: string | null;
  @Column("varchar", { length: 12 })
  sebab!: string;
  @Column(instantColumn)
  pada!: number;
}

export const sapkEntities = [
  SapkInstansiEntity,
  SnapshotEntity,
  SapkTerkiniEntity,
  SapkRunEntity,
  SapkAntreEntity,
  SapkPerbedaanEntity,
];
