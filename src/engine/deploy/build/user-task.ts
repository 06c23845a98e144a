import type { CandidateList, FormReference, JobDefinition, UserTaskDefinition } from "../executable-process.js";
import type { ModelNode } from "../xml/model-node.js";
import { extensionOf, filledTextOf, labelOf } from "../xml/model-node.js";
import type { BuildContext } from "./build-context.js";
import { bindingOf, expressionOf, optionalExpression } from "./build-context.js";
import { headersOf } from "./mappings.js";

/** Job type of the old kind of user task. */
const USER_TASK_JOB_TYPE = "io.camunda.zeebe:userTask";
const USER_TASK_JOB_RETRIES = "1";

/** A user task with everything about assignment, dates and form. */
export function userTaskOf(context: BuildContext, node: ModelNode): UserTaskDefinition {
  const place = `${labelOf(node)} > extensionElements`;
  const assignment = extensionOf(node, "zeebe:AssignmentDefinition");
  const schedule = extensionOf(node, "zeebe:TaskSchedule");
  const priority = extensionOf(node, "zeebe:PriorityDefinition");
  return {
    implementation: extensionOf(node, "zeebe:UserTask") === null ? "job" : "camunda",
    assignee: assignment && optionalExpression(context, `${place} > assignmentDefinition`, assignment, "assignee"),
    candidateGroups:
      assignment && candidatesOf(context, `${place} > assignmentDefinition`, assignment, "candidateGroups"),
    candidateUsers:
      assignment && candidatesOf(context, `${place} > assignmentDefinition`, assignment, "candidateUsers"),
    dueDate: schedule && optionalExpression(context, `${place} > taskSchedule`, schedule, "dueDate"),
    followUpDate: schedule && optionalExpression(context, `${place} > taskSchedule`, schedule, "followUpDate"),
    priority: priority && optionalExpression(context, `${place} > priorityDefinition`, priority, "priority"),
    form: formOf(context, node),
    headers: headersOf(node),
  };
}

/** The job behind an old user task. */
export function userTaskJob(node: ModelNode): JobDefinition {
  return {
    type: { kind: "static", text: USER_TASK_JOB_TYPE },
    retries: { kind: "static", text: USER_TASK_JOB_RETRIES },
    headers: headersOf(node),
  };
}

/** The form of a user task or start event. */
export function formOf(context: BuildContext, node: ModelNode): FormReference | null {
  const form = extensionOf(node, "zeebe:FormDefinition");
  if (form === null) return null;
  const place = `${labelOf(node)} > extensionElements > formDefinition`;
  const formId = optionalExpression(context, place, form, "formId");
  if (formId !== null) return { kind: "formId", formId, binding: bindingOf(context, place, form) };
  const reference = optionalExpression(context, place, form, "externalReference");
  if (reference !== null) return { kind: "external", reference };
  const formKey = optionalExpression(context, place, form, "formKey");
  if (formKey !== null) return { kind: "formKey", formKey };
  context.report(
    place,
    "form-reference",
    "Expected one of the attributes formId, externalReference and formKey, but all are missing",
  );
  return null;
}

function candidatesOf(context: BuildContext, place: string, node: ModelNode, property: string): CandidateList | null {
  const text = filledTextOf(node, property);
  if (text === null) return null;
  if (text.startsWith("=")) return { kind: "expression", expression: expressionOf(context, place, text) };
  const values = text.split(",").map((value) => value.trim());
  if (values.includes("")) {
    context.report(
      place,
      "candidate-list",
      `Expected '${property}' to be names with commas between them, but '${text}' has an empty one`,
    );
  }
  return { kind: "constant", values };
}
