import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import {
  acak,
  KepegawaianRepository,
  type Pegawai,
  pegawaiSintetis,
  plugin as kepegawaian,
} from "../../../plugins/kepegawaian/plugin.js";
import { type EntityClass, openDatabase } from "../../../src/platform/db/index.js";
import { ok, Person, type RowInput } from "../../process-apps/angka-kredit/journey.js";
import { AlurProcess } from "../../support/alur-process.js";
import { type BenchPart, MIB } from "../bench-section.js";
import { figure } from "../figures.js";
import { inFolder } from "../in-folder.js";

const PER_INSERT = 500;
const PAUSE_MS = 250;
/** Every so many people have three years at once, which reaches their next rank. */
const REACHING = 10;

/** Officials of one office, all made up. */
const peopleOf = (count: number): readonly Pegawai[] => {
  const next = acak(20_250_101);
  const used = new Set<string>();
  return Array.from({ length: count }, (_, index) => {
    const pegawai = pegawaiSintetis(
      {
        id: `pegawai-ukur-${index}`,
        instansi: { id: "instansi-bukit-lestari", kota: "Bukit Lestari" },
        unit: { id: "unit-dinkes-bl" },
        golongan: "III/a",
        jabatan: "Perawat",
        jenjang: "AHLI_PERTAMA",
        pendidikan: "S1",
      },
      next,
      2022,
      (nip) => used.has(nip),
    );
    used.add(pegawai.nip);
    return pegawai;
  });
};

const rowsOf = (people: readonly Pegawai[]): readonly RowInput[] =>
  people.flatMap(({ nip }, index) =>
    (index % REACHING === 0 ? [2023, 2024, 2025] : [2025]).map((tahun) => ({
      NIP: nip,
      Tahun: String(tahun),
      "Bulan Mulai": "Januari",
      "Bulan Selesai": "Desember",
      Predikat: "Sangat Baik",
    })),
  );

/** Grades of 5,000 people from one spreadsheet: checked, converted, printed, PAK issued, summed up, archived. Once, for it takes minutes. */
export const uploadConversion: BenchPart = async ({ quick, say }, measured) => {
  const people = peopleOf(quick ? 100 : 5_000);
  const rows = rowsOf(people);
  await measured(`conversion of ${people.length} people, ${rows.length} rows, from one upload`, () =>
    inFolder(async (folder) => {
      const platform = new AlurProcess(folder);
      try {
        await platform.start();
        await platform.stop();
        await enterPeople(join(folder, "data", "alur.db"), people);
        await platform.start();
        const penilai = await Person.signIn({ url: platform.url, passwords: platform.passwords }, "penilai-kinerja");
        const look = new Look(penilai, platform.url, say);
        const berkas = await penilai.table(rows);
        const start = { judul: "Ukuran", sumber: "UNGGAH", berkas };
        const checking = stopwatch();
        const { caseId } = ok(await penilai.start("konversi-massal", start));
        await look.until(caseId, ({ status }) => status === "MENUNGGU_PENETAPAN");
        const checked = checking();
        await penilai.do(caseId, "DetermineBatch", { keputusan: "TETAPKAN", terbitkanPak: true });
        const determined = stopwatch();
        await look.until(caseId, ({ converted }) => converted === rows.length);
        const converted = determined();
        await look.until(caseId, ({ status }) => status === "SELESAI");
        const finished = determined();
        const papers = await look.archived();
        return [
          figure("rows checked per second", "1/s", [rows.length / checked]),
          figure("rows converted per second", "1/s", [rows.length / converted]),
          figure("determination to recap", "s", [finished]),
          figure("papers printed per second", "1/s", [papers / (finished - converted)]),
          figure("determination to archive", "s", [determined()]),
          figure("slowest page meanwhile", "ms", [look.slowestMs]),
          figure("most resident memory", "MiB", [look.mostMib]),
        ];
      } finally {
        await platform.kill();
      }
    }),
  );
};

const enterPeople = async (file: string, people: readonly Pegawai[]): Promise<void> => {
  const entities = (kepegawaian.entities ?? []) as EntityClass[];
  const db = await openDatabase({ url: `sqlite:${file}`, entities, migrations: [] });
  try {
    for (let at = 0; at < people.length; at += PER_INSERT) {
      const some = people.slice(at, at + PER_INSERT);
      await db.transaction((tx) => new KepegawaianRepository(tx.manager).addPegawai(some));
    }
  } finally {
    await db.close();
  }
};

const stopwatch = (): (() => number) => {
  const started = performance.now();
  return () => (performance.now() - started) / 1000;
};

interface Standing {
  readonly status: string;
  readonly converted: number;
}

/** Looks at the case file as its official does, and keeps how long the slowest look took and how large the process was. */
class Look {
  slowestMs = 0;
  mostMib = 0;

  constructor(
    private readonly person: Person,
    private readonly url: string,
    private readonly say: (text: string) => void,
  ) {}

  /** Waits, however long, until the case file stands so. */
  async until(caseId: string, done: (standing: Standing) => boolean): Promise<void> {
    for (let before = ""; ;) {
      const standing = await this.#standing(caseId);
      if (done(standing)) return;
      const text = `${standing.status}, ${standing.converted} converted`;
      if (text !== before) this.say(`${text}, ${this.mostMib.toFixed(0)} MiB`);
      before = text;
      await setTimeout(PAUSE_MS);
    }
  }

  /** Waits for the print run of the upload. @returns the papers in it. */
  async archived(): Promise<number> {
    for (;;) {
      const [run] = (await this.#get("/api/print-runs")).items;
      if (run?.status === "FINISHED") return Number(run.printed);
      await setTimeout(PAUSE_MS);
    }
  }

  async #standing(caseId: string): Promise<Standing> {
    const page = await this.#get(`/api/cases/${caseId}`);
    const done = page.facts.find((fact: { label: { en: string } }) => fact.label.en === "Converted");
    const converted = Number(
      String(done?.value ?? "0")
        .split(" ")[0]
        ?.replaceAll(".", ""),
    );
    return { status: page.case.status, converted };
  }

  async #get(path: string) {
    const started = performance.now();
    const body = ok(await this.person.browser.get(path));
    this.slowestMs = Math.max(this.slowestMs, performance.now() - started);
    const metrics = await (await fetch(`${this.url}/metrics`)).text();
    const bytes = Number(/^process_resident_memory_bytes (\S+)$/mu.exec(metrics)?.[1] ?? Number.NaN);
    this.mostMib = Math.max(this.mostMib, bytes / MIB);
    return body;
  }
}
