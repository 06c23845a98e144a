import type { BehaviourTable } from "../processing.js";
import { adHocInnerInstance, adHocSubProcess } from "./ad-hoc.js";
import { callActivity } from "./call-activity.js";
import { eventSubProcess, process, subProcess } from "./containers.js";
import { boundaryEvent, catchEvent, endEvent, throwEvent } from "./events.js";
import { eventBasedGateway, exclusiveGateway, inclusiveGateway } from "./gateways.js";
import { multiInstanceBody } from "./multi-instance.js";
import { passThrough } from "./pass-through.js";
import { businessRuleTask, jobTask, receiveTask, scriptTask } from "./tasks.js";
import { userTask } from "./user-task.js";

/** Which file does which kind of element. */
export const BEHAVIOURS: BehaviourTable = {
  PROCESS: process,
  SUB_PROCESS: subProcess,
  EVENT_SUB_PROCESS: eventSubProcess,
  AD_HOC_SUB_PROCESS: adHocSubProcess,
  AD_HOC_SUB_PROCESS_INNER_INSTANCE: adHocInnerInstance,
  CALL_ACTIVITY: callActivity,
  MULTI_INSTANCE_BODY: multiInstanceBody,
  TASK: passThrough,
  MANUAL_TASK: passThrough,
  SERVICE_TASK: jobTask,
  SEND_TASK: jobTask,
  SCRIPT_TASK: scriptTask,
  BUSINESS_RULE_TASK: businessRuleTask,
  USER_TASK: userTask,
  RECEIVE_TASK: receiveTask,
  START_EVENT: passThrough,
  BOUNDARY_EVENT: boundaryEvent,
  INTERMEDIATE_CATCH_EVENT: catchEvent,
  INTERMEDIATE_THROW_EVENT: throwEvent,
  END_EVENT: endEvent,
  EXCLUSIVE_GATEWAY: exclusiveGateway,
  PARALLEL_GATEWAY: passThrough,
  INCLUSIVE_GATEWAY: inclusiveGateway,
  EVENT_BASED_GATEWAY: eventBasedGateway,
};
