import type { DemoHost } from "../../../src/cli/demo.js";
import { DEMO_LINES, DEMO_ROWS } from "./demo-rows.js";
import {
  decideSidang,
  FORWARD,
  MONEV,
  ok,
  Person,
  scheduleSidang,
  SCORED,
  sendBatch,
  sendingData,
  TAKE_IN,
} from "./journey.js";

const REASON = "SK pangkat terakhir yang diunggah bukan SK yang terbaru.";

/** One DUPAK from questionnaire to HPAK, each role in turn. */
export const drive = async (host: DemoHost): Promise<void> => {
  const wi = await Person.signIn(host, "wi1");
  const caseId = await compose(host, wi);
  const secretariat = await Person.signIn(host, "sekretariat-tpi");
  await returnAndRepair(host, caseId, wi, secretariat);
  await scoreByTpi(host, caseId);
  await sendBatch(secretariat);
  host.step("sekretariat-tpi", "mencetak daftar DUPAK, mengunggah surat pengantar, mengirim ke TPP");
  const tppSecretariat = await Person.signIn(host, "sekretariat-tpp");
  await tppSecretariat.do(caseId, "ReceiveByTpp", TAKE_IN);
  host.step("sekretariat-tpp", "menerima DUPAK dan meneruskannya kepada TPP");
  await scoreByTpp(host, caseId);
  await holdSidang(host, tppSecretariat);
  await wi.becomes(caseId, "SELESAI");
  host.step("sistem", "menerbitkan HPAK, tabulasi, dan penjelasan");
  await checkDocuments(host, caseId, wi);
};

const compose = async (host: DemoHost, wi: Person): Promise<string> => {
  const { caseId } = ok(await wi.start("dupak", { setuju: true }));
  host.step("wi1", "membuka DUPAK; menunggu kuesioner");
  const early = await wi.browser.get(`/api/cases/${caseId}/sheets/rincian`);
  host.check("rincian is refused before the questionnaire", early.status === 409, `status ${early.status}`);
  await wi.do(caseId, "FillMonev", MONEV);
  host.step("wi1", "menyelesaikan kuesioner Kinerja Widyaiswara");
  for (const { usul, tpi: _tpi, tpp: _tpp, ...values } of DEMO_ROWS) {
    const row = await wi.addRowWithEvidence(caseId, values);
    host.check(
      `AK usul of kode ${values.kode}`,
      Number(usul) >= 0 && row.values["akUsul"] === usul,
      `${row.values["akUsul"]} instead of ${usul}`,
    );
  }
  host.step("wi1", `menambah ${DEMO_ROWS.length} kegiatan dengan bukti fisik`);
  ok(await wi.complete(await wi.task(caseId, "ComposeDupak"), await sendingData(wi)));
  host.step("wi1", "mengirim DUPAK dengan SK Jabatan, SK pangkat, dan HPAK terakhir");
  return caseId;
};

const returnAndRepair = async (host: DemoHost, caseId: string, wi: Person, secretariat: Person): Promise<void> => {
  await secretariat.do(caseId, "CheckRequirements", { keputusan: "PRASARAT_TIDAK_SESUAI", alasan: REASON });
  host.step("sekretariat-tpi", `mengembalikan DUPAK: ${REASON}`);
  const told = await wi.notifications();
  host.check(
    "the widyaiswara is told why",
    told.some(({ body }) => body.includes(REASON)),
  );
  await wi.do(caseId, "RepairDupak", await sendingData(wi));
  host.step("wi1", "memperbaiki dan mengirim ulang DUPAK");
  await secretariat.do(caseId, "CheckRequirements", FORWARD);
  host.step("sekretariat-tpi", "meneruskan DUPAK kepada TPI");
};

const scoreByTpi = async (host: DemoHost, caseId: string): Promise<void> => {
  const tpi = await Person.signIn(host, "tpi1", "tpi");
  const key = await tpi.task(caseId, "ScoreByTpi");
  const changed = Object.fromEntries(
    DEMO_ROWS.flatMap(({ kode, tpi: score }) => (score === undefined ? [] : [[kode, score]])),
  );
  await tpi.score(caseId, "Tpi", changed);
  ok(await tpi.complete(key, SCORED));
  host.step("tpi1", `menilai ${DEMO_ROWS.length} baris, ${Object.keys(changed).length} dikurangi dengan keterangan`);
};

const scoreByTpp = async (host: DemoHost, caseId: string): Promise<void> => {
  const tpp = await Person.signIn(host, "tpp1");
  const key = await tpp.task(caseId, "ScoreByTpp");
  const changed = Object.fromEntries(
    DEMO_ROWS.flatMap(({ kode, tpp: score }) => (score === undefined ? [] : [[kode, score]])),
  );
  await tpp.score(caseId, "Tpp", changed);
  ok(await tpp.complete(key, SCORED));
  host.step("tpp1", `memeriksa kembali penilaian TPI, ${Object.keys(changed).length} baris diubah`);
};

const holdSidang = async (host: DemoHost, secretariat: Person): Promise<void> => {
  const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  const sidang = await scheduleSidang(secretariat, today);
  host.step("sekretariat-tpp", "menjadwalkan sidang TPP");
  const present = await decideSidang(secretariat, sidang);
  host.step("sekretariat-tpp", `mencatat putusan sidang, ${present.length} anggota hadir; berita acara dicetak`);
};

const checkDocuments = async (host: DemoHost, caseId: string, wi: Person): Promise<void> => {
  for (const template of ["hpak", "tabulasi", "penjelasan"] as const) {
    const pdf = await wi.pdf(caseId, template);
    host.keep(`${template}.pdf`, pdf);
    for (const line of await host.missingLines(pdf, DEMO_LINES[template]))
      host.check(`${template}.pdf`, false, `line "${line}" is missing`);
  }
  const reasons = DEMO_ROWS.flatMap(({ tpi, tpp }) => [tpi, tpp].flatMap((score) => score?.keterangan ?? []));
  const text = (await host.pdfText(await wi.pdf(caseId, "penjelasan"))).replaceAll(/\s+/g, " ");
  for (const reason of reasons) {
    const words = reason.split(" ").slice(0, 3).join(" ");
    host.check("penjelasan.pdf gives the reason", text.includes(words), words);
  }
  const story = ok(await wi.browser.get(`/api/cases/${caseId}/story?limit=100`));
  host.check("the story is told", story.total > DEMO_ROWS.length, String(story.total));
  host.step("wi1", "membaca HPAK, tabulasi, dan penjelasan");
};
