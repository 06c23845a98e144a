/**
 * Characters of an id, a name by which something is looked up, an assignee or a candidate: the bound of clusters with
 * relational storage, and of an indexed text in MariaDB. It holds on every store, so that a model runs on all of them.
 */
export const MAX_ID_LENGTH = 256;

/** Characters of any other short text (names, workers, tags); a `TEXT` of MariaDB holds as many of four bytes each. */
export const MAX_TEXT_LENGTH = 16_000;

/** The beginning of a text, for an error message. */
export const excerpt = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
