import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { buildEngine, startEngine, type EngineProcess } from "../camunda-api/engine-process.js";
import { reviewForm, serviceProcess, userTaskProcess } from "../camunda-api/models.js";

/** The same process with another name of its task, hence another version. */
const renamed = async (file: File, name: string): Promise<File> =>
  new File([(await file.text()).replace(/name="(?:Work|Review it)"/u, `name="${name}"`)], file.name);

const deploy = async ({ url }: EngineProcess, ...files: readonly File[]): Promise<void> => {
  const form = new FormData();
  for (const file of files) form.append("resources", file);
  const response = await fetch(`${url}/v2/deployments`, { method: "POST", body: form });
  if (!response.ok) throw new Error(`Expected the files to be deployed, but: ${await response.text()}`);
};

const start = async (engine: EngineProcess, processDefinitionId: string): Promise<void> => {
  const { status } = await engine.call("POST", "/process-instances", { processDefinitionId });
  expect(status).toBe(200);
};

interface Ended {
  readonly code: number | null;
  readonly lines: readonly string[];
  readonly error: string;
}

const move = (...args: readonly string[]): Promise<Ended> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ["dist/src/cli/definitions-move.js", ...args]);
    let [output, error] = ["", ""];
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (error += chunk.toString()));
    child.once("close", (code) => resolve({ code, lines: output.trim().split("\n"), error }));
  });

interface Version {
  readonly processDefinitionKey: string;
  readonly version: number;
}

const xmlsOf = async (engine: EngineProcess, processDefinitionId: string): Promise<string[]> => {
  const { body } = await engine.call("POST", "/process-definitions/search", {
    filter: { processDefinitionId },
    sort: [{ field: "version" }],
  });
  return Promise.all(
    (body["items"] as readonly Version[]).map(async ({ processDefinitionKey }) =>
      (await fetch(`${engine.url}/v2/process-definitions/${processDefinitionKey}/xml`)).text(),
    ),
  );
};

describe("definitions:move", () => {
  const folder = mkdtempSync(join(tmpdir(), "alur-move-"));
  let first: File;
  let third: File;
  let cluster: EngineProcess;
  beforeAll(async () => {
    await buildEngine();
    first = await renamed(serviceProcess(), "first");
    third = await renamed(serviceProcess(), "third");
    const inside = await startEngine("--data", folder);
    await deploy(inside, first, reviewForm(), userTaskProcess());
    await start(inside, "service");
    await deploy(inside, await renamed(serviceProcess(), "second"));
    await deploy(inside, third);
    await start(inside, "review");
    await inside.end("SIGTERM");
  }, 120_000);
  beforeEach(async () => {
    cluster = await startEngine("--memory");
  });
  afterEach(() => cluster.end("SIGTERM"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("should take newest versions and those with open instances, in their order, and nothing twice", async () => {
    const moved = await move("--data", folder, "--to", `${cluster.url}/v2`);

    expect(moved).toEqual({
      code: 0,
      error: "",
      lines: [
        "moved    service.bpmn, review.bpmn, review-form.form (service version 1, there version 1, 1 open here; review version 1, there version 1, 1 open here)",
        "moved    service.bpmn (service version 3, there version 2)",
        "2 deployments moved, 0 already there, 0 refused; 2 open instances finish here",
      ],
    });
    expect(await xmlsOf(cluster, "service")).toEqual([await first.text(), await third.text()]);
    await start(cluster, "review");

    const again = await move("--data", folder, "--to", cluster.url);

    expect(again.lines.at(-1)).toBe("0 deployments moved, 2 already there, 0 refused; 2 open instances finish here");
    expect(await xmlsOf(cluster, "service")).toHaveLength(2);
  });

  it("should make the newest version here the newest there, whatever the cluster has had before", async () => {
    await deploy(cluster, third);
    await deploy(cluster, await renamed(serviceProcess(), "other"));

    const { code } = await move("--data", folder, "--to", cluster.url);

    expect(code).toBe(0);
    expect((await xmlsOf(cluster, "service")).at(-1)).toBe(await third.text());
  });

  it("should give user name and password, and say it when they are missing", async () => {
    const guarded = await startEngine("--memory", "--auth", "basic", "--user", "demo:rahasia");
    const address = ["--data", folder, "--to", guarded.url];

    const [nobody, demo] = [await move(...address), await move(...address, "--user", "demo:rahasia")];
    await guarded.end("SIGTERM");

    expect(nobody).toMatchObject({ code: 1, lines: [""] });
    expect(nobody.error).toMatch(/^Expected the engine to accept .*\n$/u);
    expect(demo).toMatchObject({ code: 0, error: "" });
  });

  it("should say what a cluster refuses, take the rest there, and end with 1", async () => {
    const strict = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => void answer(Buffer.concat(chunks)));
      const answer = async (body: Buffer): Promise<void> => {
        if (request.url === "/v2/deployments" && body.includes("review")) {
          response.writeHead(400, { "content-type": "application/problem+json" });
          response.end(JSON.stringify({ status: 400, title: "INVALID_ARGUMENT", detail: "no reviews here" }));
          return;
        }
        const { method = "GET", headers, url = "/" } = request;
        const passed = await fetch(cluster.url + url, {
          method,
          headers: { "content-type": headers["content-type"] ?? "application/json" },
          ...(body.length === 0 ? {} : { body: new Uint8Array(body) }),
        });
        response.writeHead(passed.status, { "content-type": passed.headers.get("content-type") ?? "text/plain" });
        response.end(await passed.text());
      };
    });
    await new Promise<void>((resolve) => strict.listen(0, "127.0.0.1", resolve));

    const { port } = strict.address() as AddressInfo;
    const { code, lines } = await move("--data", folder, "--to", `http://127.0.0.1:${port}`);
    strict.close();

    expect(code).toBe(1);
    expect(lines[0]).toMatch(/^refused  service.bpmn, .*no reviews here$/u);
    expect(lines.at(-1)).toBe("1 deployments moved, 0 already there, 1 refused; 2 open instances finish here");
    expect(await xmlsOf(cluster, "service")).toEqual([await third.text()]);
  });

  it.each([
    [["--to", "127.0.0.1:8080"], "Expected --to to be an address like http://127.0.0.1:8080, but it is"],
    [[], "Expected --to with the address of a cluster, but there is none"],
    [["--to", "http://127.0.0.1:9", "--user", "demo"], "Expected --user to be name:password"],
    [["--to", "http://127.0.0.1:9", "--data", "/nowhere"], "Expected the engine's database '/nowhere/engine.db'"],
  ])("should refuse %j in one sentence", async (args, sentence) => {
    const { code, error } = await move(...args);

    expect(code).toBe(1);
    expect(error.trim().split("\n")).toEqual([expect.stringContaining(sentence)]);
  });

  it("should say so when the engine inside is running", async () => {
    const running = await startEngine("--data", folder);
    const { code, error } = await move("--data", folder, "--to", cluster.url);
    await running.end("SIGTERM");

    expect({ code, error: error.trim() }).toEqual({
      code: 1,
      error: `Expected to be the only engine on '${join(folder, "engine.db")}', but another process has it open`,
    });
  });
});
