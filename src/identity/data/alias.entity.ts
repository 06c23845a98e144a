import { Column, Entity, Index, PrimaryColumn } from "typeorm";

/** Another name with which an account signs in. */
@Entity("identity_alias")
@Index("identity_alias_user", ["userId"])
export class AliasEntity {
  /** Lower case, so that both databases find it alike. */
  @PrimaryColumn("varchar", { length: 100 })
  alias!: string;
  @Column("varchar", { length: 36 })
  userId!: string;
  /** Role that signing in by this name starts with; null = the one used last. */
  @Column("varchar", { length: 64, nullable: true })
  role!: string | null;
}
