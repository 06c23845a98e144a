/** A start that cannot be: one sentence that names the cause and the cure. */
export class Refusal extends Error {}
