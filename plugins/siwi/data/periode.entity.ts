import { Column, Entity, PrimaryColumn } from "typeorm";

/** A period assessed and the days on which DUPAK of it may be sent. ISO dates. */
@Entity("siwi_periode")
export class PeriodeEntity {
  @PrimaryColumn("varchar", { length: 36 })
  id!: string;
  @Column("varchar", { length: 80 })
  nama!: string;
  @Column("varchar", { length: 10 })
  masaMulai!: string;
  @Column("varchar", { length: 10 })
  masaSelesai!: string;
  @Column("varchar", { length: 10 })
  buka!: string;
  @Column("varchar", { length: 10 })
  tutup!: string;
  @Column("varchar", { length: 36, nullable: true })
  caseId!: string | null;
  @Column("varchar", { length: 10, nullable: true })
  ditutupPada!: string | null;
}
