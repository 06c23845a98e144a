import { Column, Entity, PrimaryColumn } from "typeorm";

/** A day that is no working day besides Saturdays and Sundays. */
@Entity("kepegawaian_hari_libur")
export class HariLiburEntity {
  /** ISO date. */
  @PrimaryColumn("varchar", { length: 10 })
  tanggal!: string;
  @Column("varchar", { length: 80 })
  nama!: string;
  /** `LIBUR_NASIONAL` or `CUTI_BERSAMA`. */
  @Column("varchar", { length: 16 })
  jenis!: string;
  @Column("varchar", { length: 120 })
  sumber!: string;
}
