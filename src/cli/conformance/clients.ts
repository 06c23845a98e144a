import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { requireProgram, runProgram } from "./program.js";
import { pythonPackages } from "./python.js";

/** Pinned: the clients for 8.9. */
const PYTHON_CLIENT = "camunda-orchestration-sdk==9.0.1";
const JAVA_CLIENT = { groupId: "io.camunda", artifactId: "camunda-client-java", version: "8.9.0" } as const;

const FOLDER = join("tests", "conformance", "clients");
const MODEL = join(FOLDER, "smoke.bpmn");

/** Works a small process with the official clients of other languages; a client whose language is absent is left out, and said so. */
export async function playClients(options: { url: string; cache: string }): Promise<boolean> {
  const python = await playPython(options);
  return (await playJava(options)) && python;
}

async function playPython({ url, cache }: { url: string; cache: string }): Promise<boolean> {
  const python = await pythonPackages(join(cache, "python-client"), [PYTHON_CLIENT]);
  if (python === undefined) {
    console.log("python client: left out, Python 3 with venv is not installed");
    return true;
  }
  const { code } = await runProgram(join(python, "python"), [join(FOLDER, "smoke.py"), `${url}/v2`, MODEL]);
  return code === 0;
}

async function playJava({ url, cache }: { url: string; cache: string }): Promise<boolean> {
  const tools = [
    await runProgram("mvn", ["-v"], { quiet: true }),
    await runProgram("javac", ["-version"], { quiet: true }),
  ];
  if (tools.some(({ code }) => code !== 0)) {
    console.log("java client: left out, mvn and a JDK are not installed");
    return true;
  }
  const classPath = await javaClassPath(join(cache, `java-client-${JAVA_CLIENT.version}`));
  const { code } = await runProgram("java", ["-cp", classPath, join(FOLDER, "Smoke.java"), url, MODEL], {
    env: { JAVA_TOOL_OPTIONS: "-XX:+UseSerialGC -XX:TieredStopAtLevel=1" },
  });
  return code === 0;
}

/** Jars of the client with all they need, separated as Java wants it. */
async function javaClassPath(folder: string): Promise<string> {
  const listing = join(folder, "classpath.txt");
  const known = existsSync(listing) ? readFileSync(listing, "utf8").trim() : "";
  if (known !== "" && known.split(delimiter).every((jar) => existsSync(jar))) return known;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "pom.xml"), POM);
  console.log(`downloading ${JAVA_CLIENT.artifactId} ${JAVA_CLIENT.version}`);
  await requireProgram("mvn", ["-q", "-B", "dependency:build-classpath", `-Dmdep.outputFile=${listing}`], {
    cwd: folder,
  });
  return readFileSync(listing, "utf8").trim();
}

const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>conformance</groupId>
  <artifactId>client</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>${JAVA_CLIENT.groupId}</groupId>
      <artifactId>${JAVA_CLIENT.artifactId}</artifactId>
      <version>${JAVA_CLIENT.version}</version>
    </dependency>
  </dependencies>
</project>
`;
