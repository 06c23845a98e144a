import type { Behaviour } from "../processing.js";
import { complete } from "../lifecycle.js";

/** Elements without work of their own: start and boundary events, manual and undefined tasks, parallel gateways. */
export const passThrough: Behaviour = {
  activate: (p, scope, _element, variables) => complete(p, scope, variables),
};
