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
export { composeAbility } from "./access/compose-ability.js";
export { platformRoles } from "./access/platform-access.js";
export type { AccountHistory } from "./app/account-history.js";
export { type FirstAccount, FirstAccounts, hasNoAccounts } from "./app/first-accounts.js";
export { createIdentity, type Identity, type IdentityDeps } from "./create-identity.js";
export { requireEnvironment } from "./data/environment-mark.js";
export { entities, migrations } from "./data/tables.js";
export type { Activation, CodeViewer, PeopleDirectory, RoleDefinition, UserContact, Users } from "./people.js";
