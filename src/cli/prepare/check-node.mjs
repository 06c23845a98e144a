import { Refusal } from "./refusal.mjs";

const NEEDED = [20, 19];

/** @throws {Refusal} when Node is older than package.json's engines ask for. */
export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1])) {
    throw new Refusal(
      `Expected Node.js ${NEEDED.join(".")} or newer, but this is ${version}: install a newer Node.js and start again.`,
    );
  }
}
