import { z } from "zod";
import {
  AppError,
  type CaseFile,
  defineWorker,
  definePlugin,
  type Plugin,
  type SheetPage,
  type SheetRow,
  type UnitOfWork,
} from "../../../src/plugin-api/index.js";

const both = (text: string): { id: string; en: string } => ({ id: text, en: text });

/** A small business system: permits that a checker of an agency decides, with a sheet of reasons. Rows live in memory. */
export const permitPlugin = (): Plugin & { readonly rows: Map<string, SheetRow[]>; failures: number } => {
  const rows = new Map<string, SheetRow[]>();
  const rowsOf = (caseFile: CaseFile): SheetRow[] => rows.get(caseFile.id) ?? [];
  const plugin = {
    rows,
    /** How often the worker fails before it works. */
    failures: 0,
    ...definePlugin({
      name: "permits",
      version: "1.0.0",
      api: "^1",
      setup: ({ cases, files, history }) => ({
        access: ({ role }, { can }) => {
          if (role?.role === "checker") can("read", "CaseFile", { "scopes.agency": role.scopeId ?? "" });
        },
        caseTypes: [
          {
            app: "permits",
            type: "permit",
            title: both("Izin"),
            processId: "permit",
            statuses: {
              SENT: { label: { id: "Terkirim", en: "Sent" }, tone: "info" },
              RETURNED: { label: { id: "Dikembalikan", en: "Returned" }, tone: "warning" },
              GRANTED: { label: { id: "Diberikan", en: "Granted" }, tone: "success" },
            },
            facts: async (_tx, caseFile) => [{ label: both("Rujukan"), value: caseFile.reference }],
            start: {
              form: "permits/request",
              offered: async (_tx, actor) =>
                actor.role?.role === "applicant"
                  ? { ok: true }
                  : { ok: false, hidden: actor.role === null, reason: both("Hanya pemohon yang dapat mengajukan") },
              prefill: async (_tx, actor) => ({ nama: actor.displayName }),
              start: async (tx, actor, data) => {
                const caseFile = await cases.open(tx, {
                  app: "permits",
                  type: "permit",
                  reference: "IZIN-1",
                  title: String(data["perihal"]),
                  ownerId: actor.userId,
                  subjectName: actor.displayName,
                  subjectNumber: "199001012015011001",
                  unitName: "Dinas Uji",
                  scopes: { agency: String(data["agency"]) },
                  status: "SENT",
                  variables: { owner: actor.username, agency: data["agency"] },
                });
                await history.append(tx, {
                  actorId: actor.userId,
                  actorName: actor.displayName,
                  role: "applicant",
                  action: "permit.sent",
                  caseId: caseFile.id,
                  subject: { type: "CaseFile", id: caseFile.id },
                  story: { id: "mengirim permohonan", en: "sent the request" },
                });
                return caseFile.id;
              },
            },
            sheets: [
              {
                id: "reasons",
                title: both("Alasan"),
                page: async (_tx, { caseFile }): Promise<SheetPage> => ({
                  columns: [{ key: "text", label: both("Alasan"), kind: "text", editable: true, required: true }],
                  rows: rowsOf(caseFile),
                  total: rowsOf(caseFile).length,
                  totals: [],
                  canAdd: true,
                  canRemove: true,
                  canAttach: true,
                  canPaste: true,
                  progress: null,
                }),
                add: async (_tx, { caseFile }, values) => {
                  const row = {
                    id: `r${rowsOf(caseFile).length + 1}`,
                    revision: 1,
                    group: "",
                    values,
                    files: [],
                    notes: [],
                  };
                  rows.set(caseFile.id, [...rowsOf(caseFile), row]);
                  return row;
                },
                addMany: async (_tx, { caseFile }, added) => {
                  const errors = added.flatMap((values, index) =>
                    values["text"] === "" ? [{ path: `rows[${index}].text`, message: both("Alasan wajib diisi") }] : [],
                  );
                  if (errors.length > 0) throw new AppError("BAD_INPUT", "Expected a reason in each row", { errors });
                  const before = rowsOf(caseFile);
                  const more = added.map((values, index) => ({
                    id: `r${before.length + index + 1}`,
                    revision: 1,
                    group: "",
                    values,
                    files: [],
                    notes: [],
                  }));
                  rows.set(caseFile.id, [...before, ...more]);
                  return { added: more.length };
                },
                actions: async (_tx, { caseFile }) =>
                  rowsOf(caseFile).length === 0
                    ? []
                    : [{ id: "clear", label: both("Kosongkan"), confirm: both("Hapus semua alasan?") }],
                act: async (_tx, { caseFile }) => void rows.set(caseFile.id, []),
                update: async (_tx, { caseFile }, { id, revision }, values) => {
                  const row = rowsOf(caseFile).find((each) => each.id === id);
                  if (row === undefined || row.revision !== revision) {
                    throw new AppError("CONFLICT", `Expected revision ${revision} of row '${id}', but it has moved on`);
                  }
                  const next = { ...row, values, revision: revision + 1 };
                  rows.set(
                    caseFile.id,
                    rowsOf(caseFile).map((each) => (each.id === id ? next : each)),
                  );
                  return next;
                },
                remove: async (_tx, { caseFile }, { id }) =>
                  void rows.set(
                    caseFile.id,
                    rowsOf(caseFile).filter((row) => row.id !== id),
                  ),
                attach: async (tx, { caseFile, actor }, { id }, fileId) => {
                  const file = await files.claim(tx, {
                    fileId,
                    caseId: caseFile.id,
                    place: `row:${id}`,
                    userId: actor.userId,
                  });
                  const row = rowsOf(caseFile).find((each) => each.id === id);
                  if (row === undefined) throw new AppError("NOT_FOUND", `Expected row '${id}', but there is none`);
                  return { ...row, files: [file] };
                },
                detach: async (tx, { caseFile }, { id }, fileId) => {
                  await files.release(tx, { fileId, caseId: caseFile.id, place: `row:${id}` });
                  return { ...(rowsOf(caseFile)[0] as SheetRow), files: [] };
                },
                search: async (_tx, _at, column, text) => [{ value: "1", label: `${column} ${text}` }],
              },
            ],
          },
        ],
        taskHandlers: [
          {
            processId: "permit",
            elementId: "Check",
            sheet: "reasons",
            open: async (_tx: UnitOfWork, { caseFile }) => ({
              data: { judul: caseFile.title },
              facts: [{ label: both("Pemohon"), value: caseFile.subjectName }],
            }),
            complete: async (tx, { caseFile, data }) => {
              if (data["alasan"] === "meledak sekarang juga") throw new Error("the handler broke");
              const isGranted = data["keputusan"] === "terima";
              await cases.setStatus(tx, caseFile, isGranted ? "GRANTED" : "RETURNED", { closed: isGranted });
              return {
                variables: { granted: isGranted },
                action: isGranted ? "permit.granted" : "permit.returned",
                story: isGranted
                  ? { id: "memberikan izin", en: "granted the permit" }
                  : { id: "mengembalikan permohonan", en: "returned the request" },
                changes: [
                  {
                    field: "status",
                    label: "Status",
                    from: caseFile.status,
                    to: isGranted ? "GRANTED" : "RETURNED",
                  },
                ],
                reason: typeof data["alasan"] === "string" ? data["alasan"] : null,
              };
            },
          },
          { processId: "permit", elementId: "Repair", complete: async () => ({ variables: {} }) },
        ],
        workers: [
          defineWorker({
            type: "archive-permit",
            input: z.object({ caseId: z.string() }),
            output: z.object({ archived: z.boolean() }),
            timeoutMs: 10_000,
            handle: async () => {
              if (plugin.failures > 0) {
                plugin.failures -= 1;
                throw new Error("Arsip tidak menjawab");
              }
              return { archived: true };
            },
          }),
        ],
      }),
    }),
  };
  return plugin;
};

const ext = (content: string): string => `<bpmn:extensionElements>${content}</bpmn:extensionElements>`;
const flow = (id: string, from: string, to: string, condition = ""): string =>
  `<bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}">${condition === "" ? "" : `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${condition}</bpmn:conditionExpression>`}</bpmn:sequenceFlow>`;
const task = (id: string, name: string, form: string, assignment: string): string =>
  `<bpmn:userTask id="${id}" name="${name}">${ext(`<zeebe:userTask /><zeebe:formDefinition externalReference="${form}" />${assignment}`)}</bpmn:userTask>`;

const definitions = (id: string, name: string, body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:modeler="http://camunda.org/schema/modeler/1.0" id="D_${id}"
  targetNamespace="http://bpmn.io/schema/bpmn" modeler:executionPlatform="Camunda Cloud" modeler:executionPlatformVersion="8.8.0">
  <bpmn:process id="${id}" name="${name}" isExecutable="true">${body}</bpmn:process></bpmn:definitions>`;

/** Check by the agency's checkers; returned ones are repaired by the applicant; granted ones are archived by a worker. */
export const permitProcess = definitions(
  "permit",
  "Permohonan izin",
  `<bpmn:startEvent id="Sent" />
  ${task("Check", "Periksa permohonan", "permits/check", '<zeebe:assignmentDefinition candidateGroups="=[&quot;checker@&quot; + agency]" /><zeebe:taskSchedule dueDate="2026-03-09T08:00:00+07:00" />')}
  <bpmn:exclusiveGateway id="Granted" default="ToRepair" />
  ${task("Repair", "Perbaiki permohonan", "permits/repair", '<zeebe:assignmentDefinition assignee="=owner" />')}
  <bpmn:serviceTask id="Archive" name="Arsipkan">${ext('<zeebe:taskDefinition type="archive-permit" retries="1" />')}</bpmn:serviceTask>
  <bpmn:endEvent id="Done" />
  ${flow("ToCheck", "Sent", "Check")}${flow("ToGranted", "Check", "Granted")}${flow("ToArchive", "Granted", "Archive", "=granted")}
  ${flow("ToRepair", "Granted", "Repair")}${flow("Again", "Repair", "Check")}${flow("ToDone", "Archive", "Done")}`,
);

/** A process of an app without code: its data are its variables. */
export const plainProcess = definitions(
  "plain",
  "Tanpa kode",
  `<bpmn:startEvent id="Begin" />
  ${task("Answer", "Jawab", "plain/answer", '<zeebe:assignmentDefinition assignee="=startedBy" />')}
  <bpmn:endEvent id="End" />${flow("F1", "Begin", "Answer")}${flow("F2", "Answer", "End")}`,
);

/** A task offered to groups and users that variables name. */
export const offeredProcess = definitions(
  "offered",
  "Ditawarkan",
  `<bpmn:startEvent id="Begin" />
  <bpmn:userTask id="Choose" name="Pilih">${ext('<zeebe:userTask /><zeebe:assignmentDefinition candidateGroups="=groups" candidateUsers="=users" />')}</bpmn:userTask>
  <bpmn:endEvent id="End" />${flow("G1", "Begin", "Choose")}${flow("G2", "Choose", "End")}`,
);

const field = (key: string, more: object = {}): object => ({
  type: "textfield",
  key,
  label: key,
  input: true,
  ...more,
});
const required = { validate: { required: true } };

/** Forms by key. */
export const permitForms: Readonly<Record<string, object>> = {
  "permits/request": {
    display: "form",
    components: [field("nama"), field("perihal", required), field("agency", required)],
  },
  "permits/check": {
    display: "form",
    components: [
      field("judul"),
      {
        type: "radio",
        key: "keputusan",
        label: "Keputusan",
        input: true,
        ...required,
        values: [
          { value: "terima", label: "Terima" },
          { value: "kembalikan", label: "Kembalikan" },
        ],
      },
      field("alasan", {
        validate: { required: true, minLength: 10 },
        conditional: { show: true, when: "keputusan", eq: "kembalikan" },
      }),
    ],
  },
  "permits/repair": { display: "form", components: [field("keterangan")] },
  "plain/ask": { display: "form", components: [field("pertanyaan", required)] },
  "plain/answer": { display: "form", components: [field("pertanyaan"), field("jawaban", required)] },
};
