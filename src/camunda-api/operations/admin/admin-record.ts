import type { ColumnOf, Condition } from "../../../engine-store/index.js";
import type { AdminTable, AdminTableRows } from "../../../engine/index.js";
import type { RecordStore } from "../../context.js";
import { ApiProblem, invalidArgument } from "../../problem.js";

/** Records that are deleted stay in their table as history. */
export const open = <Name extends AdminTable>(): Condition<Name> => equal<Name>("open", true);

/** A column equals a value. */
export const equal = <Name extends AdminTable>(column: ColumnOf<Name>, value: string | boolean): Condition<Name> => ({
  kind: "compare",
  column,
  by: "eq",
  value,
});

/** The open record with a value in a column, if there is one. */
export async function findAdmin<Name extends AdminTable>(
  store: RecordStore,
  table: Name,
  column: ColumnOf<Name>,
  id: string,
): Promise<AdminTableRows[Name] | undefined> {
  const rows = await store.select<Name>({ table, equals: { [column]: id, open: true }, limit: 1 });
  const row: object | undefined = rows[0];
  return row as AdminTableRows[Name] | undefined;
}

/**
 * The open record with a value in a column.
 *
 * @param entity how the answer names the record, such as `Role`.
 * @throws {ApiProblem} 404 when there is none.
 */
export async function getAdmin<Name extends AdminTable>(
  store: RecordStore,
  table: Name,
  column: ColumnOf<Name>,
  id: string,
  entity: string,
): Promise<AdminTableRows[Name]> {
  const row = await findAdmin(store, table, column, id);
  if (row === undefined) throw new ApiProblem(404, "NOT_FOUND", `${entity} with id '${id}' not found`);
  return row;
}

/** What the public documentation allows in ids of identity records. */
const ID = /^[A-Za-z0-9_~@.+-]+$/u;
const LONGEST = 256;

/**
 * Checks a required text.
 *
 * @throws {ApiProblem} 400 when it is blank or longer than 256 characters.
 */
export function checkText(attribute: string, value: string): void {
  if (value.trim() === "") throw invalidArgument(`No ${attribute} provided`);
  if (value.length > LONGEST)
    throw invalidArgument(`The value for ${attribute} has ${value.length} characters but must have at most ${LONGEST}`);
}

/**
 * Checks the id of a new record.
 *
 * @throws {ApiProblem} 400 when it is blank, too long or has characters that ids may not have.
 */
export function checkId(attribute: string, value: string): void {
  checkText(attribute, value);
  if (!ID.test(value))
    throw invalidArgument(
      `The provided ${attribute} contains illegal characters. It must match the pattern '${ID.source}'`,
    );
}
