import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { jsonColumn } from "../../../src/plugin-api/index.js";

/** One effective-dated row of reference data: a rate, threshold or rule, of any kind. */
@Entity("ak_acuan")
@Index("ux_ak_acuan", ["jenis", "kunci", "berlakuMulai"], { unique: true })
export class AcuanEntity {
  /** `<jenis>:<kunci>:<berlakuMulai>`, stable over re-seeding. */
  @PrimaryColumn("varchar", { length: 120 })
  id!: string;
  @Column("varchar", { length: 48 })
  jenis!: string;
  @Column("varchar", { length: 48 })
  kunci!: string;
  /** Values by field; credit as text with three decimals. */
  @Column(jsonColumn)
  nilai!: Record<string, unknown>;
  @Column("varchar", { length: 200 })
  peraturan!: string;
  @Column("varchar", { length: 120, nullable: true })
  pasal!: string | null;
  @Column("varchar", { length: 32 })
  status!: string;
  @Column("varchar", { length: 10 })
  berlakuMulai!: string;
  @Column("varchar", { length: 10, nullable: true })
  berlakuSampai!: string | null;
}
