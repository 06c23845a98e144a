import type { TableName } from "../../engine/index.js";
import type { ColumnOf } from "../../engine-store/index.js";
import { field, type FilterField } from "./filter-field.js";

interface VariableFilter {
  readonly name: string;
  readonly value: unknown;
}

const valueOf = field<"variable">("value");

/**
 * A filter by variables: for each entry there is a variable of that name whose serialized JSON fulfils the test.
 *
 * @param link column of the variable that has to equal column `own` of the row.
 */
export const variablesField =
  <Name extends TableName>(link: "processInstanceKey" | "scopeKey", own: ColumnOf<Name>): FilterField<Name> =>
  (value) => ({
    kind: "all",
    of: (value as readonly VariableFilter[]).map((entry) => ({
      kind: "rowExists" as const,
      table: "variable" as const,
      column: link,
      equals: own,
      where: {
        kind: "all" as const,
        of: [
          { kind: "compare" as const, column: "name" as const, by: "eq" as const, value: entry.name },
          valueOf(entry.value),
        ],
      },
    })),
  });
