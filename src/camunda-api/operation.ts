import type { ApiReply } from "./exchange.js";
import type { Plain } from "./contract/plain.js";
import type { MultipartBody, UploadedFile } from "./multipart.js";

export type { UploadedFile } from "./multipart.js";

/** The part of a generated `<Operation>Data` type that describes one request. */
export interface OperationData {
  readonly body?: unknown;
  readonly path?: unknown;
  readonly query?: unknown;
  readonly url: string;
}

/** What an operation answers with; `binary` is whatever was stored. */
export type Produced = "json" | "xml" | "text" | "binary";

/** Makes the body that the contract describes from the parts of a form. */
export type FormBody = (form: MultipartBody) => Record<string, unknown>;

/** HTTP methods that the API uses. */
export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** A validated request: what the contract says about body, path and query holds. */
export interface OperationCall<Data extends OperationData> {
  readonly body: Plain<Data["body"]>;
  readonly path: Plain<Data["path"]>;
  readonly query: Plain<Data["query"]>;
  /** Files by the name of their form field; empty unless the operation consumes multipart. */
  readonly files: ReadonlyMap<string, readonly UploadedFile[]>;
  readonly signal: AbortSignal;
  /** Name of the authenticated user, when the API asks for credentials. */
  readonly username: string | undefined;
}

/** One operation of the API: what the router and the dispatcher need to know of it. */
export interface Operation {
  readonly operationId: string;
  readonly method: Method;
  readonly url: string;
  readonly consumes: "json" | "multipart";
  readonly produces: Produced;
  /** The body names tenants themselves: they are not checked like those of commands. */
  readonly namesTenants: boolean;
  /** How a form looks to the contract; absent: fields as text, files as lists of names. */
  readonly formBody: FormBody | undefined;
  handle(call: OperationCall<OperationData>): ApiReply | Promise<ApiReply>;
}

/** How an operation is written down: typed by the client package's `<Operation>Data`. */
export interface OperationDefinition<Data extends OperationData> {
  readonly operationId: string;
  readonly method: Method;
  readonly url: Data["url"];
  readonly consumes?: "json" | "multipart";
  readonly produces?: Produced;
  readonly namesTenants?: boolean;
  readonly formBody?: FormBody;
  readonly handle: (call: OperationCall<Data>) => ApiReply | Promise<ApiReply>;
}

/**
 * Declares an operation. The compiler holds its path and its inputs against the types of the client package, so that a
 * renamed field fails the type check.
 */
export function defineOperation<Data extends OperationData>(definition: OperationDefinition<Data>): Operation {
  const { operationId, method, url, handle } = definition;
  return {
    operationId,
    method,
    url,
    consumes: definition.consumes ?? "json",
    produces: definition.produces ?? "json",
    namesTenants: definition.namesTenants ?? false,
    formBody: definition.formBody,
    // The validator has checked the call against the schema that Data is generated from.
    handle: (call) => handle(call as OperationCall<Data>),
  };
}
