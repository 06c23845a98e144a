export { type Ability, type AccessRules, type Conditions, type Grant, type Verb } from "./access.js";
export { type Actor, groupsOf, type RoleAssignment } from "./actor.js";
export type { PeopleDirectory, RoleDefinition, Users } from "./people.js";
