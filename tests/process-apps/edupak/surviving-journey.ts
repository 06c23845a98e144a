import type { AlurProcess } from "../../support/alur-process.js";
import { type Act, SurvivingActs } from "../../support/surviving-acts.js";
import {
  APPROVE,
  type KegiatanInput,
  MARET,
  ok,
  Person,
  scheduleSidang,
  SCORED,
  SEND_MONTH,
  sendingData,
  VERIFIED,
} from "./journey.js";

/** Today in Jakarta as an ISO date: the platform's clock is the machine's. */
const today = (): string => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

/** What the form of a task proposes, with something more. */
const prefilled =
  (more: Record<string, unknown>) =>
  async (person: Person, key: string): Promise<Record<string, unknown>> => ({
    ...ok(await person.browser.get(`/api/tasks/${key}`)).data,
    ...more,
  });

/** A month, its DUPAK and its session, driven to the HAPAK on a platform that is killed meanwhile. */
export class SurvivingJourney {
  readonly #people = new Map<string, Person>();
  readonly #surviving: SurvivingActs;
  #monthId = "";
  #dupakId = "";
  #sidangId = "";

  constructor(
    private readonly platform: AlurProcess,
    kills: Readonly<Record<string, number>>,
  ) {
    this.#surviving = new SurvivingActs(platform, kills, () => this.#people.clear());
  }

  /** @throws {Error} when an acknowledged act is not there after a restart. */
  async drive(): Promise<{ readonly restarts: number }> {
    for (const act of this.#acts()) await this.#surviving.survive(act);
    return { restarts: this.#surviving.restarts };
  }

  async status(): Promise<string> {
    return (await this.#person("jfk1")).caseStatus(this.#dupakId);
  }

  /** Templates and numbers of everything printed on the way, as the secretariat and the owner see it. */
  async papers(): Promise<readonly (readonly [template: string, number: string | null])[]> {
    const jfk = await this.#person("jfk1");
    const sekretariat = await this.#person("sekretariat-jfk");
    const all = [
      ...(await jfk.documents(this.#monthId)),
      ...(await jfk.documents(this.#dupakId)),
      ...(await sekretariat.documents(this.#sidangId)),
    ];
    return all.map(({ template, number }) => [template, number] as const);
  }

  async #person(username: string): Promise<Person> {
    const known = this.#people.get(username) ?? (await Person.signIn(this.platform, username));
    this.#people.set(username, known);
    return known;
  }

  #acts(): readonly Act[] {
    const month = () => this.#monthId;
    const dupak = () => this.#dupakId;
    return [
      this.#opening("start inventarisasi", "inventarisasi", { bulan: "2021-03" }, (id) => (this.#monthId = id)),
      ...MARET.map((row) => this.#addRow(row)),
      this.#completion("FillInventarisasi", "jfk1", month, () => Promise.resolve(SEND_MONTH)),
      this.#completion("ApproveInventarisasi", "atasan-jfk", month, () => Promise.resolve(APPROVE)),
      this.#opening("start dupak", "dupak", { masaSelesai: "2021-03" }, (id) => (this.#dupakId = id)),
      this.#completion("ComposeDupak", "jfk1", dupak, sendingData),
      this.#completion("ApproveByAtasan", "atasan-jfk", dupak, () => Promise.resolve(APPROVE)),
      this.#completion("ApproveByPejabat", "pejabat-jfk", dupak, () => Promise.resolve({ ...APPROVE, catatan: "" })),
      this.#completion("ReceiveDupak", "sekretariat-jfk", dupak, async () => ({
        keputusan: "TERIMA",
        nip: await this.#nip(),
      })),
      this.#completion("VerifyDupak", "sekretariat-jfk", dupak, () => Promise.resolve(VERIFIED)),
      this.#taking("ScoreDupak", "penilai-jfk1", dupak),
      ...MARET.map((row) => this.#scoring(row)),
      this.#completion("ScoreDupak", "penilai-jfk1", dupak, () => Promise.resolve(SCORED)),
      this.#scheduling(),
      this.#completion("DecideSidang", "sekretariat-jfk", () => this.#sidangId, prefilled({ keputusan: "PUTUSKAN" })),
      this.#completion("ComposeResume", "sekretariat-jfk", dupak, prefilled({})),
      this.#completion("DecidePak", "sekretariat-jfk", dupak, () => Promise.resolve({ keputusan: "TETAPKAN" })),
      this.#completion("ReceivePak", "jfk1", dupak, () => Promise.resolve({ diterima: true })),
    ];
  }

  #opening(name: string, type: string, data: Record<string, unknown>, keep: (id: string) => void): Act {
    return {
      name,
      isDone: async () => {
        const { items } = ok(await (await this.#person("jfk1")).browser.get(`/api/cases?app=edupak&type=${type}`));
        if (items.length > 1) throw new Error(`Expected one case file of '${type}', but there are ${items.length}`);
        if (items.length === 1) keep(items[0].id);
        return items.length === 1;
      },
      run: async () => keep(ok(await (await this.#person("jfk1")).start(type, data)).caseId),
    };
  }

  /** Done when the history says so, once; the same completion is then refused. */
  #completion(
    elementId: string,
    username: string,
    caseOf: () => string,
    dataFor: (person: Person, key: string) => Promise<Record<string, unknown>>,
  ): Act {
    let key = "";
    return {
      name: `complete ${elementId}`,
      isDone: async () => {
        if (!(await this.#told(elementId, username, caseOf()))) return false;
        const again = await (await this.#person(username)).complete(key, {});
        if (again.status !== 409 && again.status !== 404)
          throw new Error(`Expected the second completion of '${elementId}' to be refused, but got ${again.status}`);
        return true;
      },
      run: async () => {
        const person = await this.#person(username);
        key = await person.task(caseOf(), elementId);
        ok(await person.complete(key, await dataFor(person, key)));
      },
    };
  }

  #taking(elementId: string, username: string, caseOf: () => string): Act {
    return {
      name: `take ${elementId}`,
      isDone: () => Promise.resolve(true),
      run: async () => (await this.#person(username)).task(caseOf(), elementId),
    };
  }

  /** One row with its evidence. */
  #addRow(row: KegiatanInput): Act {
    const found = async () => {
      const rows = await (await this.#person("jfk1")).rows(this.#monthId);
      const same = rows.filter(({ values }) => values["kode"] === row.kode);
      if (same.length > 1) throw new Error(`Expected row ${row.kode} once, but it is there ${same.length} times`);
      return same[0];
    };
    return {
      name: `add row ${row.kode}`,
      isDone: async () => ((await found())?.files.length ?? 0) > 0,
      run: async () => {
        const jfk = await this.#person("jfk1");
        const there = (await found()) ?? ok(await jfk.addRow(this.#monthId, row));
        await jfk.attach(this.#monthId, there, `bukti-${row.kode}.pdf`);
      },
    };
  }

  #scoring(row: KegiatanInput): Act {
    const found = async () => {
      const rows = await (await this.#person("penilai-jfk1")).rows(this.#dupakId, "rincian");
      return rows.find(({ values }) => values["kode"] === row.kode);
    };
    return {
      name: `score ${row.kode}`,
      isDone: async () => ((await found())?.values["nilai"] ?? null) !== null,
      run: async () => {
        const there = await found();
        if (there === undefined) throw new Error(`Expected row ${row.kode} to be scored, but it is absent`);
        const nilai = there.values["jumlahAk"] ?? null;
        ok(await (await this.#person("penilai-jfk1")).change(this.#dupakId, there, { nilai }, "rincian"));
      },
    };
  }

  #scheduling(): Act {
    return {
      name: "schedule session",
      isDone: async () => {
        const sekretariat = await this.#person("sekretariat-jfk");
        const { items } = ok(await sekretariat.browser.get("/api/cases?app=edupak&type=sidang-jfk"));
        if (items.length > 1) throw new Error(`Expected one session, but there are ${items.length}`);
        if (items.length === 1) this.#sidangId = items[0].id;
        return items.length === 1;
      },
      run: async () => {
        this.#sidangId = await scheduleSidang(await this.#person("sekretariat-jfk"), today());
      },
    };
  }

  async #nip(): Promise<string> {
    const { facts } = ok(await (await this.#person("jfk1")).browser.get(`/api/cases/${this.#dupakId}`));
    return (facts as { label: { id: string }; value: string }[]).find(({ label }) => label.id === "NIP")?.value ?? "";
  }

  async #told(elementId: string, username: string, caseId: string): Promise<boolean> {
    const reader = await this.#person(username);
    const { items } = ok(await reader.browser.get(`/api/cases/${caseId}/story?limit=200`));
    const entries = (items as { elementId: string | null; sentence: { id: string } }[]).filter(
      (each) => each.elementId === elementId && !each.sentence.id.startsWith("mengambil tugas"),
    );
    if (entries.length > 1) throw new Error(`Expected one entry of '${elementId}', but there are ${entries.length}`);
    return entries.length === 1;
  }
}
