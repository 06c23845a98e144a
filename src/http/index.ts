export {
  type AnyRoute,
  defineRoute,
  type RawBody,
  type RouteDefinition,
  type RouteReply,
  type RouteRequest,
} from "./define-route.js";
