import type { Command, CommandResults } from "../../protocol/commands.js";
import type { Actor } from "../../state/actor.js";
import type { AuditEntry, AuditLogRow } from "../../state/audit-rows.js";
import type { CommandProcessor } from "../command-processor.js";
import type { Processing } from "../processing.js";
import { AUDITORS, type Auditor } from "./auditors.js";

/** Who is to be named in the audit log, and for which batch operation. */
export type AuditSource = Actor & Partial<Pick<AuditLogRow, "batchOperationKey" | "batchOperationType">>;

const auditorOf = <C extends Command>(command: C): Auditor<C> | undefined =>
  AUDITORS[command.type] as Auditor<C> | undefined;

/**
 * Processes a command and records it for its sender. What waits for task listeners takes the entries with it and records
 * them when they have answered.
 */
export function auditedAs<C extends Command>(
  source: AuditSource,
  command: C,
  process: CommandProcessor<C>,
  p: Processing,
): CommandResults[C["type"]] {
  const auditor = auditorOf(command);
  if (auditor === undefined) return process(command, p);
  const before = auditor.before?.(command, p) ?? [];
  p.keepAudit(signed(before, source));
  const result = process(command, p);
  const kept = p.takeAudit();
  if (kept.length < before.length) return result;
  if (auditor.recordDone !== undefined) auditor.recordDone(p, source, result);
  else record(p, auditor.after === undefined ? kept : signed(auditor.after(command, p, result), source), "SUCCESS");
  return result;
}

const signed = (entries: readonly AuditEntry[], source: AuditSource): readonly AuditEntry[] =>
  entries.length === 0 ? entries : entries.map((entry) => ({ ...entry, ...source }));

/** Records that a command was refused because of the state of what it is about. */
export function recordRefusal(source: AuditSource, command: Command, p: Processing): void {
  record(p, signed(auditorOf(command)?.before?.(command, p) ?? [], source), "FAIL");
}

/** Writes entries into the audit log. */
export function record(p: Processing, entries: readonly AuditEntry[], result: AuditLogRow["result"]): void {
  for (const entry of entries) p.emit({ t: "audit.recorded", row: { ...entry, auditLogKey: p.newKey(), result } });
}
