/**
 * `npm run conformance`: what others have written against the Orchestration Cluster REST API, played on this engine.
 * Everything is downloaded at pinned versions into a cache outside the project. The last line says whether all parts hold.
 */
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { playClients } from "./conformance/clients.js";
import { createUserWithoutRights } from "./conformance/fuzz-sender.js";
import { playFuzz } from "./conformance/fuzz.js";
import { playPublishedSuite, SUITE_USER } from "./conformance/published-suite.js";
import { playRecorded } from "./conformance/recorded.js";
import { startServer } from "./conformance/server.js";

const HELP = `Conformance with the Orchestration Cluster REST API, on an engine of its own in memory.

  --suite               the published API tests, also with permissions checked (what is done when nothing else is asked for)
  --recorded DIR        recorded scenarios: DIR holds run.mjs and verify88.mjs
  --fuzz                requests made up from the API description (needs Python 3)
  --rights              such requests to engines that check permissions: as an administrator, and as somebody without any
  --seed N              other made-up requests than those of seed 8
  --tck DIR             expressions and decisions: DIR is a checkout of the DMN Technology Compatibility Kit
  --clients             other official clients: Python (needs Python 3), Java (needs mvn)
  --url URL             play on this server, without /v2, instead of an own engine
  --only TEXT           of the published tests, those whose title contains TEXT
  --cache DIR           where downloads are kept (default: the user's cache folder)

Exit 0 when everything holds, or fails for a reason listed in tests/conformance/exceptions.json.`;

const OPTIONS = {
  suite: { type: "boolean", default: false },
  recorded: { type: "string" },
  tck: { type: "string" },
  fuzz: { type: "boolean", default: false },
  rights: { type: "boolean", default: false },
  seed: { type: "string" },
  clients: { type: "boolean", default: false },
  url: { type: "string" },
  only: { type: "string" },
  cache: { type: "string" },
  help: { type: "boolean", default: false },
} as const;

/** One part of the run: answers whether it holds. */
interface Part {
  readonly name: string;
  /** How the engine is started: the published tests move its clock and check refusals, recorded scenarios really wait. Null: none is needed. */
  readonly server: readonly string[] | null;
  readonly play: (url: string) => Promise<boolean>;
}

const CONTROLLED: readonly string[] = ["--clock", "controlled"];
const ASKS_WHO: readonly string[] = ["--auth", "basic", "--user", `${SUITE_USER.name}:${SUITE_USER.password}`];
const ASKS_FOR_RIGHTS: readonly string[] = [...CONTROLLED, ...ASKS_WHO, "--authorizations", "on"];

const defaultCache = (): string =>
  join(process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache"), "alur", "conformance");

function partsOf(args: ReturnType<typeof readArguments>): readonly Part[] {
  const cache = resolve(args.cache ?? defaultCache());
  const { recorded, tck, only } = args;
  const nothingNamed = recorded === undefined && tck === undefined && !args.fuzz && !args.rights && !args.clients;
  const parts: Part[] = [];
  if (args.suite || nothingNamed)
    // A server of somebody else checks permissions or not: both cannot be asked of it.
    for (const checksPermissions of args.url === undefined ? [false, true] : [false])
      parts.push({
        name: checksPermissions ? "published tests, with permissions checked" : "published tests",
        server: checksPermissions ? ASKS_FOR_RIGHTS : [...CONTROLLED, ...ASKS_WHO],
        play: (url) => playPublishedSuite({ url, cache, checksPermissions, ...(only === undefined ? {} : { only }) }),
      });
  if (recorded !== undefined)
    parts.push({
      name: "recorded scenarios",
      server: [],
      play: (url) => playRecorded({ url, folder: resolve(recorded) }),
    });
  if (tck !== undefined)
    parts.push({ name: "expressions and decisions", server: null, play: () => playTck(resolve(tck)) });
  if (args.fuzz)
    parts.push({
      name: "made-up requests",
      server: CONTROLLED,
      play: (url) => playFuzz({ url, cache, seed: args.seed }),
    });
  if (args.rights)
    parts.push(
      {
        name: "made-up requests of an administrator",
        server: ASKS_FOR_RIGHTS,
        play: (url) => playFuzz({ url, cache, seed: args.seed, sender: SUITE_USER, isAdministrator: true }),
      },
      {
        name: "made-up requests of somebody without rights",
        server: ASKS_FOR_RIGHTS,
        play: async (url) =>
          playFuzz({ url, cache, seed: args.seed, sender: await createUserWithoutRights(url, SUITE_USER) }),
      },
    );
  if (args.clients) parts.push({ name: "other clients", server: [], play: (url) => playClients({ url, cache }) });
  return parts;
}

function readArguments() {
  return parseArgs({ options: OPTIONS, allowPositionals: false }).values;
}

/** The program stands in tests/conformance and uses the engine's inner doors; loading it by address keeps it out of the product's imports. */
async function playTck(checkout: string): Promise<boolean> {
  const program = (await import(new URL("../../tests/conformance/tck/tck.js", import.meta.url).href)) as {
    readonly playTck: (checkout: string) => Promise<{ readonly holds: boolean; readonly lines: readonly string[] }>;
  };
  const { holds, lines } = await program.playTck(checkout);
  for (const line of lines) console.log(line);
  return holds;
}

/** Plays one part on a fresh engine, or on the server that was named. */
async function play({ name, server: options, play: playOn }: Part, url: string | undefined): Promise<boolean> {
  console.log(`\n== ${name}`);
  const server = url === undefined && options !== null ? await startServer(["--memory", ...options]) : undefined;
  try {
    const holds = await playOn(server?.url ?? url ?? "");
    const faults = server?.faults() ?? 0;
    if (faults > 0) console.log(`the engine has logged ${faults} errors`);
    return holds && faults === 0;
  } finally {
    await server?.stop();
  }
}

async function run(args: ReturnType<typeof readArguments>): Promise<boolean> {
  let holds = true;
  for (const part of partsOf(args)) holds = (await play(part, args.url)) && holds;
  console.log(`\nconformance ${holds ? "holds" : "does not hold"}`);
  return holds;
}

try {
  const args = readArguments();
  if (args.help) console.log(HELP);
  else process.exitCode = (await run(args)) ? 0 : 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
