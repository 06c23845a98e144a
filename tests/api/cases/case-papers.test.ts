import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { PrintedDocumentRow } from "../../../src/documents/data/printed-document.entity.js";
import { FilePlaceEntity } from "../../../src/files/data/file-place.entity.js";
import { StoredFileEntity } from "../../../src/files/data/stored-file.entity.js";
import { CaseAttachmentList, CaseDocumentList, CasePage } from "../../../src/http/contract/cases.js";
import { openPlatform, type PlatformWorld } from "./platform-world.js";

type Person = Awaited<ReturnType<PlatformWorld["person"]>>;

const MANY = 5_000;
const AT_ONCE = 500; // SQLite takes 32,766 values in one statement
const numbered = (n: number): string => String(n).padStart(5, "0");

describe("a case file with thousands of documents and files", () => {
  let world: PlatformWorld;
  let applicant: Person;
  let checker: Person;
  let stranger: Person;
  let caseId = "";
  let otherId = "";

  const send = async (): Promise<string> =>
    (await applicant.post("/api/starts/permits/permit", { data: { perihal: "Massal", agency: "a1" } })).body.caseId;

  /** What a bulk print leaves: each document is a file, too. */
  const addPrints = async (ofCase: string, count: number): Promise<void> => {
    const at = world.clock.now();
    const prints = Array.from({ length: count }, (_, index) => numbered(index + 1));
    for (let from = 0; from < count; from += AT_ONCE) {
      const some = prints.slice(from, from + AT_ONCE);
      await world.db.transaction(async (tx) => {
        await tx.manager.insert(
          PrintedDocumentRow,
          some.map((n) => ({
            id: `${ofCase.slice(-8)}-d${n}`,
            caseId: ofCase,
            template: "permits/konversi",
            templateVersion: "1",
            title: `Konversi Pegawai ${n}`,
            number: n === numbered(7) ? "KPK/100%/2026" : `KPK/${n}/2026`,
            fileId: `${ofCase.slice(-8)}-f${n}`,
            sha256: "0".repeat(64),
            issuedAt: at + Number(n),
            issuedBy: "system:print",
            corrects: null,
            printKey: `${ofCase}-${n}`,
          })),
        );
        await tx.manager.insert(
          StoredFileEntity,
          some.map((n) => ({
            id: `${ofCase.slice(-8)}-f${n}`,
            name: `Konversi Pegawai ${n}.pdf`,
            contentType: "application/pdf",
            sizeBytes: 1_000,
            sha256: "0".repeat(64),
            uploadedBy: "system:print",
            uploadedAt: at,
            caseId: ofCase,
            entries: null,
            unclaimedAt: null,
          })),
        );
        await tx.manager.insert(
          FilePlaceEntity,
          some.map((n) => ({
            fileId: `${ofCase.slice(-8)}-f${n}`,
            caseId: ofCase,
            place: `document:${n}`,
            claimedAt: at + Number(n),
          })),
        );
      });
    }
  };

  const documents = async (query: string, person = applicant): Promise<CaseDocumentList> =>
    CaseDocumentList.parse((await person.get(`/api/cases/${caseId}/documents${query}`)).body);
  const files = async (query: string): Promise<CaseAttachmentList> =>
    CaseAttachmentList.parse((await applicant.get(`/api/cases/${caseId}/files${query}`)).body);

  beforeAll(async () => {
    world = await openPlatform();
    applicant = await world.person("pemohon1", "applicant");
    checker = await world.person("periksa1", "checker", "a1");
    stranger = await world.person("periksa9", "checker", "a9");
    caseId = await send();
    otherId = await send();
    await addPrints(caseId, MANY);
    await addPrints(otherId, 3);
  });
  afterAll(() => world.close());

  it("should answer the first page of both with the case file, and how many there are", async () => {
    const page = CasePage.parse((await applicant.get(`/api/cases/${caseId}`)).body);
    expect([page.documents.length, page.documentsTotal, page.files.length, page.filesTotal]).toEqual([
      25,
      MANY,
      25,
      MANY,
    ]);
    expect(page.documents[0]?.title).toBe("Konversi Pegawai 05000");
    expect(page.files[0]?.place).toBe("document:05000");
  });

  it("should answer all of few with the case file", async () => {
    const page = CasePage.parse((await applicant.get(`/api/cases/${otherId}`)).body);
    expect([page.documents.length, page.documentsTotal, page.files.length, page.filesTotal]).toEqual([3, 3, 3, 3]);
  });

  it("should answer only the page that was asked for, newest first", async () => {
    const page = await documents("?offset=4990&limit=200");
    expect(page.total).toBe(MANY);
    expect(page.items.map(({ title }) => title)).toEqual(
      Array.from({ length: 10 }, (_, index) => `Konversi Pegawai ${numbered(10 - index)}`),
    );
    const placed = await files("?offset=2500&limit=2");
    expect(placed).toMatchObject({ total: MANY, items: [{ place: "document:02500" }, { place: "document:02499" }] });
    expect((await documents("")).items).toHaveLength(25);
    expect((await documents("?offset=5000")).items).toEqual([]);
  });

  it.each([
    ["pegawai 0431", 10],
    ["KPK/04321/", 1],
    ["100%", 1],
    ["0_1", 0],
    ["tidak ada", 0],
  ])("should find documents by a part of title or number: %s", async (search, total) => {
    const found = await documents(`?search=${encodeURIComponent(search)}&limit=5`);
    expect([found.total, found.items.length]).toEqual([total, Math.min(total, 5)]);
  });

  it("should find files by a part of their name", async () => {
    expect(await files("?search=PEGAWAI%2004999")).toMatchObject({
      total: 1,
      items: [{ name: "Konversi Pegawai 04999.pdf", place: "document:04999" }],
    });
  });

  it.each(["documents", "files"])("should give the %s to readers of the case file only", async (list) => {
    const path = `/api/cases/${caseId}/${list}`;
    expect((await checker.get(path)).status).toBe(200);
    const foreign = await stranger.get(path);
    const absent = await stranger.get(`/api/cases/tidak-ada/${list}`);
    expect([foreign.status, absent.status]).toEqual([404, 404]);
    expect(foreign.body.detail).toBe(absent.body.detail);
    expect((await applicant.get(`${path}?limit=201`)).status).toBe(400);
  });

  it("should record that someone looked at another's list", async () => {
    await documents("", checker);
    const looks = await world.db.read((tx) =>
      world.services.history.search(tx, { caseId, search: "melihat berkas" }, { offset: 0, limit: 10 }),
    );
    expect(looks.items.map(({ actorName }) => actorName)).toEqual(["Orang periksa1"]);
  });
});
