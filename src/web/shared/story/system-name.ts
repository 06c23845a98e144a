/** Entries of job workers carry `system:<job type>` as their actor; readers see that it was the system. */
export const systemNameOf = (actor: string, system: string): string => (actor.startsWith("system:") ? system : actor);
