import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { requireProgram } from "../../../src/cli/conformance/program.js";
import { processB } from "../bench-models.js";
import { LeanHttpClient } from "../lean-http-client.js";
import { orchestrationDialect } from "../orchestration-dialect.js";
import { freePorts, startChildEngine } from "./child-engine.js";
import { javaHome, requireMaven } from "./java.js";
import type { Peer } from "./peer.js";

const VERSION = "8.6.0";
const JAVA = 21;
const GET = "org.apache.maven.plugins:maven-dependency-plugin:3.6.0:get";
const COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.6.0:copy";

/** The unpacked distribution, downloaded when it is not there yet. */
async function installed(cache: string): Promise<string> {
  const home = join(cache, `camunda-zeebe-${VERSION}`);
  if (existsSync(home)) return home;
  await requireMaven();
  const half = join(cache, `half-${VERSION}`);
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { recursive: true });
  const artifact = `-Dartifact=io.camunda:camunda-zeebe:${VERSION}:tar.gz`;
  console.error(`downloading camunda-zeebe ${VERSION}`);
  await requireProgram("mvn", ["-q", "-B", GET, artifact, "-Dtransitive=false"], { cwd: half });
  await requireProgram("mvn", ["-q", "-B", COPY, artifact, `-DoutputDirectory=${half}`], { cwd: half });
  await requireProgram("tar", ["xzf", `camunda-zeebe-${VERSION}.tar.gz`], { cwd: half });
  renameSync(join(half, `camunda-zeebe-${VERSION}`), home);
  rmSync(half, { recursive: true });
  return home;
}

async function deploy(url: string): Promise<void> {
  const form = new FormData();
  form.append("resources", new File([processB], "bench-b.bpmn"));
  const response = await fetch(`${url}/v2/deployments`, { method: "POST", body: form });
  if (!response.ok) throw new Error(`Expected Zeebe to take the process, but: ${await response.text()}`);
}

/** A broker with one partition and its gateway. Without its search database it has no queries, so only jobs are compared. */
export const zeebe: Peer = {
  name: `Zeebe ${VERSION}`,
  storage: "own log, one partition, flushed to the disk",
  hasTaskQueries: false,
  async start({ cache, folder }) {
    const java = await javaHome(JAVA);
    const home = await installed(cache);
    const [rest, command, internal, gateway, management] = (await freePorts(5)).map(String);
    const url = `http://127.0.0.1:${rest}`;
    const child = await startChildEngine("bash", [join(home, "bin", "broker")], {
      folder,
      env: {
        JAVA_HOME: java,
        JAVA_OPTS: "-Xmx1g",
        SERVER_ADDRESS: "127.0.0.1",
        SERVER_PORT: rest ?? "",
        MANAGEMENT_SERVER_ADDRESS: "127.0.0.1",
        MANAGEMENT_SERVER_PORT: management ?? "",
        ZEEBE_BROKER_NETWORK_HOST: "127.0.0.1",
        ZEEBE_BROKER_NETWORK_COMMANDAPI_PORT: command ?? "",
        ZEEBE_BROKER_NETWORK_INTERNALAPI_PORT: internal ?? "",
        ZEEBE_BROKER_GATEWAY_NETWORK_HOST: "127.0.0.1",
        ZEEBE_BROKER_GATEWAY_NETWORK_PORT: gateway ?? "",
        ZEEBE_BROKER_DATA_DIRECTORY: join(folder, "data"),
      },
      readyUrl: `http://127.0.0.1:${management}/ready`,
    });
    await deploy(url);
    return { ...child, open: () => LeanHttpClient.open(url), dialect: orchestrationDialect };
  },
};
