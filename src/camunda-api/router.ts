import type { Method, Operation } from "./operation.js";

/** What the router says about a method and a path. */
export type RouteMatch =
  | { readonly kind: "found"; readonly operation: Operation; readonly path: Record<string, unknown> | undefined }
  | { readonly kind: "wrong-method"; readonly allowed: readonly Method[] }
  | { readonly kind: "unknown" };

interface Node {
  readonly children: Map<string, Node>;
  parameter: Node | undefined;
  readonly operations: Map<string, { readonly operation: Operation; readonly names: readonly string[] }>;
}

const newNode = (): Node => ({ children: new Map(), parameter: undefined, operations: new Map() });

/** Finds the operation of a request; fixed segments win over parameters. */
export interface Router {
  /** `path` starts after the `/v2` prefix. */
  match(method: string, path: string): RouteMatch;
}

/**
 * Builds the table of routes.
 *
 * @throws {Error} when two operations share method and path.
 */
export function createRouter(operations: readonly Operation[]): Router {
  const root = newNode();
  for (const operation of operations) insert(root, operation);
  return {
    match: (method, path) => {
      const values: string[] = [];
      const node = find(root, path.split("/").slice(1), 0, values);
      if (node === undefined || node.operations.size === 0) return { kind: "unknown" };
      const entry = node.operations.get(method);
      if (entry === undefined) return { kind: "wrong-method", allowed: [...node.operations.keys()] as Method[] };
      return { kind: "found", operation: entry.operation, path: parameters(entry.names, values) };
    },
  };
}

function insert(root: Node, operation: Operation): void {
  let node = root;
  const names: string[] = [];
  for (const segment of operation.url.split("/").slice(1)) {
    const name = /^\{(.+)\}$/u.exec(segment)?.[1];
    if (name === undefined) {
      const child: Node = node.children.get(segment) ?? newNode();
      node.children.set(segment, child);
      node = child;
    } else {
      names.push(name);
      node = node.parameter ??= newNode();
    }
  }
  if (node.operations.has(operation.method)) {
    throw new Error(`Expected one operation for ${operation.method} ${operation.url}, but there are two`);
  }
  node.operations.set(operation.method, { operation, names });
}

/** Backtracks: /process-definitions/statistics/... must not hide a definition whose id is "statistics". */
function find(node: Node, segments: readonly string[], index: number, values: string[]): Node | undefined {
  const segment = segments[index];
  if (segment === undefined) return node;
  const fixed = node.children.get(segment);
  if (fixed !== undefined) {
    const found = find(fixed, segments, index + 1, values);
    if (found !== undefined && found.operations.size > 0) return found;
  }
  if (node.parameter === undefined || segment === "") return undefined;
  values.push(segment);
  const found = find(node.parameter, segments, index + 1, values);
  if (found === undefined) values.pop();
  return found;
}

function parameters(names: readonly string[], values: readonly string[]): Record<string, unknown> | undefined {
  if (names.length === 0) return undefined;
  return Object.fromEntries(names.map((name, index) => [name, decode(values[index] ?? "")]));
}

/** A path that cannot be decoded names nothing; the text as it stands then fails the contract's pattern. */
function decode(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
