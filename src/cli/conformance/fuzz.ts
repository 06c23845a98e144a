import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describeOpenApi } from "./open-api-description.js";
import { type FuzzSender, requireKnown } from "./fuzz-sender.js";
import { runProgram } from "./program.js";
import { pythonPackages } from "./python.js";

/** Pinned, so that the same seed makes the same requests. */
const SCHEMATHESIS = "schemathesis==4.32.5";

/**
 * Operations that hold their answer for as long as the request says are asked often enough by the tests. One worker: with more,
 * Python 3.11 now and then gives up in the middle ("AST constructor recursion depth mismatch"), and the seed says less.
 */
const BOUNDS = ["--max-examples", "15", "--max-time", "240", "--workers", "1", "--request-timeout", "15"];

/** With these an administrator, whose name is found in answers, would soon shut itself out. */
const LOCKS_OUT = [
  "updateUser",
  "deleteUser",
  "deleteRole",
  "unassignRoleFromUser",
  "updateAuthorization",
  "deleteAuthorization",
];

/** Where the requests go, and how they are made up. */
export interface FuzzOptions {
  readonly url: string;
  readonly cache: string;
  readonly seed?: string | undefined;
  /** Who sends them; absent where nobody is asked. */
  readonly sender?: FuzzSender;
  /** The sender may do everything, and has to stay able to. */
  readonly isAdministrator?: boolean;
}

/**
 * Sends made-up requests, good and bad, to every operation: none may be answered with a fault of the server, or otherwise than
 * described. 501 (an operation that is not there) and 503 (too much at once) are answers.
 */
export async function playFuzz({ url, cache, seed = "8", sender, isAdministrator }: FuzzOptions): Promise<boolean> {
  const programs = await pythonPackages(join(cache, "schemathesis"), [SCHEMATHESIS]);
  if (programs === undefined) {
    console.log("left out: Python 3 with venv is not installed");
    return true;
  }
  const scratch = mkdtempSync(join(tmpdir(), "alur-fuzz-"));
  try {
    writeFileSync(join(scratch, "openapi.json"), JSON.stringify(await describeOpenApi()));
    writeFileSync(join(scratch, "schemathesis.toml"), CONFIG);
    const { code } = await runProgram(
      join(programs, "schemathesis"),
      [
        "--config-file",
        "schemathesis.toml",
        "run",
        "openapi.json",
        "--url",
        `${url}/v2`,
        ...CHECKS,
        ...BOUNDS,
        "--seed",
        seed,
        ...(sender === undefined ? [] : ["--auth", `${sender.name}:${sender.password}`]),
        ...(isAdministrator === true ? LOCKS_OUT.flatMap((id) => ["--exclude-operation-id", id]) : []),
      ],
      { cwd: scratch },
    );
    if (sender !== undefined) await requireKnown(url, sender);
    return code === 0;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

const CHECKS = [
  "--checks",
  "not_a_server_error,response_schema_conformance,content_type_conformance",
  "--phases",
  "examples,coverage,fuzzing",
  "--suppress-health-check",
  "all",
  "--continue-on-failure",
  "--warnings",
  "off",
  "--no-color",
];

const CONFIG = `[checks.not_a_server_error]
expected-statuses = ["2xx", "3xx", "4xx", 501, 503]
`;
