import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { KepegawaianRepository, plugin as kepegawaian } from "../../plugins/kepegawaian/plugin.js";
import { type EntityClass, openDatabase } from "../../src/platform/db/index.js";
import { AlurProcess } from "../support/alur-process.js";
import { Browser } from "../support/browser.js";
import { generatedPerson, siasnRow } from "../support/siasn-people.js";
import { SiasnServer } from "../support/siasn-server.js";
import { figure, type Figure } from "./figures.js";

const NUSA = "instansi-nusa-kencana";
const UNIT = "Badan Kepegawaian Daerah";
const ROWS_A_TIME = 500;
const LOOK_MS = 1_000;
const MIB = 1024 * 1024;

interface Run {
  readonly seconds: number;
  readonly mostMib: number;
}

/**
 * A synchronisation of a whole instansi with a SIASN on the loopback that answers at once: the platform in a process of its own
 * on SQLite files, people made on the fly. First everybody is new to the snapshots, then nothing has changed. The second figure
 * of a pair is what an hour would hold.
 */
export const measureSapk = async (people: number, say: (text: string) => void): Promise<readonly Figure[]> => {
  const folder = mkdtempSync(join(tmpdir(), "alur-bench-sapk-"));
  const indexOf = new Map<string, number>();
  for (let index = 0; index < people; index++) indexOf.set(generatedPerson(index).nip, index);
  const siasn = await new SiasnServer({
    person: (nip) => {
      const index = indexOf.get(nip);
      return index === undefined ? undefined : siasnRow(generatedPerson(index), UNIT, `S-${NUSA}`);
    },
  }).start();
  siasn.recording = false;
  const platform = new AlurProcess(folder, siasn.environment({ [NUSA]: `S-${NUSA}` }));
  try {
    await platform.start();
    await platform.stop();
    say(`${people} people are entered`);
    await enterPeople(join(folder, "data", "alur.db"), people);
    await platform.start();
    say("first synchronisation");
    const first = await synchronise(platform, say);
    say("second synchronisation, nothing has changed");
    const second = await synchronise(platform, say);
    return [
      figure("first synchronisation", "s", [first.seconds]),
      figure("first, people per second", "1/s", [people / first.seconds]),
      figure("nothing changed", "s", [second.seconds]),
      figure("nothing changed, people per second", "1/s", [people / second.seconds]),
      figure("most resident memory", "MiB", [Math.max(first.mostMib, second.mostMib)]),
    ];
  } finally {
    await platform.kill();
    await siasn.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
};

const enterPeople = async (file: string, people: number): Promise<void> => {
  const entities = (kepegawaian.entities ?? []) as EntityClass[];
  const db = await openDatabase({ url: `sqlite:${file}`, entities, migrations: [] });
  try {
    for (let from = 0; from < people; from += ROWS_A_TIME) {
      const rows = Array.from({ length: Math.min(ROWS_A_TIME, people - from) }, (_, at) => generatedPerson(from + at));
      await db.transaction((tx) => new KepegawaianRepository(tx.manager).addPegawai(rows));
    }
  } finally {
    await db.close();
  }
};

const residentMib = async (url: string): Promise<number> => {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(/^process_resident_memory_bytes (\S+)$/mu.exec(text)?.[1] ?? Number.NaN) / MIB;
};

const synchronise = async (platform: AlurProcess, say: (text: string) => void): Promise<Run> => {
  const admin = new Browser(platform.url, "id");
  await admin.signIn("admin-instansi", platform.passwords.get("admin-instansi") ?? "");
  const started = performance.now();
  const { body } = await admin.post("/api/starts/kepegawaian/sinkronisasi-sapk", { data: { cakupan: "SEMUA" } });
  let mostMib = 0;
  for (;;) {
    const page = (await admin.get(`/api/cases/${String(body.caseId)}`)).body;
    mostMib = Math.max(mostMib, await residentMib(platform.url));
    const seconds = (performance.now() - started) / 1000;
    if (page.case.status !== "BERJALAN") return { seconds, mostMib };
    const done = page.facts.find((fact: { label: { en: string } }) => fact.label.en === "Processed");
    say(`${seconds.toFixed(0)} s, ${String(done?.value)}, ${mostMib.toFixed(0)} MiB`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
};
