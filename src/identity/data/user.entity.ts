import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { instantColumn } from "../../platform/db/index.js";

/** An account. */
@Entity("identity_user")
export class UserEntity {
  @PrimaryColumn("varchar", { length: 36 })
  id!: string;
  /** Lower case, so that both databases find it alike. */
  @Index("identity_user_username", { unique: true })
  @Column("varchar", { length: 100 })
  username!: string;
  @Column("varchar", { length: 200 })
  displayName!: string;
  @Column("varchar", { length: 200, nullable: true })
  mail!: string | null;
  @Column("varchar", { length: 64, nullable: true })
  telegramChatId!: string | null;
  /** Key in a plugin's people directory. */
  @Index("identity_user_person")
  @Column("varchar", { length: 64, nullable: true })
  personId!: string | null;
  /** argon2id; null until the account is activated. */
  @Column("varchar", { length: 255, nullable: true })
  passwordHash!: string | null;
  /** SHA-256 of the one-time code, hex. */
  @Column("varchar", { length: 64, nullable: true })
  activationHash!: string | null;
  @Column({ ...instantColumn, nullable: true })
  activationExpiresAt!: number | null;
  @Column("boolean")
  active!: boolean;
  @Column("varchar", { length: 2 })
  language!: "id" | "en";
  /** Wrong passwords since `firstFailureAt`. */
  @Column("int")
  failures!: number;
  @Column({ ...instantColumn, nullable: true })
  firstFailureAt!: number | null;
  @Column({ ...instantColumn, nullable: true })
  lockedUntil!: number | null;
  /** Role assignment used last; the next sign-in starts with it. */
  @Column("varchar", { length: 36, nullable: true })
  lastRoleId!: string | null;
  @Column(instantColumn)
  createdAt!: number;
}
