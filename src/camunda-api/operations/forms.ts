import type { FormResult } from "@camunda8/orchestration-cluster-api";
import type { FormRow, ProcessDefinitionRow } from "../../engine/index.js";
import type { RecordStore } from "../context.js";
import type { Plain } from "../contract/plain.js";

/** A form as the API shows it; the schema stays the JSON text that was deployed. */
export const formResult = (row: FormRow): Plain<FormResult> => ({
  tenantId: row.tenantId,
  formId: row.formId,
  schema: row.schema,
  version: row.version,
  formKey: row.formKey,
});

/** The linked form of the none start event of a process, in its latest version; undefined when there is none. */
export async function startFormOf(store: RecordStore, definition: ProcessDefinitionRow): Promise<FormRow | undefined> {
  const formId = definition.hasStartForm ? startFormId(definition.xml) : undefined;
  if (formId === undefined) return undefined;
  const forms = await store.select({ table: "form", equals: { formId, isLatestVersion: true } });
  return forms.at(-1);
}

/** The definition's row says that there is a form; which one stands in the start event of the deployed text. */
function startFormId(text: string): string | undefined {
  const start = /<(?:\w+:)?startEvent\b[\s\S]*?<\/(?:\w+:)?startEvent>/gu;
  for (const [event] of text.matchAll(start)) {
    const formId = /<(?:\w+:)?formDefinition\b[^>]*\bformId="([^"]+)"/u.exec(event)?.[1];
    if (formId !== undefined) return formId;
  }
  return undefined;
}
