/** Kinds of actors, as the API names them. */
export type ActorType = "ANONYMOUS" | "CLIENT" | "UNKNOWN" | "USER";

/** Who sends a command, as far as the engine is told. */
export interface Actor {
  readonly actorType: ActorType;
  /** Name of the user or client; null for somebody unknown. */
  readonly actorId: string | null;
}
