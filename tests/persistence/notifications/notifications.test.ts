import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import {
  createNotifications,
  entities,
  migrations,
  type NewNotification,
  type NotificationsDeps,
  type NotificationsService,
} from "../../../src/notifications/index.js";
import * as outboxModule from "../../../src/outbox/index.js";
import { ControlledClock, randomIds, silentLogger } from "../../../src/platform/index.js";
import type { Database } from "../../../src/platform/db/index.js";
import { databaseKinds, openTestDatabase } from "../../support/database.js";

const news = (more: Partial<NewNotification> = {}): NewNotification => ({
  to: [{ userId: "u1" }],
  title: { id: "Berkas dikembalikan", en: "Case file returned" },
  body: { id: "Perbaiki lampiran sebelum 9 Maret.", en: "Mend the enclosures before 9 March." },
  caseId: "c1",
  key: "returned-1",
  ...more,
});

/** A mail server that keeps what it is given; `refuse` answers the recipients in it with 550. */
const openMailServer = async (refuse: readonly string[] = []) => {
  const mails: { to: string[]; text: string }[] = [];
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    onRcptTo: ({ address }, _session, done) =>
      refuse.includes(address) ? done(Object.assign(new Error("no such mailbox"), { responseCode: 550 })) : done(),
    onData(stream, session, done) {
      const pieces: Buffer[] = [];
      stream.on("data", (piece: Buffer) => pieces.push(piece));
      stream.on("end", () => {
        mails.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          text: Buffer.concat(pieces).toString(),
        });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    close: () => new Promise<void>((done) => server.close(() => done())),
  };
};

/** Telegram's bot API as far as sendMessage goes; answers with the statuses given, then with 200. */
const openTelegram = async (statuses: number[] = []) => {
  const calls: { path: string; body: Record<string, unknown> }[] = [];
  const server: Server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on("data", (piece: Buffer) => pieces.push(piece));
    request.on("end", () => {
      calls.push({
        path: request.url ?? "",
        body: JSON.parse(Buffer.concat(pieces).toString()) as Record<string, unknown>,
      });
      const status = statuses.shift() ?? 200;
      response.writeHead(status, { "content-type": "application/json" });
      response.end(
        JSON.stringify(status === 200 ? { ok: true } : { ok: false, description: `refused with ${status}` }),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    calls,
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
};

describe.each(databaseKinds)("notifications on %s", (kind) => {
  let db: Database;
  let clock: ControlledClock;
  let outbox: outboxModule.OutboxService;
  let notifications: NotificationsService;
  let closers: (() => Promise<void>)[];

  const build = (more: Partial<NotificationsDeps> = {}): void => {
    const ids = randomIds(clock);
    outbox = outboxModule.createOutbox({ db, clock, ids, logger: silentLogger });
    notifications = createNotifications({
      db,
      clock,
      ids,
      logger: silentLogger,
      outbox,
      users: {
        holders: async (_tx, role, scopeId) =>
          role === "checker" && scopeId === "a1"
            ? [
                { userId: "u1", displayName: "Satu" },
                { userId: "u2", displayName: "Dua" },
              ]
            : [],
      },
      contactOf: async (_tx, userId) => ({
        mail: `${userId}@example.test`,
        telegramChatId: userId === "u1" ? "77" : null,
        language: userId === "u2" ? "en" : "id",
      }),
      baseUrl: () => "https://alur.example.test",
      ...more,
    });
  };
  const notify = (more?: Partial<NewNotification>): Promise<void> =>
    db.transaction((tx) => notifications.notify(tx, news(more)));
  const listOf = (userId: string) =>
    db.read((tx) => notifications.list(tx, userId, { offset: 0, limit: 10, unreadOnly: false }));

  beforeEach(async () => {
    closers = [];
    clock = new ControlledClock("2026-03-02T01:00:00Z");
    db = await openTestDatabase(kind, {
      entities: [...entities, ...outboxModule.entities],
      migrations: [...migrations, ...outboxModule.migrations],
    });
  });
  afterEach(async () => {
    notifications.close();
    await outbox.stop();
    for (const close of closers) await close();
    await db.close();
  });

  it("should tell single users and all holders of a role, each once", async () => {
    // given
    build();
    // when
    await notify({ to: [{ userId: "u1" }, { role: "checker", scopeId: "a1" }] });
    await notify({ to: [{ role: "checker", scopeId: "a1" }] });
    // then
    expect((await listOf("u1")).items).toMatchObject([
      { title: { id: "Berkas dikembalikan" }, caseId: "c1", readAt: null },
    ]);
    expect(await listOf("u2")).toMatchObject({ unread: 1, total: 1 });
    expect(await listOf("u3")).toEqual({ items: [], unread: 0, total: 0 });
  });

  it("should mark only one's own as read", async () => {
    // given
    build();
    await notify({ key: "a" });
    clock.advance(1_000);
    await notify({ key: "b" });
    const [newest] = (await listOf("u1")).items;
    const mark = (userId: string, ids: readonly string[] | "all") =>
      db.transaction((tx) => notifications.markRead(tx, userId, ids));
    // when
    await mark("u2", [newest?.id ?? ""]);
    const afterForeign = (await listOf("u1")).unread;
    await mark("u1", [newest?.id ?? ""]);
    const afterOne = (await listOf("u1")).unread;
    await mark("u1", "all");
    // then
    expect([afterForeign, afterOne, (await listOf("u1")).unread]).toEqual([2, 1, 0]);
  });

  it("should mail in the receiver's language, with a link, once the transaction is durable", async () => {
    // given
    const server = await openMailServer();
    closers.push(server.close);
    build({ mail: { url: server.url, from: "Alur <alur@example.test>" } });
    // when
    await notify({ to: [{ role: "checker", scopeId: "a1" }] });
    await outbox.drain();
    // then
    const byReceiver = server.mails.toSorted((a, b) => (a.to.join() < b.to.join() ? -1 : 1));
    expect(byReceiver.map(({ to }) => to)).toEqual([["u1@example.test"], ["u2@example.test"]]);
    expect(byReceiver[0]?.text).toContain("Subject: Berkas dikembalikan");
    expect(byReceiver[0]?.text).toContain("https://alur.example.test/berkas/c1");
    expect(byReceiver[1]?.text).toContain("Subject: Case file returned");
    expect(await outbox.stuck()).toEqual([]);
  });

  it("should leave the news in the app when the mailbox does not exist", async () => {
    // given
    const server = await openMailServer(["u1@example.test"]);
    closers.push(server.close);
    build({ mail: { url: server.url, from: "alur@example.test" } });
    // when
    await notify();
    await outbox.drain();
    // then
    expect(await outbox.stuck()).toMatchObject([{ kind: "notification.mail", refused: true, attempts: 1 }]);
    expect((await listOf("u1")).total).toBe(1);
  });

  it("should try again when the mail server is away", async () => {
    // given
    const server = await openMailServer();
    const { url } = server;
    await server.close();
    build({ mail: { url, from: "alur@example.test" } });
    // when
    await notify();
    await outbox.drain();
    // then
    expect(await outbox.stuck()).toMatchObject([{ refused: false, attempts: 1, nextAt: clock.now() + 1_000 }]);
  });

  it("should send to Telegram's chat, and try again when told to slow down", async () => {
    // given
    const telegram = await openTelegram([429]);
    closers.push(telegram.close);
    build({ telegram: { token: "12:abc", apiUrl: telegram.url } });
    // when
    await notify({ to: [{ userId: "u1" }, { userId: "u2" }] });
    await outbox.drain();
    clock.advance(1_000);
    await outbox.drain();
    // then
    expect(telegram.calls).toHaveLength(2);
    expect(telegram.calls[1]).toMatchObject({
      path: "/bot12:abc/sendMessage",
      body: {
        chat_id: "77",
        text: "Berkas dikembalikan\n\nPerbaiki lampiran sebelum 9 Maret.\n\nhttps://alur.example.test/berkas/c1",
      },
    });
    expect(await outbox.stuck()).toEqual([]);
  });

  it("should leave the news in the app when the person has stopped the bot", async () => {
    // given
    const telegram = await openTelegram([403]);
    closers.push(telegram.close);
    build({ telegram: { token: "12:abc", apiUrl: telegram.url } });
    // when
    await notify();
    await outbox.drain();
    // then
    expect(await outbox.stuck()).toMatchObject([
      {
        kind: "notification.telegram",
        refused: true,
        lastError: "Expected Telegram to take the message, but: refused with 403",
      },
    ]);
    expect((await listOf("u1")).unread).toBe(1);
  });

  it("should not tell the token when Telegram cannot be reached", async () => {
    // given
    const telegram = await openTelegram();
    await telegram.close();
    build({ telegram: { token: "12:secret", apiUrl: telegram.url } });
    // when
    await notify();
    await outbox.drain();
    // then
    const [stuck] = await outbox.stuck();
    expect(stuck).toMatchObject({ refused: false });
    expect(stuck?.lastError).not.toContain("secret");
  });
});
