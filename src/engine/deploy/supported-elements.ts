import type { FlowNodeType } from "./executable-process.js";

/** Run-time type of each flow node; what is not in the table is refused. */
export const FLOW_NODE_TYPES: Readonly<Record<string, FlowNodeType>> = {
  "bpmn:Task": "TASK",
  "bpmn:ServiceTask": "SERVICE_TASK",
  "bpmn:SendTask": "SEND_TASK",
  "bpmn:ScriptTask": "SCRIPT_TASK",
  "bpmn:BusinessRuleTask": "BUSINESS_RULE_TASK",
  "bpmn:UserTask": "USER_TASK",
  "bpmn:ReceiveTask": "RECEIVE_TASK",
  "bpmn:ManualTask": "MANUAL_TASK",
  "bpmn:CallActivity": "CALL_ACTIVITY",
  "bpmn:SubProcess": "SUB_PROCESS",
  "bpmn:AdHocSubProcess": "AD_HOC_SUB_PROCESS",
  "bpmn:StartEvent": "START_EVENT",
  "bpmn:IntermediateCatchEvent": "INTERMEDIATE_CATCH_EVENT",
  "bpmn:IntermediateThrowEvent": "INTERMEDIATE_THROW_EVENT",
  "bpmn:BoundaryEvent": "BOUNDARY_EVENT",
  "bpmn:EndEvent": "END_EVENT",
  "bpmn:ExclusiveGateway": "EXCLUSIVE_GATEWAY",
  "bpmn:ParallelGateway": "PARALLEL_GATEWAY",
  "bpmn:InclusiveGateway": "INCLUSIVE_GATEWAY",
  "bpmn:EventBasedGateway": "EVENT_BASED_GATEWAY",
};

/** Elements of a diagram that have no meaning at run time. */
export const IGNORED_ELEMENTS: ReadonlySet<string> = new Set([
  "bpmn:DataObject",
  "bpmn:DataObjectReference",
  "bpmn:DataStoreReference",
]);

/** Why an element of BPMN is refused for good. */
export const REFUSAL_REASONS: Readonly<Record<string, string>> = {
  "bpmn:Transaction": "transaction sub-processes are not supported; use an embedded sub-process",
  "bpmn:ComplexGateway": "complex gateways are not supported; use inclusive or parallel gateways",
};
