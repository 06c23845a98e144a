import type { DocumentMetadataResponse } from "@camunda8/orchestration-cluster-api";
import type { Plain } from "../contract/plain.js";

/** A stored document without its content. */
export interface StoredDocument {
  readonly documentId: string;
  /** SHA-256 of the content in hexadecimal. */
  readonly contentHash: string;
  readonly metadata: Plain<DocumentMetadataResponse>;
}

/** Keeps documents. What is put is durable when the promise resolves, as far as the store is durable at all. */
export interface DocumentStore {
  /** As answers and requests name it. */
  readonly storeId: string;
  /** False when there is a document with the id already: nothing has changed. */
  put(document: StoredDocument, content: Uint8Array): Promise<boolean>;
  find(documentId: string): Promise<StoredDocument | undefined>;
  /** Content of a document that was found. */
  read(documentId: string): Promise<Uint8Array>;
  /** False when there is none. */
  remove(documentId: string): Promise<boolean>;
}

/** Keeps documents until the process ends. */
export function memoryDocumentStore(): DocumentStore {
  const documents = new Map<string, { readonly document: StoredDocument; readonly content: Uint8Array }>();
  return {
    storeId: "in-memory",
    put: (document, content) => {
      if (documents.has(document.documentId)) return Promise.resolve(false);
      documents.set(document.documentId, { document, content });
      return Promise.resolve(true);
    },
    find: (documentId) => Promise.resolve(documents.get(documentId)?.document),
    read: (documentId) => Promise.resolve(documents.get(documentId)?.content ?? new Uint8Array()),
    remove: (documentId) => Promise.resolve(documents.delete(documentId)),
  };
}
