import type { DraftElement } from "./draft.js";

/** Id of the instances that the activations of an ad-hoc sub-process live in. */
export const adHocInnerId = (adHocId: string): string => `${adHocId}#innerInstance`;

/** The element behind such an instance: nothing of its own, what is inside is that of the sub-process. */
export function adHocInner(adHoc: DraftElement): DraftElement {
  return {
    ...adHoc,
    id: adHocInnerId(adHoc.id),
    type: "AD_HOC_SUB_PROCESS_INNER_INSTANCE",
    parent: adHoc,
    incoming: [],
    outgoing: [],
    boundaryEvents: [],
    scope: null,
    inputMappings: [],
    outputMappings: [],
    job: null,
    multiInstance: null,
    adHoc: null,
    startListeners: [],
    endListeners: [],
    properties: [],
    linkedResources: [],
    isForCompensation: false,
  };
}
