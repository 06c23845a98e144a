import { Column, Entity, Index, PrimaryColumn } from "typeorm";

/** Opening balance of a JFK after one PAK. */
@Entity("edupak_saldo")
@Index("ux_edupak_saldo", ["pegawaiId", "masaSelesai"], { unique: true })
export class SaldoEntity {
  @PrimaryColumn("varchar", { length: 36 })
  id!: string;
  @Column("varchar", { length: 36 })
  pegawaiId!: string;
  @Column("varchar", { length: 120 })
  nomor!: string;
  @Column("varchar", { length: 10 })
  tanggal!: string;
  /** Month. */
  @Column("varchar", { length: 7 })
  masaSelesai!: string;
  /** Credit by row of a PAK as JSON, thousandths. */
  @Column("text")
  perKelompok!: string;
  @Column("varchar", { length: 36, nullable: true })
  dupakId!: string | null;
}
