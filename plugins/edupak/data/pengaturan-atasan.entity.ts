import { Column, Entity, PrimaryColumn } from "typeorm";

/** Who approves and who proposes for a JFK. */
@Entity("edupak_pengaturan_atasan")
export class PengaturanAtasanEntity {
  @PrimaryColumn("varchar", { length: 36 })
  pegawaiId!: string;
  /** Accounts. */
  @Column("varchar", { length: 36 })
  atasanId!: string;
  @Column("varchar", { length: 36 })
  pejabatId!: string;
}
