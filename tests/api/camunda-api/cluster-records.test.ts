import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createCamundaClient } from "@camunda8/orchestration-cluster-api";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { folderDocumentStore, memoryDocumentStore } from "../../../src/camunda-api/index.js";
import { now, openApi, type TestApi } from "./open-api.js";

describe("cluster variables and global task listeners through the published client", () => {
  let test: TestApi;
  beforeAll(async () => {
    test = await openApi();
  });
  afterAll(() => test.close());

  it("should keep variables of the cluster and of a tenant apart", async () => {
    const { client } = test;
    const tenantId = "<default>" as never;
    expect(await client.createGlobalClusterVariable({ name: "API", value: { url: "a" } })).toEqual({
      name: "API",
      scope: "GLOBAL",
      tenantId: null,
      value: '{"url":"a"}',
    });
    await client.createTenantClusterVariable({ tenantId, name: "API", value: { url: "b" } });
    expect(await client.updateTenantClusterVariable({ tenantId, name: "API", value: { url: "c" } })).toMatchObject({
      scope: "TENANT",
      value: '{"url":"c"}',
    });
    expect((await client.getGlobalClusterVariable({ name: "API" }, now)).value).toBe('{"url":"a"}');
    expect((await client.getTenantClusterVariable({ tenantId, name: "API" }, now)).value).toBe('{"url":"c"}');
    const { items } = await client.searchClusterVariables({ filter: { scope: "TENANT" } }, now);
    expect(items).toEqual([
      { name: "API", scope: "TENANT", tenantId: "<default>", value: '{"url":"c"}', isTruncated: false },
    ]);
    expect((await client.evaluateExpression({ expression: "=camunda.vars.env.API.url" })).result).toBe("c");
    await client.deleteTenantClusterVariable({ tenantId, name: "API" });
    expect((await client.evaluateExpression({ expression: "=camunda.vars.env.API.url" })).result).toBe("a");
  });

  it("should cut long values in searches only", async () => {
    const text = "x".repeat(9000);
    await test.client.createGlobalClusterVariable({ name: "LONG", value: { text } });
    const search = async (query: string) =>
      (await test.send("POST", `/v2/cluster-variables/search${query}`, { filter: { isTruncated: true } })).body[
        "items"
      ];
    expect(await search("")).toMatchObject([{ name: "LONG", isTruncated: true }]);
    expect(await search("?truncateValues=false")).toMatchObject([
      { isTruncated: false, value: JSON.stringify({ text }) },
    ]);
  });

  it("should keep global task listeners", async () => {
    const { client } = test;
    const created = await client.createGlobalTaskListener({ id: "audit" as never, type: "audit", eventTypes: ["all"] });
    expect(created).toEqual({
      id: "audit",
      type: "audit",
      eventTypes: ["all"],
      retries: 3,
      afterNonGlobal: false,
      priority: 50,
      source: "API",
    });
    const changed = { type: "audit", eventTypes: ["creating" as const, "completing" as const], priority: 7 };
    await client.updateGlobalTaskListener({ id: "audit" as never, ...changed });
    expect(await client.getGlobalTaskListener({ id: "audit" as never }, now)).toMatchObject(changed);
    const search = async (eventType: "creating" | "canceling") =>
      (await client.searchGlobalTaskListeners({ filter: { eventTypes: [eventType], priority: { $lt: 10 } } }, now))
        .items;
    expect(await search("creating")).toHaveLength(1);
    expect(await search("canceling")).toEqual([]);
    await client.deleteGlobalTaskListener({ id: "audit" as never });
    expect((await test.send("GET", "/v2/global-task-listeners/audit")).status).toBe(404);
  });

  it("should say what it is set to", async () => {
    expect(await test.client.getSystemConfiguration()).toMatchObject({ jobMetrics: { enabled: true } });
  });

  it.each<[string, string, string, unknown, number]>([
    ["a variable that is there", "POST", "/v2/cluster-variables/global", { name: "API", value: {} }, 409],
    ["a variable without a name", "POST", "/v2/cluster-variables/global", { name: "", value: {} }, 400],
    ["a variable without a value", "POST", "/v2/cluster-variables/global", { name: "N" }, 400],
    ["an unknown property", "POST", "/v2/cluster-variables/global", { name: "N", value: {}, x: 1 }, 400],
    ["a variable of no tenant", "POST", "/v2/cluster-variables/tenants/tiada", { name: "N", value: {} }, 404],
    ["a variable that is not there", "PUT", "/v2/cluster-variables/global/TIADA", { value: {} }, 404],
    ["a listener without a type", "POST", "/v2/global-task-listeners", { id: "a", eventTypes: ["all"] }, 400],
    ["a listener of no event", "POST", "/v2/global-task-listeners", { id: "a", type: "a", eventTypes: [] }, 400],
    ["a listener that is not there", "DELETE", "/v2/global-task-listeners/tiada", undefined, 404],
  ])("should refuse %s", async (_what, method, path, body, status) => {
    expect((await test.send(method, path, body)).status).toBe(status);
  });
});

describe.each(["in-memory", "local"])("documents in the %s store", (storeId) => {
  const folder = mkdtempSync(join(tmpdir(), "alur-documents-"));
  const store = storeId === "local" ? folderDocumentStore(folder) : memoryDocumentStore();
  let test: TestApi;
  beforeAll(async () => {
    test = await openApi({ documents: store });
  });
  afterAll(async () => {
    await test.close();
    rmSync(folder, { recursive: true });
  });

  const upload = (content: string, query = "", metadata?: object): ReturnType<TestApi["send"]> => {
    const form = new FormData();
    form.append("file", new File([content], "surat.txt", { type: "text/plain" }));
    if (metadata !== undefined) form.append("metadata", JSON.stringify(metadata));
    return test.send("POST", `/v2/documents${query}`, form);
  };

  it("should keep a document byte for byte with what is said of it", async () => {
    const { status, body } = await upload("isi \u{1F600}", "?documentId=satu", {
      fileName: "keputusan.txt",
      customProperties: { nomor: 7 },
      expiresAt: "2026-02-01T00:00:00Z",
    });
    expect([status, body]).toEqual([
      201,
      {
        "camunda.document.type": "camunda",
        storeId,
        documentId: "satu",
        contentHash: expect.stringMatching(/^[0-9a-f]{64}$/u),
        metadata: {
          contentType: "text/plain",
          fileName: "keputusan.txt",
          expiresAt: "2026-02-01T00:00:00.000Z",
          size: 8,
          processDefinitionId: null,
          processInstanceKey: null,
          customProperties: { nomor: 7 },
        },
      },
    ]);
    const read = await test.send("GET", `/v2/documents/satu?contentHash=${String(body["contentHash"])}`);
    expect([read.status, read.text, read.headers.get("content-type")]).toEqual([200, "isi \u{1F600}", "text/plain"]);
    expect((await test.send("GET", "/v2/documents/satu?contentHash=other")).status).toBe(400);
    expect((await upload("lain", "?documentId=satu")).body).toMatchObject({ status: 409, title: "ALREADY_EXISTS" });
    expect((await test.send("POST", "/v2/documents/satu/links", {})).status).toBe(405);
  });

  it("should forget a document that is deleted", async () => {
    const { body } = await upload("sementara");
    const path = `/v2/documents/${String(body["documentId"])}`;
    expect((await test.send("DELETE", path)).status).toBe(204);
    for (const method of ["GET", "DELETE"]) expect((await test.send(method, path)).status).toBe(404);
    expect((await test.send("POST", `${path}/links`, {})).status).toBe(404);
  });

  it("should take several at once and say which failed", async () => {
    const form = (...metadata: readonly object[]): FormData => {
      const data = new FormData();
      for (const name of ["a.txt", "b.txt"]) data.append("files", new File([name], name));
      for (const entry of metadata) data.append("metadataList", JSON.stringify(entry));
      return data;
    };
    const both = await test.send("POST", "/v2/documents/batch", form());
    expect([both.status, both.body["failedDocuments"]]).toEqual([201, []]);
    const one = await test.send("POST", "/v2/documents/batch", form({ expiresAt: "2020-01-01T00:00:00Z" }, {}));
    expect([one.status, one.body]).toMatchObject([
      207,
      {
        createdDocuments: [{ metadata: { fileName: "b.txt" } }],
        failedDocuments: [{ fileName: "a.txt", status: 400 }],
      },
    ]);
    expect((await test.send("POST", "/v2/documents/batch", form({}))).status).toBe(400);
  });

  it("should refuse what it cannot keep", async () => {
    expect((await upload("x", "?storeId=elsewhere")).status).toBe(400);
    expect((await upload("x", "", { colour: "red" })).status).toBe(400);
    expect((await test.send("POST", "/v2/documents", new FormData())).status).toBe(400);
    expect((await test.send("POST", "/v2/documents", { file: "x" })).status).toBe(415);
  });

  it("should serve the published client", async () => {
    // In its strictest mode the client takes no files, only texts: here it checks answers.
    const client = createCamundaClient({
      config: {
        CAMUNDA_REST_ADDRESS: "http://engine.local",
        CAMUNDA_AUTH_STRATEGY: "NONE",
        CAMUNDA_SDK_VALIDATION: "req:none,res:fanatical",
        CAMUNDA_SDK_LOG_LEVEL: "silent",
      },
      fetch: (input, init) => test.api.handle(input instanceof Request ? input : new Request(input, init)),
    });
    const file = new File(["klien"], "klien.txt", { type: "text/plain" });
    const created = await client.createDocument({ file, metadata: { customProperties: { a: 1 } } });
    expect(created.metadata).toMatchObject({ fileName: "klien.txt", customProperties: { a: 1 } });
    const { createdDocuments } = await client.createDocuments({
      files: [file, file],
      metadataList: [{ fileName: "satu.txt" }, { fileName: "dua.txt" }],
    });
    expect(createdDocuments.map(({ metadata }) => metadata.fileName)).toEqual(["satu.txt", "dua.txt"]);
    await client.deleteDocument({ documentId: created.documentId });
  });
});
