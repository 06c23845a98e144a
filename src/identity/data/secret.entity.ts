import { Column, Entity, PrimaryColumn } from "typeorm";

/** A secret that the installation made for itself. */
@Entity("identity_secret")
export class SecretEntity {
  @PrimaryColumn("varchar", { length: 36 })
  name!: string;
  @Column("varchar", { length: 255 })
  value!: string;
}
