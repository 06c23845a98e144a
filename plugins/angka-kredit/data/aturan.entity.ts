import { Column, Entity, PrimaryColumn } from "typeorm";

/** Parameters of the conventional regime in one version, as JSON; effective-dated. */
@Entity("ak_aturan")
export class AturanEntity {
  @PrimaryColumn("varchar", { length: 64 })
  id!: string;
  /** `konvensional:<jenis jabatan>`. */
  @Column("varchar", { length: 64 })
  jenis!: string;
  /** AturanKonvensional as JSON, credit in thousandths. */
  @Column("text")
  nilai!: string;
  @Column("varchar", { length: 200 })
  sumber!: string;
  @Column("varchar", { length: 32 })
  status!: string;
  @Column("varchar", { length: 10 })
  berlakuMulai!: string;
  @Column("varchar", { length: 10, nullable: true })
  berlakuSampai!: string | null;
}
