import { Column, Entity, PrimaryColumn } from "typeorm";

/** What the account of a level begins with. Credit in thousandths. */
@Entity("ak_saldo_awal")
export class SaldoAwalEntity {
  @PrimaryColumn("varchar", { length: 18 })
  nip!: string;
  @PrimaryColumn("varchar", { length: 16 })
  jenjang!: string;
  @Column("varchar", { length: 12 })
  presentasi!: string;
  @Column("varchar", { length: 5 })
  golonganMasuk!: string;
  @Column("int")
  akDasar!: number;
  @Column("int")
  akLama!: number;
  @Column("int")
  akPenyesuaian!: number;
  @Column("int")
  akIntegrasi!: number;
  @Column("varchar", { length: 36 })
  caseId!: string;
}
