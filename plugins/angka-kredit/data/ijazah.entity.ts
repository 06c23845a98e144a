import { Column, Entity, PrimaryColumn } from "typeorm";

/** Credit of a higher degree: the key lets a person have it once. In thousandths. */
@Entity("ak_ijazah")
export class IjazahEntity {
  @PrimaryColumn("varchar", { length: 18 })
  nip!: string;
  @Column("varchar", { length: 16 })
  jenjang!: string;
  @Column("varchar", { length: 4 })
  tingkat!: string;
  @Column("int")
  ak!: number;
  @Column("varchar", { length: 36 })
  caseId!: string;
}
