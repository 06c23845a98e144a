import { Column, Entity, Index, PrimaryColumn } from "typeorm";

/** The national register: one number per person for life. */
@Entity("siwi_niwn")
@Index("ux_siwi_niwn_nip", ["nip"], { unique: true })
export class NiwnEntity {
  @PrimaryColumn("varchar", { length: 24 })
  niwn!: string;
  @Column("varchar", { length: 18 })
  nip!: string;
  @Column("int")
  nomor!: number;
  /** Marks such as `FORMAT_LEGACY_17`, comma-separated. */
  @Column("varchar", { length: 80 })
  tanda!: string;
  @Column("varchar", { length: 8 })
  status!: string;
  /** ISO date. */
  @Column("varchar", { length: 10 })
  terbit!: string;
  /** ISO date from which the number is out of use. */
  @Column("varchar", { length: 10, nullable: true })
  nonaktifPada!: string | null;
  @Column("text", { nullable: true })
  alasanNonaktif!: string | null;
}
