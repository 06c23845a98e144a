import type { Dialect } from "../dialect.js";
import type { OpenLane } from "../load.js";

/** An engine that is running, under the same load as the others. */
export interface RunningPeer {
  readonly open: OpenLane;
  readonly dialect: Dialect;
  /** Process of the system; held while another peer is measured. */
  readonly pid: number;
  stop(): Promise<void>;
}

/** Another engine that the bench can start. */
export interface Peer {
  readonly name: string;
  /** Where it keeps what it has acknowledged. */
  readonly storage: string;
  /** Whether it can be asked for the open user tasks of an instance. */
  readonly hasTaskQueries: boolean;
  /**
   * Downloads what is missing, starts on a fresh folder and deploys the bench's processes.
   *
   * @throws {PeerMissing} when this machine lacks what it needs.
   */
  start(options: { readonly cache: string; readonly folder: string }): Promise<RunningPeer>;
}

/** A peer cannot be measured on this machine; the message says why, in one sentence. */
export class PeerMissing extends Error {
  override readonly name = "PeerMissing";
}
