export { checkInput } from "./check-input.js";
export { type Ability, type AccessRules, type Conditions, type Grant, type Verb } from "./access.js";
export { type Actor, groupsOf, type RoleAssignment } from "./actor.js";
export type { Callers, CallerSession, SessionClaims } from "./caller.js";
export { createHttpApp, type HttpDeps } from "./create-http-app.js";
export { listen, type Listening } from "./listen.js";
export type { EngineApi } from "./engine-gate.js";
export type { ReadinessCheck } from "./health.js";
export {
  type AnyRoute,
  defineRoute,
  type RawBody,
  type RouteDefinition,
  type RouteReply,
  type RouteRequest,
} from "./define-route.js";
