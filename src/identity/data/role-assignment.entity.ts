import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { instantColumn } from "../../platform/db/index.js";

/** A role that an account holds. */
@Entity("identity_role_assignment")
@Index("identity_role_holder", ["role", "scopeId"])
export class RoleAssignmentEntity {
  @PrimaryColumn("varchar", { length: 36 })
  id!: string;
  @Index("identity_role_user")
  @Column("varchar", { length: 36 })
  userId!: string;
  @Column("varchar", { length: 64 })
  role!: string;
  @Column("varchar", { length: 64, nullable: true })
  scopeType!: string | null;
  @Column("varchar", { length: 64, nullable: true })
  scopeId!: string | null;
  @Column(instantColumn)
  createdAt!: number;
}
