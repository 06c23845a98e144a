import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { jsonColumn } from "../../../src/plugin-api/index.js";

/** A determined conversion; only the ids of what rests on it are written later. Credit in thousandths. */
@Entity("ak_konversi")
@Index("ux_ak_konversi_baris", ["barisId"], { unique: true })
@Index("ix_ak_konversi_nip", ["nip"])
@Index("ix_ak_konversi_case", ["caseId", "dokumenId"])
@Index("ix_ak_konversi_nomor", ["nomor"])
@Index("ix_ak_konversi_pak", ["pakId"])
export class KonversiEntity {
  @PrimaryColumn("varchar", { length: 36 })
  id!: string;
  @Column("varchar", { length: 36 })
  caseId!: string;
  @Column("varchar", { length: 36 })
  barisId!: string;
  @Column("varchar", { length: 36 })
  pegawaiId!: string;
  @Column("varchar", { length: 18 })
  nip!: string;
  @Column("varchar", { length: 16 })
  jenjang!: string;
  @Column("varchar", { length: 5 })
  golongan!: string;
  @Column("int")
  tahun!: number;
  @Column("int")
  bulanMulai!: number;
  @Column("int")
  bulanSelesai!: number;
  @Column("varchar", { length: 16 })
  predikat!: string;
  @Column("int")
  persentase!: number;
  @Column("int")
  koefisien!: number;
  @Column("int")
  angkaKredit!: number;
  @Column("varchar", { length: 120 })
  nomor!: string;
  @Column("varchar", { length: 10 })
  tanggal!: string;
  @Column(jsonColumn)
  perorangan!: object;
  @Column(jsonColumn)
  penetap!: object;
  @Column(jsonColumn)
  akumulasi!: object;
  @Column("varchar", { length: 36, nullable: true })
  dokumenId!: string | null;
  @Column("varchar", { length: 36, nullable: true })
  menggantiId!: string | null;
  @Column("varchar", { length: 36, nullable: true })
  digantiId!: string | null;
  @Column("varchar", { length: 36, nullable: true })
  pakId!: string | null;
}
