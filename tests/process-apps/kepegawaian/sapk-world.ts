import { demoPeople, type Pak, PakRepository, type Pegawai } from "../../../plugins/kepegawaian/plugin.js";
import type { AlurWorld } from "../../support/alur.js";
import { openAlurOn } from "../../support/alur-on.js";
import type { Answer, Browser } from "../../support/browser.js";
import type { DatabaseKind } from "../../support/database.js";
import type { SiasnRow } from "../../support/siasn-people.js";
import type { SiasnServer } from "../../support/siasn-server.js";
import { demoSiasn, LINKED } from "./demo-siasn.js";

export { MUARA, NUSA } from "./demo-siasn.js";

type Json = Answer["body"];

const QUIET_READS = 10;

/** The demo person of an id. */
export const personOf = (id: string): Pegawai => {
  const found = demoPeople().find((person) => person.id === id);
  if (found === undefined) throw new Error(`Expected demo person '${id}'`);
  return found;
};

/** People of the demo set that work at an instansi. */
export const peopleOf = (instansiId: string): readonly Pegawai[] =>
  demoPeople().filter((person) => person.instansiId === instansiId);

/** A platform linked to a SIASN that knows the demo people, and what a test changes of them. */
export class SapkWorld {
  private constructor(
    /** What SIASN says otherwise of single people; null: it does not know them. */
    readonly changes: Map<string, SiasnRow | null>,
    readonly siasn: SiasnServer,
    readonly alur: AlurWorld,
    public admin: Browser,
  ) {}

  /** @param kind on MariaDB application and engine share a schema of their own, which `close` drops. */
  static async open(
    variables: Readonly<Record<string, string>> = {},
    kind: DatabaseKind = "sqlite",
  ): Promise<SapkWorld> {
    const changes = new Map<string, SiasnRow | null>();
    const siasn = await demoSiasn(changes);
    const alur = await openAlurOn(kind, { environment: siasn.environment(LINKED, variables) });
    return new SapkWorld(changes, siasn, alur, await alur.signedIn("admin-instansi"));
  }

  /** Signs the administrator in anew, after a time in which the session has ended. */
  async signInAgain(): Promise<void> {
    this.admin = await this.alur.signedIn("admin-instansi");
  }

  /** The record of credit of a person, as it is kept. */
  riwayat(nip: string): Promise<readonly Pak[]> {
    return this.alur.alur.services.db.read((tx) => new PakRepository(tx.manager).riwayat(nip));
  }

  start(data: Readonly<Record<string, unknown>>, browser: Browser = this.admin): Promise<Answer> {
    return browser.post("/api/starts/kepegawaian/sinkronisasi-sapk", { data });
  }

  /** Starts a synchronisation. @returns its case file. */
  async begin(data: Readonly<Record<string, unknown>>): Promise<string> {
    const { status, body } = await this.start(data);
    if (status >= 300) throw new Error(`Expected a synchronisation, but got ${status}: ${JSON.stringify(body)}`);
    return body.caseId as string;
  }

  /** Synchronises to the end. */
  async run(data: Readonly<Record<string, unknown>>): Promise<string> {
    const caseId = await this.begin(data);
    await this.ended(caseId);
    return caseId;
  }

  async page(caseId: string): Promise<Json> {
    return (await this.admin.get(`/api/cases/${caseId}`)).body;
  }

  ended(caseId: string): Promise<string> {
    return this.alur.eventually(
      async () => (await this.page(caseId)).case.status as string,
      (status) => status !== "BERJALAN",
    );
  }

  /**
   * Waits like `eventually`, and lets the pauses between attempts pass: the clock moves whenever SIASN has been asked nothing
   * for a while. While a job works it must stand, or the job's lock would end under it.
   */
  afterPauses<T>(read: () => Promise<T>, wanted: (value: T) => boolean): Promise<T> {
    let asked = -1;
    let quiet = 0;
    return this.alur.eventually(async () => {
      const now = this.siasn.questions.length;
      quiet = now === asked ? quiet + 1 : 0;
      asked = now;
      if (quiet > 0 && quiet % QUIET_READS === 0) await this.alur.advance(6_000);
      return read();
    }, wanted);
  }

  async facts(caseId: string): Promise<Readonly<Record<string, string>>> {
    const { facts } = await this.page(caseId);
    return Object.fromEntries(facts.map(({ label, value }: Json) => [label.id, value]));
  }

  async rows(caseId: string, sheet: "perbedaan" | "gagal"): Promise<Readonly<Record<string, string>>[]> {
    const { body } = await this.admin.get(`/api/cases/${caseId}/sheets/${sheet}?limit=200`);
    return body.rows.map((row: Json) => ({ ...row.values, group: row.group }));
  }

  async close(): Promise<void> {
    await this.alur.close();
    await this.siasn.stop();
  }
}
