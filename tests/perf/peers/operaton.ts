import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { requireProgram } from "../../../src/cli/conformance/program.js";
import { LeanHttpClient } from "../lean-http-client.js";
import { freePorts, startChildEngine } from "./child-engine.js";
import { javaHome, requireMaven } from "./java.js";
import { operatonDialect } from "./operaton-dialect.js";
import { operatonModels } from "./operaton-models.js";
import type { Peer } from "./peer.js";

const VERSION = "1.0.3";
const SPRING_BOOT = "3.5.7";
const JAVA = 17;

const dependency = (groupId: string, artifactId: string, version = ""): string =>
  `<dependency><groupId>${groupId}</groupId><artifactId>${artifactId}</artifactId>${version === "" ? "" : `<version>${version}</version>`}</dependency>`;

const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <parent><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-parent</artifactId><version>${SPRING_BOOT}</version><relativePath/></parent>
  <groupId>bench</groupId><artifactId>operaton</artifactId><version>1</version>
  <dependencies>
    ${dependency("org.operaton.bpm.springboot", "operaton-bpm-spring-boot-starter-rest", VERSION)}
    ${dependency("org.springframework.boot", "spring-boot-starter-jdbc")}
    ${dependency("com.h2database", "h2")}
  </dependencies>
</project>
`;

const PROGRAM = `package bench;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class Operaton {
  public static void main(String[] args) {
    SpringApplication.run(Operaton.class, args);
  }
}
`;

/** Class path of the program, downloaded and compiled when it is not there yet. */
async function installed(cache: string, java: string): Promise<string> {
  const home = join(cache, `operaton-${VERSION}`);
  const listing = join(home, "classpath.txt");
  const classes = join(home, "classes");
  const complete = join(home, "complete");
  if (!existsSync(complete)) {
    await requireMaven();
    rmSync(home, { recursive: true, force: true });
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, "pom.xml"), POM);
    writeFileSync(join(home, "Operaton.java"), PROGRAM);
    console.error(`downloading Operaton ${VERSION}`);
    const env = { JAVA_HOME: java };
    const goal = ["-q", "-B", "dependency:build-classpath", `-Dmdep.outputFile=${listing}`];
    await requireProgram("mvn", goal, { cwd: home, env });
    const path = readFileSync(listing, "utf8").trim();
    await requireProgram(join(java, "bin", "javac"), ["-cp", path, "-d", classes, join(home, "Operaton.java")], {
      env,
    });
    writeFileSync(complete, "");
  }
  return [classes, readFileSync(listing, "utf8").trim()].join(delimiter);
}

async function deploy(base: string): Promise<void> {
  const form = new FormData();
  form.append("deployment-name", "bench");
  for (const [name, content] of operatonModels) form.append(name, new File([content], name));
  const response = await fetch(`${base}/deployment/create`, { method: "POST", body: form });
  if (!response.ok) throw new Error(`Expected Operaton to take the processes, but: ${await response.text()}`);
}

/** The engine in a Spring Boot application with its REST API and all of its history. */
export const operaton: Peer = {
  name: `Operaton ${VERSION}`,
  storage: "H2 file (WRITE_DELAY=0), history level full",
  hasTaskQueries: true,
  async start({ cache, folder }) {
    const java = await javaHome(JAVA);
    const classPath = await installed(cache, java);
    const [port] = await freePorts(1);
    const url = `http://127.0.0.1:${port}`;
    const settings = {
      "server.address": "127.0.0.1",
      "server.port": String(port),
      "spring.datasource.url": `jdbc:h2:file:${join(folder, "h2")};WRITE_DELAY=0`,
      "spring.datasource.username": "sa",
      "operaton.bpm.database.schema-update": "true",
      "operaton.bpm.history-level": "full",
    };
    const child = await startChildEngine(
      join(java, "bin", "java"),
      [
        "-Xmx1g",
        "-cp",
        classPath,
        "bench.Operaton",
        ...Object.entries(settings).map(([name, value]) => `--${name}=${value}`),
      ],
      { folder, env: {}, readyUrl: `${url}/engine-rest/version` },
    );
    await deploy(`${url}/engine-rest`);
    return { ...child, open: () => LeanHttpClient.open(url, "/engine-rest"), dialect: operatonDialect };
  },
};
