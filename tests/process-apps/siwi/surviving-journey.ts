import type { AlurProcess } from "../../support/alur-process.js";
import type { Answer } from "../../support/browser.js";
import { type Act, SurvivingActs } from "../../support/surviving-acts.js";
import {
  decideSidang,
  FORWARD,
  MONEV,
  ok,
  Person,
  type RowInput,
  scheduleSidang,
  SCORED,
  sendingData,
  TAKE_IN,
  aPdf,
} from "./journey.js";

const ROWS = 6;
const rowNumber = (index: number): RowInput => ({
  kode: "4",
  uraian: `Bahan ajar ${index}`,
  tanggalMulai: "2021-02-01",
  volume: "1",
});

/** A DUPAK driven to its end on a platform that is killed meanwhile. */
export class SurvivingJourney {
  readonly #people = new Map<string, Person>();
  readonly #surviving: SurvivingActs;
  #caseId = "";
  #batchId = "";
  #sidangId = "";

  constructor(
    private readonly platform: AlurProcess,
    kills: Readonly<Record<string, number>>,
  ) {
    this.#surviving = new SurvivingActs(platform, kills, () => this.#people.clear());
  }

  /** @throws {Error} when an acknowledged act is not there after a restart. */
  async drive(): Promise<{ readonly caseId: string; readonly restarts: number }> {
    for (const act of this.#acts()) await this.#surviving.survive(act);
    const wi = await this.#person("wi1");
    await wi.becomes(this.#caseId, "SELESAI");
    return { caseId: this.#caseId, restarts: this.#surviving.restarts };
  }

  async printed(caseId: string): Promise<string[]> {
    const documents = await (await this.#person("wi1")).documents(caseId);
    return documents
      .map(({ template }) => template.replace("siwi/", ""))
      .filter((name) => name !== "daftar-dupak")
      .sort();
  }

  /** History entries of completed tasks, by element. */
  async storyOfActs(caseId: string, reader?: Person): Promise<Record<string, number>> {
    const { browser } = reader ?? (await this.#person("wi1"));
    const { items } = ok(await browser.get(`/api/cases/${caseId}/story?limit=200`));
    const counts: Record<string, number> = {};
    for (const { elementId, sentence } of items as { elementId: string | null; sentence: { id: string } }[]) {
      if (elementId === null || sentence.id.startsWith("mengambil tugas")) continue;
      counts[elementId] = (counts[elementId] ?? 0) + 1;
    }
    return counts;
  }

  async openTasks(caseId: string): Promise<unknown[]> {
    return ok(await (await this.#person("wi1")).browser.get(`/api/cases/${caseId}`)).openTasks;
  }

  async #person(username: string, role?: string): Promise<Person> {
    const known = this.#people.get(username) ?? (await Person.signIn(this.platform, username, role));
    this.#people.set(username, known);
    return known;
  }

  #acts(): readonly Act[] {
    return [
      this.#opening("start dupak", "wi1", "dupak", { setuju: true }, (id) => (this.#caseId = id)),
      this.#completion("FillMonev", "wi1", () => Promise.resolve(MONEV)),
      ...Array.from({ length: ROWS }, (_, index) => [this.#addRow(index), this.#attach(index)]).flat(),
      this.#completion("ComposeDupak", "wi1", sendingData),
      this.#completion("CheckRequirements", "sekretariat-tpi", () => Promise.resolve(FORWARD)),
      this.#claim("ScoreByTpi", "tpi1", "tpi"),
      ...Array.from({ length: ROWS }, (_, index) => this.#score(index)),
      this.#completion("ScoreByTpi", "tpi1", () => Promise.resolve(SCORED), "tpi"),
      this.#opening(
        "start pengajuan",
        "sekretariat-tpi",
        "pengajuan-tpp",
        { setuju: true },
        (id) => (this.#batchId = id),
      ),
      this.#sending(),
      this.#completion("ReceiveByTpp", "sekretariat-tpp", () => Promise.resolve(TAKE_IN)),
      this.#completion("ScoreByTpp", "tpp1", () => Promise.resolve(SCORED)),
      this.#scheduling(),
      this.#deciding(),
    ];
  }

  #opening(
    name: string,
    username: string,
    type: string,
    data: Record<string, unknown>,
    keep: (id: string) => void,
  ): Act {
    return {
      name,
      isDone: async () => {
        const { items } = ok(await (await this.#person(username)).browser.get(`/api/cases?app=siwi&type=${type}`));
        if (items.length > 1) throw new Error(`Expected one case file of '${type}', but there are ${items.length}`);
        if (items.length === 1) keep(items[0].id);
        return items.length === 1;
      },
      run: async () => keep(ok(await (await this.#person(username)).start(type, data)).caseId),
    };
  }

  /** Done when the history says so; then the task must be off every list, and a second completion refused. */
  #completion(
    elementId: string,
    username: string,
    dataFor: (person: Person) => Promise<Record<string, unknown>>,
    role?: string,
  ): Act {
    let key = "";
    return {
      name: `complete ${elementId}`,
      isDone: async () => {
        const person = await this.#person(username, role);
        if (!(await this.#isTold(elementId, this.#caseId, () => Promise.resolve(person)))) return false;
        const again: Answer = await person.complete(key, {});
        if (again.status !== 409 && again.status !== 404)
          throw new Error(`Expected the second completion of '${elementId}' to be refused, but got ${again.status}`);
        return true;
      },
      run: async () => {
        const person = await this.#person(username, role);
        key = await person.task(this.#caseId, elementId);
        ok(await person.complete(key, await dataFor(person)));
      },
    };
  }

  #claim(elementId: string, username: string, role: string): Act {
    return {
      name: `claim ${elementId}`,
      isDone: () => Promise.resolve(true),
      run: async () => (await this.#person(username, role)).task(this.#caseId, elementId),
    };
  }

  async #row(index: number) {
    const rows = await (await this.#person("wi1")).rows(this.#caseId);
    const found = rows.filter(({ values }) => values["uraian"] === rowNumber(index).uraian);
    if (found.length > 1) throw new Error(`Expected row ${index} once, but it is there ${found.length} times`);
    return found[0];
  }

  #addRow(index: number): Act {
    return {
      name: `add row ${index}`,
      isDone: async () => (await this.#row(index)) !== undefined,
      run: async () => ok(await (await this.#person("wi1")).addRow(this.#caseId, rowNumber(index))),
    };
  }

  #attach(index: number): Act {
    return {
      name: `attach evidence ${index}`,
      isDone: async () => {
        const row = await this.#row(index);
        const [file] = row?.files ?? [];
        if (file === undefined) return false;
        const { status, bytes } = await (await this.#person("wi1")).browser.download(`/api/files/${file.id}`);
        return status === 200 && bytes.equals(aPdf(`bukti ${index}`));
      },
      run: async () => {
        const wi = await this.#person("wi1");
        const row = await this.#row(index);
        const { id: fileId } = await wi.upload(`bukti-${index}.pdf`, aPdf(`bukti ${index}`));
        const address = `/api/cases/${this.#caseId}/sheets/rincian/rows/${row?.id ?? ""}/files`;
        ok(await wi.browser.post(address, { fileId }));
      },
    };
  }

  #score(index: number): Act {
    const values = { nilaiTpi: "0.600", keteranganTpi: "" };
    return {
      name: `score ${index} by Tpi`,
      isDone: async () => (await this.#rowFor("tpi1", index))?.values["nilaiTpi"] === values.nilaiTpi,
      run: async () => {
        const row = await this.#rowFor("tpi1", index);
        ok(await (await this.#person("tpi1", "tpi")).change(this.#caseId, row ?? { id: "", revision: 0 }, values));
      },
    };
  }

  async #rowFor(username: string, index: number) {
    const rows = await (await this.#person(username, "tpi")).rows(this.#caseId);
    return rows.find(({ values }) => values["uraian"] === rowNumber(index).uraian);
  }

  #sending(): Act {
    const person = () => this.#person("sekretariat-tpi");
    return {
      name: "complete SendToTpp",
      isDone: () => this.#isTold("SendToTpp", this.#batchId, person),
      run: async () =>
        (await person()).do(this.#batchId, "SendToTpp", {
          keputusan: "KIRIM",
          nomorSurat: "800/123/BKD/2026",
          tanggalSurat: "2026-03-02",
          suratPengantar: await (await person()).file("surat-pengantar.pdf"),
        }),
    };
  }

  #scheduling(): Act {
    const person = () => this.#person("sekretariat-tpp");
    return {
      name: "start sidang",
      isDone: async () => (await (await person()).caseStatus(this.#sidangId)) !== "",
      run: async () => {
        const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
        await (await this.#person("wi1")).becomes(this.#caseId, "DINILAI_TPP");
        this.#sidangId = await scheduleSidang(await person(), today);
      },
    };
  }

  #deciding(): Act {
    const person = () => this.#person("sekretariat-tpp");
    return {
      name: "complete DecideSidang",
      isDone: () => this.#isTold("DecideSidang", this.#sidangId, person),
      run: async () => decideSidang(await person(), this.#sidangId),
    };
  }

  async #isTold(elementId: string, caseId: string, person: () => Promise<Person>): Promise<boolean> {
    const reader = await person();
    const count = (await this.storyOfActs(caseId, reader))[elementId] ?? 0;
    if (count > 1) throw new Error(`Expected one entry of '${elementId}', but there are ${count}`);
    if (count === 0) return false;
    if (await reader.sees(caseId, elementId)) throw new Error(`Expected no open '${elementId}', but it is offered`);
    return true;
  }
}
