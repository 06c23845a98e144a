export { type Actor, groupsOf, type RoleAssignment } from "./actor.js";
