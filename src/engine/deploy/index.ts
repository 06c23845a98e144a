export type {
  AdHocDefinition,
  Binding,
  CalledDecision,
  CalledElement,
  CandidateList,
  CompensationEvent,
  ConditionalEvent,
  ElementType,
  ErrorEvent,
  EscalationEvent,
  EventDefinition,
  EventSubProcess,
  ExecutableElement,
  ExecutableProcess,
  FlowNodeType,
  FormReference,
  InclusiveJoin,
  JobDefinition,
  LinkedResource,
  ListenerDefinition,
  MessageEvent,
  MultiInstance,
  NameValue,
  ScopeContent,
  ScriptDefinition,
  SequenceFlow,
  SignalEvent,
  TaskListenerDefinition,
  TaskListenerEvent,
  TimerEvent,
  UserTaskDefinition,
  VariableMapping,
} from "./executable-process.js";
export { adHocInnerId } from "./build/ad-hoc-inner.js";
export type { DeploymentFault } from "./fault.js";
export { describeFaults } from "./fault.js";
export { compileBpmn } from "./compile-bpmn.js";
export type { BpmnCompilation } from "./compile-bpmn.js";
export { compileDeployment } from "./compile-deployment.js";
export type { CompiledDeployment } from "./compile-deployment.js";
export type {
  CompiledBpmn,
  CompiledDmn,
  CompiledForm,
  CompiledGenericResource,
  CompiledResource,
  DeploymentResource,
} from "./compiled-resource.js";
