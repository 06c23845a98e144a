import { z } from "zod";
import { Fact, Localised, pageOf, Tone } from "./shared-shapes.js";

/** GET /api/cases?app=&type=&status=&search=&offset=&limit=&mine=true */
export const CaseItem = z.object({
  id: z.string(),
  app: z.string(),
  type: z.string(),
  typeTitle: Localised,
  reference: z.string(),
  title: z.string(),
  subjectName: z.string(),
  subjectNumber: z.string().nullable(),
  unitName: z.string().nullable(),
  status: z.string(),
  statusLabel: Localised,
  tone: Tone,
  openedAt: z.int(),
  updatedAt: z.int(),
  closedAt: z.int().nullable(),
});
export type CaseItem = z.infer<typeof CaseItem>;
export const CaseList = z.object({ items: z.array(CaseItem), total: z.int() });
export type CaseList = z.infer<typeof CaseList>;

/** GET /api/cases/:id/documents?offset=&limit=&search= newest first; `search` is part of title or number */
export const CaseDocument = z.object({
  id: z.string(),
  title: z.string(),
  number: z.string().nullable(),
  template: z.string(),
  issuedAt: z.int(),
  sha256: z.string(),
});
export type CaseDocument = z.infer<typeof CaseDocument>;
export const CaseDocumentList = pageOf(CaseDocument);
export type CaseDocumentList = z.infer<typeof CaseDocumentList>;

/** GET /api/cases/:id/files?offset=&limit=&search= newest first; `search` is part of the name */
export const CaseAttachment = z.object({
  id: z.string(),
  name: z.string(),
  contentType: z.string(),
  sizeBytes: z.int(),
  place: z.string(),
  uploadedAt: z.int(),
});
export type CaseAttachment = z.infer<typeof CaseAttachment>;
export const CaseAttachmentList = pageOf(CaseAttachment);
export type CaseAttachmentList = z.infer<typeof CaseAttachmentList>;

/** GET /api/cases/:id */
export const CasePage = z.object({
  case: CaseItem,
  facts: z.array(Fact),
  sheets: z.array(z.object({ id: z.string(), title: Localised })),
  /** The first page of its documents; all of them have a route of their own. */
  documents: z.array(CaseDocument),
  documentsTotal: z.int(),
  /** The first page of its files; all of them have a route of their own. */
  files: z.array(CaseAttachment),
  filesTotal: z.int(),
  /** Open tasks of this case file and who has them. */
  openTasks: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      since: z.int(),
      dueAt: z.int().nullable(),
      who: z.string(),
      mine: z.boolean(),
    }),
  ),
  incidents: z.array(
    z.object({ key: z.string(), elementId: z.string(), message: z.string(), since: z.int(), mayRetry: z.boolean() }),
  ),
  hasDiagram: z.boolean(),
  /** False: the engine does not answer now, so `openTasks` and `incidents` are empty because nobody knows them. */
  engineAnswers: z.boolean(),
});
export type CasePage = z.infer<typeof CasePage>;

/** GET /api/cases/:id/story?offset=&limit= newest first */
export const StoryEntry = z.object({
  seq: z.int(),
  at: z.int(),
  actor: z.string(),
  role: Localised.nullable(),
  sentence: Localised,
  reason: z.string().nullable(),
  changes: z.array(
    z.object({ field: z.string(), label: z.string(), from: z.string().nullable(), to: z.string().nullable() }),
  ),
  elementId: z.string().nullable(),
  /** Where it happened; null outside case files. */
  caseId: z.string().nullable(),
  versions: z.record(z.string(), z.string()),
  hash: z.string(),
});
export const Story = z.object({ items: z.array(StoryEntry), total: z.int() });
export type Story = z.infer<typeof Story>;

/** GET /api/cases/:id/diagram */
export const CaseDiagram = z.object({
  xml: z.string(),
  processName: z.string(),
  version: z.int(),
  /** Visits of elements in order; `endedAt` null = a token is there. */
  elements: z.array(
    z.object({
      elementId: z.string(),
      state: z.enum(["ACTIVE", "COMPLETED", "TERMINATED"]),
      startedAt: z.int(),
      endedAt: z.int().nullable(),
      incident: z.boolean(),
    }),
  ),
  flows: z.array(z.string()),
});
export type CaseDiagram = z.infer<typeof CaseDiagram>;

/** GET /api/cases/:id/sheets/:sheet?offset=&limit=&search= ; POST …/rows {values} ; PUT …/rows/:row {revision, values} ; DELETE …/rows/:row?revision= ;
 *  POST …/rows/batch {rows: values[]} → {added} (201), all or none ; POST …/actions/:action → 204 ;
 *  POST …/rows/:row/files {fileId} ; DELETE …/rows/:row/files/:fileId ; GET …/search?column=&text= */
export const SheetColumn = z.object({
  key: z.string(),
  label: Localised,
  kind: z.enum(["text", "longtext", "integer", "decimal", "date", "choice", "search", "files"]),
  editable: z.boolean(),
  required: z.boolean(),
  choices: z.array(z.object({ value: z.string(), label: Localised })).optional(),
  scale: z.int().optional(),
  help: Localised.optional(),
  summary: z.boolean().optional(),
  /** Column whose value this one may differ from (a score, from what was proposed); the difference is shown. */
  comparedTo: z.string().optional(),
  /** Column of this number's unit, which is read behind it. */
  unitIn: z.string().optional(),
  /** What spreadsheets call this column besides its label and key. */
  headings: z.array(z.string()).optional(),
});
export type SheetColumn = z.infer<typeof SheetColumn>;
export const SheetFile = z.object({ id: z.string(), name: z.string(), contentType: z.string(), sizeBytes: z.int() });
export const SheetRow = z.object({
  id: z.string(),
  revision: z.int(),
  group: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  files: z.array(SheetFile),
  notes: z.array(z.object({ tone: z.enum(["info", "warning", "danger"]), text: Localised })),
  locked: z.array(z.string()).optional(),
});
export type SheetRow = z.infer<typeof SheetRow>;
export const SheetPage = z.object({
  columns: z.array(SheetColumn),
  rows: z.array(SheetRow),
  total: z.int(),
  totals: z.array(z.object({ label: Localised, values: z.record(z.string(), z.string()) })),
  canAdd: z.boolean(),
  canRemove: z.boolean(),
  canAttach: z.boolean(),
  /** One file may be attached to many rows at once (`POST …/files`). */
  canAttachMany: z.boolean(),
  /** Many rows may be added at once (`POST …/rows/batch`). */
  canPaste: z.boolean(),
  /** What may be done with the sheet as a whole now (`POST …/actions/:action`), after `confirm` has been asked. */
  actions: z.array(
    z.object({
      id: z.string(),
      label: Localised,
      confirm: Localised.optional(),
      /** Offered on the case page, too, where nobody has a task on the sheet. */
      withoutTask: z.boolean(),
    }),
  ),
  progress: z.object({ done: z.int(), of: z.int() }).nullable(),
});
export type SheetPage = z.infer<typeof SheetPage>;
/** What is sent for a column; a sheet may ask for less text. */
const Cell = z.union([z.string().max(4000), z.number(), z.null()]);
export const RowInput = z.object({
  values: z.record(z.string(), Cell),
  revision: z.int().optional(),
});
/** At most 1,000 rows at once. A fault is named as `rows[3].volume`, counted from 0. */
export const RowsInput = z.object({
  rows: z.array(z.record(z.string(), Cell)).min(1).max(1000),
});
/** One file for at most 1,000 rows. A row that may not take it is named as `rows[3]`, counted from 0. */
export const FileToRows = z.object({
  fileId: z.string().min(1).max(64),
  rows: z.array(z.string().min(1).max(64)).min(1).max(1000),
});
export const RowsAttached = z.object({ attached: z.int() });
export const RowsAdded = z.object({ added: z.int() });
export const SearchHits = z.array(z.object({ value: z.string(), label: z.string(), hint: z.string().optional() }));
export type SearchHits = z.infer<typeof SearchHits>;

/** POST /api/files (multipart, field `file`) → StoredFile (201) · GET /api/files/:id (inline for pdf/images, else download) · GET /api/documents/:id (PDF) */
export const UploadedFile = z.object({
  id: z.string(),
  name: z.string(),
  contentType: z.string(),
  sizeBytes: z.int(),
  sha256: z.string(),
  entries: z.array(z.object({ name: z.string(), sizeBytes: z.int() })).nullable(),
});
export type UploadedFile = z.infer<typeof UploadedFile>;

/** GET /api/files/:id/entries → what is in an archive, in its order; null for files that are none. Access as to the file. */
export const FileEntries = z.object({
  entries: z.array(z.object({ name: z.string(), sizeBytes: z.int() })).nullable(),
});
export type FileEntries = z.infer<typeof FileEntries>;

/** GET /api/verification/:id (public) */
export const Verification = z.object({
  found: z.boolean(),
  title: z.string().nullable(),
  number: z.string().nullable(),
  issuedAt: z.int().nullable(),
  sha256: z.string().nullable(),
  /** Document that replaced it by correction. */
  correctedBy: z.string().nullable(),
  /** Document that it replaced by correction. */
  corrects: z.string().nullable(),
});
export type Verification = z.infer<typeof Verification>;
