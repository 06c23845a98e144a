import type { EntityClass, MigrationClass } from "../../platform/db/index.js";
import { AliasEntity } from "./alias.entity.js";
import { CreateAlias1764000700002 } from "./create-alias-1764000700002.js";
import { CreateIdentity1764000001001 } from "./create-identity-1764000001001.js";
import { RoleAssignmentEntity } from "./role-assignment.entity.js";
import { SecretEntity } from "./secret.entity.js";
import { SessionEntity } from "./session.entity.js";
import { UserEntity } from "./user.entity.js";

/** Tables of this module. */
export const entities: readonly EntityClass[] = [
  UserEntity,
  AliasEntity,
  RoleAssignmentEntity,
  SessionEntity,
  SecretEntity,
];
export const migrations: readonly MigrationClass[] = [CreateIdentity1764000001001, CreateAlias1764000700002];
