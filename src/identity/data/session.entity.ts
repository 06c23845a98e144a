import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { instantColumn } from "../../platform/db/index.js";

/** A signed-in browser. */
@Entity("identity_session")
export class SessionEntity {
  /** SHA-256 of the session id, hex: who reads the table cannot take a session over. */
  @PrimaryColumn("varchar", { length: 64 })
  id!: string;
  @Index("identity_session_user")
  @Column("varchar", { length: 36, nullable: true })
  userId!: string | null;
  @Column("text")
  content!: string;
  @Index("identity_session_expiry")
  @Column(instantColumn)
  expiresAt!: number;
}
