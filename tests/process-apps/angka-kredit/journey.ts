import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { readSheet, XLSX_CONTENT_TYPE, writeSheet } from "../../../src/plugin-api/index.js";
import { readPdfText } from "../../../src/documents/index.js";
import type { AlurWorld } from "../../support/alur.js";
import { openAlurOn } from "../../support/alur-on.js";
import type { DatabaseKind } from "../../support/database.js";
import { ok, Person as Official, until } from "../../support/person.js";

export { ok, until } from "../../support/person.js";

/** A row of an upload as someone writes it. */
export type RowInput = Readonly<Record<string, string>>;

const COLUMNS = ["NIP", "Nama", "Tahun", "Bulan Mulai", "Bulan Selesai", "Predikat", "Jenjang"];

/** A spreadsheet of grades, its headings being the keys of the rows. */
export const spreadsheet = (rows: readonly RowInput[], headings: readonly string[] = COLUMNS): Promise<Buffer> =>
  buffer(
    writeSheet(
      headings.map((heading) => ({ key: heading, heading, kind: "text" })),
      each(rows),
      "Predikat",
    ),
  );

/** Rows of a spreadsheet by these headings; the first must be there. */
export const readTable = async (bytes: Buffer, headings: readonly string[]): Promise<Record<string, string>[]> => {
  const columns = headings.map((heading, at) => ({
    key: heading,
    headings: [heading] as [string],
    kind: "text" as const,
    required: at === 0,
  }));
  const rows: Record<string, string>[] = [];
  const table = readSheet(Readable.from([bytes]), { columns, maxRows: 1000, otherColumns: "ignore" });
  for await (const { values } of table) rows.push(values as Record<string, string>);
  return rows;
};

async function* each(rows: readonly RowInput[]) {
  for (const row of rows) yield await Promise.resolve(row);
}

/** Text of a PDF, in one line. */
export const pdfText = async (pdf: Buffer): Promise<string> =>
  (await readPdfText(pdf)).flat().join("\n").replaceAll(/\s+/g, " ");

/** One person of the conversion at their screen. */
export class Person extends Official {
  readonly app = "angka-kredit";
  readonly sheet = "baris";

  /** Uploads a spreadsheet as a file field's value. */
  async table(rows: readonly RowInput[], headings?: readonly string[]): Promise<{ id: string; name: string }[]> {
    return [await this.upload("predikat.xlsx", await spreadsheet(rows, headings), XLSX_CONTENT_TYPE)];
  }

  async uploadGrades(rows: readonly RowInput[], headings?: readonly string[]): Promise<string> {
    return ok(
      await this.start("konversi-massal", {
        judul: "Konversi",
        sumber: "UNGGAH",
        berkas: await this.table(rows, headings),
      }),
    ).caseId;
  }

  /** Starts with the grades that SIASN has. @returns the case file. */
  async pullGrades(tahun: string): Promise<string> {
    return ok(await this.start("konversi-massal", { sumber: "SIASN", tahun })).caseId;
  }

  async facts(caseId: string): Promise<Readonly<Record<string, string>>> {
    const { facts } = ok(await this.browser.get(`/api/cases/${caseId}`));
    return Object.fromEntries(
      facts.map(({ label, value }: { label: { id: string }; value: string }) => [label.id, value]),
    );
  }

  /** What a task shows beside its form. */
  async taskFacts(caseId: string, elementId: string): Promise<Readonly<Record<string, string>>> {
    const { facts } = ok(await this.browser.get(`/api/tasks/${await this.task(caseId, elementId)}`));
    return Object.fromEntries(
      facts.map(({ label, value }: { label: { id: string }; value: string }) => [label.id, value]),
    );
  }

  /** Bytes of the file that a fact names. */
  async factFile(caseId: string, label: string): Promise<Buffer> {
    const { facts } = ok(await this.browser.get(`/api/cases/${caseId}`));
    const fact = facts.find((one: { label: { id: string } }) => one.label.id === label);
    const { status, bytes } = await this.browser.download(`/api/files/${fact?.files[0].id}`);
    if (status !== 200) throw new Error(`Expected the file of '${label}', but got ${status}`);
    return bytes;
  }

  /** Texts of all printed documents of a template. */
  async texts(caseId: string, template: string): Promise<string[]> {
    const found = (await this.documents(caseId)).filter((one) => one.template === `angka-kredit/${template}`);
    return Promise.all(
      found.map(async ({ id }) => pdfText((await this.browser.download(`/api/documents/${id}`)).bytes)),
    );
  }
}

/** The health office of the demo: its officials and its superior. */
export class Office {
  private constructor(
    readonly world: AlurWorld,
    readonly penilai: Person,
    readonly admin: Person,
    readonly penetap: Person,
    readonly nips: Readonly<Record<string, string>>,
  ) {}

  /** @param variables more configuration. */
  static async open(kind: DatabaseKind = "sqlite", variables: Readonly<Record<string, string>> = {}): Promise<Office> {
    const world = await openAlurOn(kind, { environment: variables });
    const rows = await world.alur.services.db.read((tx) =>
      tx.manager.query<{ id: string; nip: string }[]>(
        "SELECT id, nip FROM kepegawaian_pegawai WHERE instansiId = 'instansi-bukit-lestari'",
      ),
    );
    return new Office(
      world,
      await Person.signIn(world, "penilai-kinerja"),
      await Person.signIn(world, "admin-bukit-lestari"),
      await Person.signIn(world, "penetap-konversi"),
      Object.fromEntries(rows.map(({ id, nip }) => [id.replace("pegawai-", ""), nip])),
    );
  }

  nip(name: string): string {
    const nip = this.nips[name];
    if (nip === undefined) throw new Error(`Expected someone called '${name}' in the office`);
    return nip;
  }

  grade(name: string, tahun: number, predikat: string, months = [1, 12], more: RowInput = {}): RowInput {
    const [bulanMulai = 1, bulanSelesai = 12] = months;
    return {
      NIP: this.nip(name),
      Tahun: String(tahun),
      "Bulan Mulai": String(bulanMulai),
      "Bulan Selesai": String(bulanSelesai),
      Predikat: predikat,
      ...more,
    };
  }

  /** Data of the form for one person. */
  entry(name: string, tahun: number, predikat: string, months = [1, 12], more: RowInput = {}): RowInput {
    const [bulanMulai = 1, bulanSelesai = 12] = months;
    return {
      jenis: "BARU",
      nip: this.nip(name),
      tahun: String(tahun),
      bulanMulai: String(bulanMulai),
      bulanSelesai: String(bulanSelesai),
      predikat,
      ...more,
    };
  }

  /** A single conversion up to its determination. @returns its case file. */
  async convert(data: RowInput): Promise<string> {
    const { caseId } = ok(await this.penilai.start("konversi", data));
    await this.admin.do(caseId, "CheckKonversi", { keputusan: "SETUJUI" });
    await this.penilai.do(caseId, "DetermineKonversi", { keputusan: "TETAPKAN" });
    return caseId;
  }

  /** The same to its end, without a PAK. @returns the number of the conversion. */
  async converted(data: RowInput): Promise<string> {
    const caseId = await this.convert(data);
    await this.penilai.becomes(caseId, "DITETAPKAN");
    return (await this.penilai.facts(caseId))["Nomor konversi"] ?? "";
  }

  /** The upload of a unit, determined and finished. @returns its case file. */
  async determine(caseId: string, data: Readonly<Record<string, unknown>> = { terbitkanPak: true }): Promise<string> {
    await this.penilai.do(caseId, "DetermineBatch", { keputusan: "TETAPKAN", ...data });
    return until(`end of ${caseId}`, async () => {
      const status = await this.penilai.caseStatus(caseId);
      return status.startsWith("SELESAI") ? status : undefined;
    });
  }

  close(): Promise<void> {
    return this.world.close();
  }
}
