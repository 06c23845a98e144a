import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { HistoryVerification } from "../../../src/http/contract/admin.js";
import { Story } from "../../../src/http/contract/cases.js";
import { NotificationList } from "../../../src/http/contract/session.js";
import { openPlatform, type PlatformWorld } from "../cases/platform-world.js";

type Person = Awaited<ReturnType<PlatformWorld["person"]>>;

describe("history over HTTP", () => {
  let world: PlatformWorld;
  let auditor: Person;
  let applicant: Person;
  let caseId: string;

  beforeAll(async () => {
    world = await openPlatform();
    auditor = await world.person("pemeriksa-internal", "auditor");
    applicant = await world.person("pemohon1", "applicant");
    const { body } = await applicant.post("/api/starts/permits/permit", { data: { perihal: "Cuti", agency: "a1" } });
    caseId = body.caseId;
    await world.db.transaction((tx) =>
      world.services.history.append(tx, {
        actorId: "u-9",
        actorName: "Budi Santoso",
        role: "checker@a1",
        action: "permit.noted",
        caseId,
        subject: { type: "CaseFile", id: caseId },
        story: { id: 'menulis "catatan", penting', en: "wrote a note" },
        changes: [{ field: "catatan", label: "Catatan", from: null, to: '=HYPERLINK("http://x")' }],
        reason: "perlu\ndicatat",
      }),
    );
  });
  afterAll(() => world.close());

  it("should let auditors search, and record that they looked", async () => {
    // when
    const first = Story.parse((await auditor.get("/api/history?search=catatan")).body);
    const again = Story.parse((await auditor.get("/api/history?actor=pemeriksa-internal")).body);
    // then
    expect(first).toMatchObject({
      total: 1,
      items: [{ actor: "Budi Santoso", role: { id: "Pemeriksa" }, sentence: { id: 'menulis "catatan", penting' } }],
    });
    expect(again.items[0]).toMatchObject({
      sentence: { id: "melihat riwayat" },
      role: { id: "Auditor" },
      changes: [{ field: "search", to: "catatan" }],
    });
  });

  it("should let nobody else search, verify or export", async () => {
    for (const path of ["", "/verification", "/export"]) {
      expect((await applicant.get(`/api/history${path}`)).status).toBe(403);
    }
  });

  it("should verify the chain and name the first broken entry", async () => {
    // when
    const whole = HistoryVerification.parse((await auditor.get("/api/history/verification")).body);
    await world.db.transaction((tx) =>
      tx.manager.query("UPDATE history_personal SET value = 'Orang lain' WHERE value = 'Budi Santoso'"),
    );
    const broken = HistoryVerification.parse((await auditor.get("/api/history/verification")).body);
    await world.db.transaction((tx) =>
      tx.manager.query("UPDATE history_personal SET value = 'Budi Santoso' WHERE value = 'Orang lain'"),
    );
    // then
    expect(whole).toMatchObject({ broken: null, head: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(broken.broken).toBe(broken.entries + 1);
  });

  it("should export CSV that a spreadsheet reads as text, and record the download", async () => {
    // when
    const { status, headers, bytes } = await auditor.download(`/api/history/export?caseId=${caseId}`);
    // then
    expect(status).toBe(200);
    expect(headers.get("content-type")).toContain("text/csv");
    expect(headers.get("content-disposition")).toMatch(/^attachment; filename="riwayat-2026-03-02\.csv"/);
    const text = bytes.toString("utf8");
    expect(text.startsWith("\uFEFFseq,at,actorId")).toBe(true);
    expect(text).toContain('"menulis ""catatan"", penting","perlu\ndicatat",Catatan,,"\'=HYPERLINK(""http://x"")"');
    const { items } = Story.parse((await auditor.get(`/api/history?search=mengunduh`)).body);
    expect(items).toHaveLength(1);
  });

  it("should export JSON with the hashes", async () => {
    // given
    world.clock.advance(1_000);
    // when
    const { bytes } = await auditor.download(`/api/history/export?format=json&caseId=${caseId}`);
    // then
    const entries = JSON.parse(bytes.toString("utf8")) as { action: string; hash: string }[];
    expect(entries.map(({ action }) => action)).toContain("permit.noted");
    expect(entries.every(({ hash }) => /^[0-9a-f]{64}$/.test(hash))).toBe(true);
  });

  it("should list and mark one's notifications", async () => {
    // given
    await world.db.transaction((tx) =>
      world.services.notifications.notify(tx, {
        to: [{ userId: applicant.userId }],
        title: { id: "Izin terkirim", en: "Permit sent" },
        body: { id: "Menunggu pemeriksaan", en: "Waiting for the check" },
        caseId,
        key: "sent",
      }),
    );
    // when
    const before = NotificationList.parse((await applicant.get("/api/notifications?unread=true")).body);
    const marked = await applicant.post("/api/notifications/read", { ids: "all" });
    const after = NotificationList.parse((await applicant.get("/api/notifications?unread=true")).body);
    // then
    expect(before).toMatchObject({ unread: 1, items: [{ title: "Izin terkirim", caseId }] });
    expect(marked.status).toBe(204);
    expect(after).toMatchObject({ unread: 0, items: [] });
    expect((await auditor.get("/api/notifications")).body.total).toBe(0);
  });
});
