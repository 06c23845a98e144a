import type { Actor, Localised } from "../../../src/plugin-api/index.js";

/** Who of a process app may change heads of letters, signatories and number patterns, and which there are. */
export interface AturanAcuan {
  readonly app: string;
  /** Key of its Form.io form. */
  readonly form: string;
  /** Told to everyone else. */
  readonly only: Localised;
  /** May change the central bodies and the patterns. */
  readonly isCentral: (actor: Actor) => boolean;
  /** Instansi whose head and signatory this person may change; null = none. */
  readonly ownInstansi: (actor: Actor) => string | null;
  /** Central bodies with a head of their own. */
  readonly lingkup: readonly string[];
  /** Central roles of signatories, and the body for which each signs. */
  readonly peran: Readonly<Record<string, string>>;
  /** Role in which the head of an instansi's unit signs. */
  readonly peranInstansi: string;
  /** Documents with an official number. */
  readonly dokumen: readonly string[];
  /** Name of the central body as the case file shows it. */
  readonly centre: string;
}
