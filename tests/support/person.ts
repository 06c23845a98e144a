import { type Answer, Browser } from "./browser.js";

type Json = Answer["body"];

/** How a person's answers are waited for: the outbox and the job workers run beside. */
const PATIENCE_MS = 30_000;
const PAUSE_MS = 25;

/** The account of a platform under test or in the demo. */
export interface Host {
  readonly url: string;
  readonly passwords: ReadonlyMap<string, string>;
}

/** A small PDF, as evidence. */
export const aPdf = (text: string): Buffer =>
  Buffer.from(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]>>endobj\n% ${text}\ntrailer<</Root 1 0 R>>\n%%EOF\n`,
  );

/** Reads again until something is there. @throws when it does not come. */
export const until = async <T>(what: string, read: () => Promise<T | undefined>): Promise<T> => {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    const value = await read();
    if (value !== undefined) return value;
    if (performance.now() > end)
      throw new Error(`Expected ${what} within ${PATIENCE_MS / 1000} s, but it did not come`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
};

/** An answer that must have succeeded. @throws with what the server said. */
export const ok = (answer: Answer): Json => {
  if (answer.status < 300) return answer.body;
  throw new Error(`Expected success, but got ${answer.status}: ${JSON.stringify(answer.body)}`);
};

export interface SheetRowView {
  readonly id: string;
  readonly revision: number;
  readonly values: Readonly<Record<string, string | null>>;
  readonly notes: readonly { readonly tone: string; readonly text: { readonly id: string } }[];
  readonly files: readonly { readonly id: string; readonly name: string }[];
}

/** One person at their screen; each process app has its own kind. */
export abstract class Person {
  /** Folder of the process app. */
  abstract readonly app: string;
  /** Sheet that is worked on when none is named. */
  abstract readonly sheet: string;

  constructor(
    readonly browser: Browser,
    readonly username: string,
  ) {}

  static async signIn<P extends Person>(
    this: new (browser: Browser, username: string) => P,
    { url, passwords }: Host,
    username: string,
    role?: string,
  ): Promise<P> {
    const browser = new Browser(url, "id");
    const answer = await browser.signIn(username, passwords.get(username) ?? "");
    const session = ok(answer);
    if (role !== undefined) {
      const choice = session.user.roles.find((held: { role: string }) => held.role === role);
      ok(await browser.put("/api/session/role", { roleId: choice?.id ?? "" }));
    }
    return new this(browser, username);
  }

  async upload(name: string, bytes: Buffer, type = "application/pdf"): Promise<{ id: string; name: string }> {
    const form = new FormData();
    form.append("file", new Blob([new Uint8Array(bytes)], { type }), name);
    const { id } = ok(await this.browser.post("/api/files", form));
    return { id, name };
  }

  /** Uploads a document and gives the value of a file field. */
  async file(name: string): Promise<{ id: string; name: string }[]> {
    return [await this.upload(name, aPdf(name))];
  }

  start(type: string, data: Readonly<Record<string, unknown>>): Promise<Answer> {
    return this.browser.post(`/api/starts/${this.app}/${type}`, { data });
  }

  /** Waits for an open task of a case file, claims it where it is a group's, and gives its key. */
  async task(caseId: string, elementId: string): Promise<string> {
    const found = await this.#find(caseId, elementId);
    if (found.assignee === null) ok(await this.browser.post(`/api/tasks/${found.key}/claim`));
    return found.key;
  }

  /** Waits for an open task of a case file, and leaves it as it is. */
  async offered(caseId: string, elementId: string): Promise<string> {
    return (await this.#find(caseId, elementId)).key;
  }

  #find(caseId: string, elementId: string): Promise<Json> {
    const find = async (): Promise<Json> => {
      for (const view of ["mine", "group"]) {
        const { items } = ok(await this.browser.get(`/api/tasks?view=${view}&limit=100`));
        const found = items.find((item: Json) => item.case?.id === caseId && item.elementId === elementId);
        if (found !== undefined) return found;
      }
      return undefined;
    };
    return until(`task ${elementId} of ${caseId} for ${this.username}`, find);
  }

  /** Whether a task is offered to this person now. */
  async sees(caseId: string, elementId: string, views: readonly string[] = ["mine", "group"]): Promise<boolean> {
    for (const view of views) {
      const { items } = ok(await this.browser.get(`/api/tasks?view=${view}&limit=100`));
      if (items.some((item: Json) => item.case?.id === caseId && item.elementId === elementId)) return true;
    }
    return false;
  }

  complete(key: string, data: Readonly<Record<string, unknown>>): Promise<Answer> {
    return this.browser.post(`/api/tasks/${key}/completion`, { data });
  }

  /** Claims and completes. @throws with what the server said. */
  async do(caseId: string, elementId: string, data: Readonly<Record<string, unknown>>): Promise<void> {
    ok(await this.complete(await this.task(caseId, elementId), data));
  }

  caseStatus = async (caseId: string): Promise<string> =>
    ok(await this.browser.get(`/api/cases/${caseId}`)).case.status;

  /** Waits for a status of a case file. */
  becomes(caseId: string, status: string): Promise<true> {
    return until(`status ${status} of ${caseId}`, async () =>
      (await this.caseStatus(caseId)) === status ? true : undefined,
    );
  }

  async rows(caseId: string, sheet = this.sheet): Promise<SheetRowView[]> {
    return ok(await this.browser.get(`/api/cases/${caseId}/sheets/${sheet}?limit=200`)).rows;
  }

  addRow(caseId: string, values: object): Promise<Answer> {
    return this.browser.post(`/api/cases/${caseId}/sheets/${this.sheet}/rows`, { values });
  }

  /** Attaches a small PDF to a row. */
  async attach(caseId: string, row: Pick<SheetRowView, "id">, name: string): Promise<SheetRowView> {
    const file = await this.upload(name, aPdf(name));
    const path = `/api/cases/${caseId}/sheets/${this.sheet}/rows/${row.id}/files`;
    return ok(await this.browser.post(path, { fileId: file.id }));
  }

  /** Attaches one upload to many rows. */
  attachMany(caseId: string, rows: readonly string[], fileId: string): Promise<Answer> {
    return this.browser.post(`/api/cases/${caseId}/sheets/${this.sheet}/files`, { rows, fileId });
  }

  change(
    caseId: string,
    row: Pick<SheetRowView, "id" | "revision">,
    values: Readonly<Record<string, unknown>>,
    sheet = this.sheet,
  ): Promise<Answer> {
    return this.browser.put(`/api/cases/${caseId}/sheets/${sheet}/rows/${row.id}`, { revision: row.revision, values });
  }

  /** What may be done with a sheet as a whole now. */
  async actions(
    caseId: string,
    sheet = this.sheet,
  ): Promise<{ readonly id: string; readonly confirm?: { readonly id: string } }[]> {
    return ok(await this.browser.get(`/api/cases/${caseId}/sheets/${sheet}?limit=1`)).actions;
  }

  /** Does something with a sheet as a whole. */
  act(caseId: string, action: string, sheet = this.sheet): Promise<Answer> {
    return this.browser.post(`/api/cases/${caseId}/sheets/${sheet}/actions/${action}`);
  }

  async documents(caseId: string): Promise<{ id: string; template: string; number: string | null }[]> {
    return ok(await this.browser.get(`/api/cases/${caseId}`)).documents;
  }

  /** The PDF of a printed document of a case file, waited for; a template of another app is named with its app. */
  async pdf(caseId: string, template: string): Promise<Buffer> {
    const found = await until(`document '${template}' of ${caseId}`, async () =>
      (await this.documents(caseId)).find(
        (each) => each.template === (template.includes("/") ? template : `${this.app}/${template}`),
      ),
    );
    const { status, bytes } = await this.browser.download(`/api/documents/${found.id}`);
    if (status !== 200) throw new Error(`Expected the PDF of '${template}', but got ${status}`);
    return bytes;
  }

  async notifications(): Promise<{ title: string; body: string; caseId: string | null }[]> {
    return ok(await this.browser.get("/api/notifications")).items;
  }

  /** Elements that the process of a case file has visited, in order. */
  async path(caseId: string): Promise<string[]> {
    const { elements } = ok(await this.browser.get(`/api/cases/${caseId}/diagram`));
    return elements.map(({ elementId }: { elementId: string }) => elementId);
  }
}
