import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { runProgram } from "../../../src/cli/conformance/program.js";
import { PeerMissing } from "./peer.js";

const INSTALLED = "/usr/lib/jvm";

/** Folders of the Java installations that the environment names or the system has. */
const homes = (): readonly string[] => {
  const named = process.env["JAVA_HOME"];
  const installed = existsSync(INSTALLED) ? readdirSync(INSTALLED).map((name) => join(INSTALLED, name)) : [];
  return [...(named === undefined ? [] : [named]), ...installed].filter((home) =>
    existsSync(join(home, "bin", "java")),
  );
};

/** The major version: of `openjdk version "21.0.2"` it is 21. */
const versionOf = async (home: string): Promise<number> => {
  const { output } = await runProgram(join(home, "bin", "java"), ["-version"], { quiet: true });
  return Number(/version "(\d+)/u.exec(output)?.[1] ?? "0");
};

/** Folder of the oldest Java that is new enough. @throws {PeerMissing} when there is none. */
export async function javaHome(atLeast: number): Promise<string> {
  const found = await Promise.all(homes().map(async (home) => ({ home, version: await versionOf(home) })));
  const [oldest] = found
    .filter(({ version }) => version >= atLeast)
    .toSorted((left, right) => left.version - right.version);
  if (oldest === undefined) throw new PeerMissing(`it needs Java ${atLeast} or newer, which is not installed`);
  return oldest.home;
}

/** @throws {PeerMissing} when Maven is not installed. */
export async function requireMaven(): Promise<void> {
  const { code } = await runProgram("mvn", ["-v"], { quiet: true });
  if (code !== 0) throw new PeerMissing("it is downloaded by mvn, which is not installed");
}
