import type { CandidateList, FormReference } from "../../deploy/index.js";
import type { UserTaskAttributes } from "../../protocol/events.js";
import type { Key } from "../../state/rows.js";
import type { Scope } from "../../state/scope.js";
import { bindingProblem, resolveBinding } from "../bindings.js";
import { toLongText, toNumber, toText, toTexts, toTime } from "../expressions.js";
import { type Behaviour, IncidentRaised, type Processing } from "../processing.js";
import { subscribeBoundaryEvents } from "../subscriptions.js";
import { listenersFor, startTransition } from "../user-task/task-transition.js";
import { createElementJob } from "./job-work.js";
import { userTaskHeaders } from "./user-task-headers.js";

/** Priority of a user task without one. */
const DEFAULT_PRIORITY = 50;

/** A task of the engine (`zeebe:userTask`), or a job of the old kind. */
export const userTask: Behaviour = {
  activate(p, scope, element) {
    const definition = element.userTask;
    if (definition === null || definition.implementation === "job") {
      createElementJob(p, scope, element, definition === null ? {} : userTaskHeaders(p, scope, definition));
      return;
    }
    const assignee = definition.assignee === null ? null : toText(p, definition.assignee, scope);
    const attributes: UserTaskAttributes = {
      assignee: assignee === "" ? null : assignee,
      candidateGroups: candidates(p, scope, definition.candidateGroups),
      candidateUsers: candidates(p, scope, definition.candidateUsers),
      dueDate: definition.dueDate === null ? null : toTime(p, definition.dueDate, scope),
      followUpDate: definition.followUpDate === null ? null : toTime(p, definition.followUpDate, scope),
      priority: priority(definition.priority === null ? DEFAULT_PRIORITY : toNumber(p, definition.priority, scope)),
      customHeaders: definition.headers,
      ...form(p, scope, definition.form),
    };
    subscribeBoundaryEvents(p, scope, element);
    createTask(p, scope, attributes);
  },
};

/** With listeners for it, the assignee of the model is assigned after the creation, by a transition of its own. */
function createTask(p: Processing, scope: Scope, attributes: UserTaskAttributes): void {
  const key = p.newKey();
  const isListened = listenersFor(p, scope, "creating").length > 0 || listenersFor(p, scope, "assigning").length > 0;
  if (!isListened) {
    p.emit({ t: "user-task.created", key, element: scope.key, attributes });
    return;
  }
  const { assignee } = attributes;
  p.emit({ t: "user-task.created", key, element: scope.key, attributes: { ...attributes, assignee: null } });
  const after = assignee === null ? {} : { assigneeAfter: assignee };
  startTransition(p, scope, { event: "creating", changes: {}, changed: [], action: "", ...after });
}

function candidates(p: Processing, scope: Scope, list: CandidateList | null): readonly string[] {
  if (list === null) return [];
  return list.kind === "constant" ? list.values : toTexts(p, list.expression, scope);
}

function priority(value: number): number {
  if (Number.isInteger(value) && value >= 0 && value <= 100) return value;
  throw new IncidentRaised("EXTRACT_VALUE_ERROR", `Expected priority to be in the range [0,100] but was '${value}'.`);
}

function form(
  p: Processing,
  scope: Scope,
  reference: FormReference | null,
): { formKey: Key | null; externalFormReference: string | null } {
  if (reference === null) return { formKey: null, externalFormReference: null };
  if (reference.kind === "external")
    return { formKey: null, externalFormReference: toLongText(p, reference.reference, scope) };
  if (reference.kind === "formKey")
    return { formKey: null, externalFormReference: toLongText(p, reference.formKey, scope) };
  const formId = toText(p, reference.formId, scope);
  const found = resolveBinding(p, scope, p.state.forms, formId, reference.binding);
  if (found === undefined)
    throw new IncidentRaised("FORM_NOT_FOUND", bindingProblem("form", formId, reference.binding));
  return { formKey: found.formKey, externalFormReference: null };
}
