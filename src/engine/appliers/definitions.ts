import type { EventOf } from "../protocol/events.js";
import type { MutableState } from "../state/mutable.js";

/** New versions come in; what they replace is no longer the latest. */
export function deploymentCreated(event: EventOf<"deployment.created">, state: MutableState): void {
  state.insert("deployment", event.row);
  for (const definition of event.definitions) {
    switch (definition.table) {
      case "process_definition": {
        const { row } = definition;
        const before = state.processes.latest(row.tenantId, row.processDefinitionId);
        if (before !== undefined) state.update("process_definition", before, { isLatestVersion: false });
        state.insert("process_definition", row);
        break;
      }
      case "decision_requirements": {
        const { row } = definition;
        const before = state.requirements.latest(row.tenantId, row.decisionRequirementsId);
        if (before !== undefined) state.update("decision_requirements", before, { isLatestVersion: false });
        state.insert("decision_requirements", row);
        break;
      }
      case "decision_definition": {
        const { row } = definition;
        const before = state.decisions.latest(row.tenantId, row.decisionDefinitionId);
        if (before !== undefined) state.update("decision_definition", before, { isLatestVersion: false });
        state.insert("decision_definition", row);
        break;
      }
      case "form": {
        const { row } = definition;
        const before = state.forms.latest(row.tenantId, row.formId);
        if (before !== undefined) state.update("form", before, { isLatestVersion: false });
        state.insert("form", row);
        break;
      }
      case "resource": {
        const { row } = definition;
        const before = state.resources.latest(row.tenantId, row.resourceId);
        if (before !== undefined) state.update("resource", before, { isLatestVersion: false });
        state.insert("resource", row);
        break;
      }
    }
  }
}

/** A version is not used any more; the one before it is the latest again. */
export function definitionDeleted(event: EventOf<"definition.deleted">, state: MutableState): void {
  const gone = { state: "DELETED", isLatestVersion: false } as const;
  switch (event.table) {
    case "process_definition": {
      const row = state.processes.get(event.key);
      if (row === undefined) return;
      state.update("process_definition", row, gone);
      const latest = state.processes.latest(row.tenantId, row.processDefinitionId);
      if (latest !== undefined) state.update("process_definition", latest, { isLatestVersion: true });
      return;
    }
    case "decision_requirements": {
      const row = state.requirements.get(event.key);
      if (row === undefined) return;
      state.update("decision_requirements", row, gone);
      const latest = state.requirements.latest(row.tenantId, row.decisionRequirementsId);
      if (latest !== undefined) state.update("decision_requirements", latest, { isLatestVersion: true });
      return;
    }
    case "decision_definition": {
      const row = state.decisions.get(event.key);
      if (row === undefined) return;
      state.update("decision_definition", row, gone);
      const latest = state.decisions.latest(row.tenantId, row.decisionDefinitionId);
      if (latest !== undefined) state.update("decision_definition", latest, { isLatestVersion: true });
      return;
    }
    case "form": {
      const row = state.forms.get(event.key);
      if (row === undefined) return;
      state.update("form", row, gone);
      const latest = state.forms.latest(row.tenantId, row.formId);
      if (latest !== undefined) state.update("form", latest, { isLatestVersion: true });
      return;
    }
    case "resource": {
      const row = state.resources.get(event.key);
      if (row === undefined) return;
      state.update("resource", row, gone);
      const latest = state.resources.latest(row.tenantId, row.resourceId);
      if (latest !== undefined) state.update("resource", latest, { isLatestVersion: true });
    }
  }
}

/** Results of decisions are history only. */
export function decisionEvaluated(event: EventOf<"decision.evaluated">, state: MutableState): void {
  for (const row of event.rows) state.insert("decision_instance", row);
}
