import { Column, Entity, PrimaryColumn } from "typeorm";

/** Counters of official numbers: the last one given. */
@Entity("siwi_penghitung")
export class PenghitungEntity {
  @PrimaryColumn("varchar", { length: 40 })
  id!: string;
  @Column("int")
  terakhir!: number;
}
