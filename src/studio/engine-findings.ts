import type { Finding } from "./finding.js";

/** `- Element Task_1 > extensionElements: message (rule)`, as the engine inside says it. */
const EMBEDDED = /^-\s+Element\s+([^\s:>]+)[^:]*:\s+(.+?)(?:\s+\(([a-z0-9-]+)\))?$/;
/** `- Element: Task_1 > extensionElements`, followed by lines `- ERROR: message`, as a cluster says it. */
const CLUSTER_ELEMENT = /-\s+Element:\s+([^\s>]+)/;
const CLUSTER_MESSAGE = /^-\s+(ERROR|WARNING):\s+(.+)$/;
/** `- message (rule)` about the whole file. */
const WHOLE_FILE = /^-\s+(.+?)(?:\s+\(([a-z0-9-]+)\))?$/;

const finding = (elementId: string | null, message: string, rule = "engine"): Finding => ({
  severity: "error",
  elementId,
  rule,
  message,
});

/** Reads the engine's refusal of a deployment into findings; one for the whole file when it says nothing about elements. */
export function engineFindings(message: string): readonly Finding[] {
  const findings: Finding[] = [];
  let element: string | null = null;
  for (const line of message.split("\n").map((each) => each.trim())) {
    const embedded = EMBEDDED.exec(line);
    const named = CLUSTER_ELEMENT.exec(line);
    const said = CLUSTER_MESSAGE.exec(line);
    const whole = WHOLE_FILE.exec(line);
    if (embedded !== null) findings.push(finding(embedded[1] ?? null, embedded[2] ?? line, embedded[3]));
    else if (named !== null) element = named[1] ?? null;
    else if (said !== null) findings.push(finding(element, said[2] ?? line));
    else if (whole !== null) findings.push(finding(null, whole[1] ?? line, whole[2]));
  }
  return findings.length > 0 ? findings : [finding(null, message)];
}
