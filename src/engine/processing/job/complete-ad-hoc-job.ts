import type { JobResult } from "../../protocol/commands.js";
import type { JobRow, JsonObject } from "../../state/rows.js";
import { reject } from "../command-processor.js";
import { activateInside, fulfil, unknownActivities } from "../elements/ad-hoc.js";
import { modelOf, type Processing } from "../processing.js";
import { mergeUpward, setAllLocal } from "../variables.js";

/** The worker of an ad-hoc sub-process has said what begins next, or that all is done. */
export function completeAdHocJob(
  p: Processing,
  job: JobRow,
  variables: JsonObject,
  result: JobResult | undefined,
): void {
  const scope = p.state.scope(job.elementInstanceKey);
  const decision = result?.type === "adHocSubProcess" ? result : undefined;
  const activations = decision?.activateElements ?? [];
  const unknown = unknownActivities(
    p,
    scope,
    activations.map(({ elementId }) => elementId),
  );
  if (unknown.length > 0) {
    reject(
      "NOT_FOUND",
      `Expected to complete job with key '${job.jobKey}', but the given elements [${unknown.join(", ")}] do not exist in ad-hoc sub-process '${scope.elementId}'.`,
    );
  }
  p.emit({ t: "job.completed", key: job.jobKey });
  if (modelOf(p, scope).outputMappings.length > 0) setAllLocal(p, scope, variables);
  else mergeUpward(p, scope, variables);
  const isFulfilled = decision?.isCompletionConditionFulfilled === true;
  if (isFulfilled && activations.length === 0) fulfil(p, scope, decision.isCancelRemainingInstances === true);
  activateInside(p, scope, activations);
  if (isFulfilled && activations.length > 0) p.emit({ t: "ad-hoc.fulfilled", key: scope.key });
}
