import type { ActivateAdHocCommand } from "../protocol/commands.js";
import { type CommandProcessor, reject } from "./command-processor.js";
import { activateInside, unknownActivities } from "./elements/ad-hoc.js";
import { removeChildren } from "./remove-scope.js";

/** Begins activities of an active ad-hoc sub-process: all of them, or none when one is unknown. */
export const activateAdHoc: CommandProcessor<ActivateAdHocCommand> = (
  { elementInstanceKey, elements, cancelRemainingInstances = false },
  p,
) => {
  const scope = p.state.findScope(elementInstanceKey);
  const prefix = `Expected to activate activities for ad-hoc sub-process with key '${elementInstanceKey}', but`;
  if (scope?.type !== "AD_HOC_SUB_PROCESS")
    return reject("NOT_FOUND", `${prefix} no such ad-hoc sub-process was found`);
  const unknown = unknownActivities(
    p,
    scope,
    elements.map(({ elementId }) => elementId),
  );
  if (unknown.length > 0) reject("NOT_FOUND", `${prefix} the given elements [${unknown.join(", ")}] do not exist.`);
  if (cancelRemainingInstances) removeChildren(p, scope);
  activateInside(p, scope, elements);
  return null;
};
