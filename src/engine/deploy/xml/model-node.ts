/** A node of a parsed diagram, as moddle builds it. Attributes and children are plain properties. */
export interface ModelNode {
  readonly $type: string;
  readonly id?: string;
  readonly name?: string;
  readonly [property: string]: unknown;
}

/** Whether the value is a node. */
export function isNode(value: unknown): value is ModelNode {
  return typeof value === "object" && value !== null && "$type" in value && typeof value.$type === "string";
}

/** A child or reference; null when it is absent or could not be resolved. */
export function nodeOf(node: ModelNode, property: string): ModelNode | null {
  const value = node[property];
  return isNode(value) ? value : null;
}

/** A list of children. */
export function nodesOf(node: ModelNode, property: string): readonly ModelNode[] {
  const value = node[property];
  return Array.isArray(value) ? value.filter(isNode) : [];
}

/** A text attribute; null when it is absent. */
export function textOf(node: ModelNode, property: string): string | null {
  const value = node[property];
  return typeof value === "string" ? value : null;
}

/** A text attribute without blanks around it; null when nothing is left. */
export function filledTextOf(node: ModelNode, property: string): string | null {
  const text = textOf(node, property)?.trim();
  return text === undefined || text === "" ? null : text;
}

/** A yes-or-no attribute, with what its absence means. */
export function flagOf(node: ModelNode, property: string, absent: boolean): boolean {
  const value = node[property];
  return typeof value === "boolean" ? value : absent;
}

/** Text of a formal expression child, such as a condition. */
export function bodyOf(node: ModelNode, property: string): string | null {
  const child = nodeOf(node, property);
  return child === null ? null : filledTextOf(child, "body");
}

/** Extension elements of one type, `zeebe:TaskDefinition`. */
export function extensionsOf(node: ModelNode, type: string): readonly ModelNode[] {
  const extensions = nodeOf(node, "extensionElements");
  return extensions === null ? [] : nodesOf(extensions, "values").filter(({ $type }) => $type === type);
}

/** The first extension element of one type. */
export function extensionOf(node: ModelNode, type: string): ModelNode | null {
  return extensionsOf(node, type)[0] ?? null;
}

/** The id, or the type for nodes without one. */
export function labelOf(node: ModelNode): string {
  return node.id ?? node.$type.replace(/^.*:/, "");
}
