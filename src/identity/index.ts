export {
  type Ability,
  type AccessRules,
  type Actor,
  type Conditions,
  type Grant,
  groupsOf,
  type RoleAssignment,
  type Verb,
} from "../http/index.js";
export type { AccountHistory, Identity, IdentityDeps } from "./create-identity.js";
export type { PeopleDirectory, RoleDefinition, UserContact, Users } from "./people.js";
