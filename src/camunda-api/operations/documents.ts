import { createHash, randomUUID } from "node:crypto";
import type {
  CreateDocumentData,
  CreateDocumentLinkData,
  CreateDocumentsData,
  DeleteDocumentData,
  DocumentCreationBatchResponse,
  DocumentCreationFailureDetail,
  DocumentMetadata,
  DocumentReference,
  GetDocumentData,
} from "@camunda8/orchestration-cluster-api";
import type { ApiContext } from "../context.js";
import type { Plain } from "../contract/plain.js";
import type { StoredDocument } from "../documents/document-store.js";
import { json, noContent } from "../exchange.js";
import { toEpochMs } from "../instant.js";
import type { MultipartBody } from "../multipart.js";
import { defineOperation, type Operation, type UploadedFile } from "../operation.js";
import { ApiProblem, badRequest, invalidArgument } from "../problem.js";
import { checkText } from "./admin/admin-record.js";

type Metadata = Plain<DocumentMetadata>;

/** A part that holds JSON, sent as a field or as a file. */
function jsonParts({ fields, files }: MultipartBody, name: string): readonly unknown[] {
  const texts = [
    ...(fields.get(name) ?? []),
    ...(files.get(name) ?? []).map(({ content }) => content.toString("utf8")),
  ];
  return texts.map((text) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      throw badRequest(`Request property [${name}] cannot be parsed: expected JSON, but it is '${text.slice(0, 100)}'`);
    }
  });
}

const given = (name: string, value: unknown): Record<string, unknown> => (value === undefined ? {} : { [name]: value });

/** Names of all parts that a form has besides the known ones: the contract refuses them. */
const others = ({ fields, files }: MultipartBody, known: readonly string[]): Record<string, unknown> =>
  Object.fromEntries([...fields.keys(), ...files.keys()].flatMap((name) => (known.includes(name) ? [] : [[name, ""]])));

const documentForm = (form: MultipartBody): Record<string, unknown> => ({
  ...others(form, ["file", "metadata"]),
  ...given("file", form.files.get("file")?.[0]?.name),
  ...given("metadata", jsonParts(form, "metadata")[0]),
});

const documentsForm = (form: MultipartBody): Record<string, unknown> => {
  // One part with a list, or one part for each file.
  const metadata = jsonParts(form, "metadataList").flat();
  return {
    ...others(form, ["files", "metadataList"]),
    ...given(
      "files",
      form.files.get("files")?.map(({ name }) => name),
    ),
    ...(metadata.length === 0 ? {} : { metadataList: metadata }),
  };
};

/** Documents that processes refer to. Links to them are not made: the stores of this server have no addresses. */
export function documentOperations({ documents, clock }: ApiContext): readonly Operation[] {
  const { storeId } = documents;

  function checkStore(wanted: string | undefined): void {
    if (wanted !== undefined && wanted !== storeId)
      throw invalidArgument(
        `Expected document store '${storeId}', but document store with id '${wanted}' does not exist`,
      );
  }

  function reference({ documentId, contentHash, metadata }: StoredDocument): Plain<DocumentReference> {
    return { "camunda.document.type": "camunda", storeId, documentId, contentHash, metadata };
  }

  async function create(file: UploadedFile, metadata: Metadata = {}, wantedId?: string): Promise<StoredDocument> {
    const documentId = wantedId ?? randomUUID();
    checkText("documentId", documentId);
    const { expiresAt } = metadata;
    if (expiresAt !== undefined && toEpochMs(expiresAt) <= clock.now())
      throw invalidArgument(`The value for expiresAt is '${expiresAt}' but must be in the future`);
    const document: StoredDocument = {
      documentId,
      contentHash: createHash("sha256").update(file.content).digest("hex"),
      metadata: {
        contentType: metadata.contentType ?? (file.contentType === "" ? "application/octet-stream" : file.contentType),
        fileName: metadata.fileName ?? (file.name === "" ? documentId : file.name),
        expiresAt: expiresAt === undefined ? null : new Date(toEpochMs(expiresAt)).toISOString(),
        size: file.content.length,
        processDefinitionId: metadata.processDefinitionId ?? null,
        processInstanceKey: metadata.processInstanceKey ?? null,
        customProperties: metadata.customProperties ?? {},
      },
    };
    await find(documentId);
    if (!(await documents.put(document, file.content)))
      throw new ApiProblem(409, "ALREADY_EXISTS", `Document with id '${documentId}' already exists`);
    return document;
  }

  /** An expired document is gone, and makes room for another one with its id. */
  async function find(documentId: string): Promise<StoredDocument | undefined> {
    const document = await documents.find(documentId);
    const expiresAt = document?.metadata.expiresAt ?? null;
    if (expiresAt === null || toEpochMs(expiresAt) > clock.now()) return document;
    await documents.remove(documentId);
    return undefined;
  }

  async function get(documentId: string, contentHash: string | undefined): Promise<StoredDocument> {
    const document = await find(documentId);
    if (document === undefined) throw new ApiProblem(404, "NOT_FOUND", `Document with id '${documentId}' not found`);
    if (contentHash !== undefined && contentHash !== document.contentHash)
      throw invalidArgument(
        `Document hash for document '${documentId}' doesn't match the provided hash '${contentHash}'`,
      );
    return document;
  }

  async function createAll(files: readonly UploadedFile[], metadata: readonly Metadata[]) {
    const createdDocuments: Plain<DocumentReference>[] = [];
    const failedDocuments: Plain<DocumentCreationFailureDetail>[] = [];
    for (const [index, file] of files.entries()) {
      try {
        createdDocuments.push(reference(await create(file, metadata[index])));
      } catch (error) {
        if (!(error instanceof ApiProblem)) throw error;
        const { status, title, message: detail } = error;
        failedDocuments.push({ fileName: metadata[index]?.fileName ?? file.name, status, title, detail });
      }
    }
    return { createdDocuments, failedDocuments } satisfies Plain<DocumentCreationBatchResponse>;
  }

  return [
    defineOperation<CreateDocumentData>({
      operationId: "createDocument",
      method: "POST",
      url: "/documents",
      consumes: "multipart",
      formBody: documentForm,
      handle: async ({ body, query, files }) => {
        checkStore(query?.storeId);
        const [file] = files.get("file") ?? [];
        if (file === undefined) throw invalidArgument("No file provided");
        return json(reference(await create(file, body.metadata, query?.documentId)), 201);
      },
    }),
    defineOperation<CreateDocumentsData>({
      operationId: "createDocuments",
      method: "POST",
      url: "/documents/batch",
      consumes: "multipart",
      formBody: documentsForm,
      handle: async ({ body, query, files }) => {
        checkStore(query?.storeId);
        const uploads = files.get("files") ?? [];
        const metadata = body.metadataList ?? [];
        if (metadata.length > 0 && metadata.length !== uploads.length)
          throw invalidArgument(
            `Expected as many entries in metadataList as files, but there are ${metadata.length} for ${uploads.length}`,
          );
        const answer = await createAll(uploads, metadata);
        return json(answer, answer.failedDocuments.length === 0 ? 201 : 207);
      },
    }),
    defineOperation<GetDocumentData>({
      operationId: "getDocument",
      method: "GET",
      url: "/documents/{documentId}",
      produces: "binary",
      handle: async ({ path: { documentId }, query }) => {
        checkStore(query?.storeId);
        const { metadata } = await get(documentId, query?.contentHash);
        return {
          status: 200,
          contentType: metadata.contentType,
          body: await documents.read(documentId),
          // Whatever somebody has uploaded must not run as a page of this server.
          headers: { "content-disposition": "attachment", "x-content-type-options": "nosniff" },
        };
      },
    }),
    defineOperation<DeleteDocumentData>({
      operationId: "deleteDocument",
      method: "DELETE",
      url: "/documents/{documentId}",
      handle: async ({ path: { documentId }, query }) => {
        checkStore(query?.storeId);
        await get(documentId, undefined);
        await documents.remove(documentId);
        return noContent();
      },
    }),
    defineOperation<CreateDocumentLinkData>({
      operationId: "createDocumentLink",
      method: "POST",
      url: "/documents/{documentId}/links",
      handle: async ({ path: { documentId }, query }) => {
        checkStore(query?.storeId);
        await get(documentId, query?.contentHash);
        throw new ApiProblem(
          405,
          "METHOD_NOT_ALLOWED",
          `Expected a document store with links, but document store '${storeId}' has none`,
        );
      },
    }),
  ];
}
