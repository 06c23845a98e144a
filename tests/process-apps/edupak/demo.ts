import { demoPegawai } from "../../../plugins/edupak/plugin.js";
import type { DemoHost } from "../../../src/cli/demo.js";
import { Browser } from "../../support/browser.js";
import { DEMO_LINES, DEMO_MONTHS, DEMO_PAK, REDUCED } from "./demo-rows.js";
import {
  APPROVE,
  decide,
  holdSidang,
  ok,
  Person,
  scheduleSidang,
  SCORED,
  SEND_MONTH,
  sendingData,
  toScoring,
  VERIFIED,
} from "./journey.js";

const PASSWORD = "Gunung-Biru-77-Pagi";
const REASON = "Salinan keputusan jabatan terakhir tidak terbaca.";

/** The sixteen steps of e-DUPAK, each role in turn: from the first account to the PAK in the hands of its JFK. */
export const drive = async (host: DemoHost): Promise<void> => {
  const sekretariat = await makeSecretariat(host);
  const { jfk, nip } = await makeJfk(host);
  const atasan = await Person.signIn(host, "atasan-jfk");
  const pejabat = await Person.signIn(host, "pejabat-jfk");
  await setSuperiors(host, jfk, [atasan, pejabat]);
  await fillMonths(host, jfk, atasan);
  const caseId = await propose(host, jfk, { atasan, pejabat, sekretariat, nip });
  await score(host, caseId);
  await decideOn(host, sekretariat, jfk, caseId);
  await checkPapers(host, jfk, sekretariat, caseId);
};

const nipOf = (id: string): string => {
  const found = demoPegawai().find((each) => each.id === id);
  if (found === undefined) throw new Error(`Expected demo person '${id}', but it is absent`);
  return found.nip;
};

/** The code that whoever made the account hands over, used once. */
const activate = async (host: DemoHost, by: Person, caseId: string, name: string): Promise<Person> => {
  const { facts } = ok(await by.browser.get(`/api/cases/${caseId}`));
  const code = facts.find(({ label }: { label: { en: string } }) => label.en.startsWith("Activation code"))?.value;
  const browser = new Browser(host.url, "id");
  await browser.get("/api/session");
  ok(await browser.post("/api/activation", { username: name, code, password: PASSWORD }));
  return Person.signIn({ url: host.url, passwords: new Map([[name, PASSWORD]]) }, name);
};

const makeSecretariat = async (host: DemoHost): Promise<Person> => {
  const superAdmin = await Person.signIn(host, "super-admin-jfk");
  const nip = nipOf("pegawai-penetap-jfk");
  const { caseId } = ok(await superAdmin.start("akun", { tindakan: "BUAT", jenis: "SEKRETARIAT", nip }));
  host.step("super-admin-jfk", "membuat akun Sekretariat Tim Penilai");
  const sekretariat = await activate(host, superAdmin, caseId, `${nip}sekre`);
  host.step("sekretariat", "mengaktifkan akun dengan kode sekali pakai");
  return sekretariat;
};

const makeJfk = async (host: DemoHost): Promise<{ jfk: Person; nip: string }> => {
  const admin = await Person.signIn(host, "admin-tirta-mulya");
  const nip = nipOf("pegawai-jfk5");
  const foreign = await admin.start("akun", { tindakan: "BUAT", jenis: "JFK", nip: nipOf("pegawai-jfk4") });
  host.check("a person of another agency is refused", foreign.status === 400, `status ${foreign.status}`);
  const { caseId } = ok(await admin.start("akun", { tindakan: "BUAT", jenis: "JFK", nip }));
  host.step("admin-tirta-mulya", "membuat akun JFK dari data kepegawaian");
  ok(await admin.start("pak-terakhir", { ...DEMO_PAK, nip, berkasPak: await admin.file("pak-terakhir.pdf") }));
  host.step("admin-tirta-mulya", "mengisi PAK terakhir, saldo 149,000");
  const jfk = await activate(host, admin, caseId, `${nip}jft`);
  await jfk.do(caseId, "ConfirmData", { keputusan: "SESUAI" });
  host.step("jfk", "mengaktifkan akun dan memeriksa data pribadi");
  return { jfk, nip };
};

const setSuperiors = async (host: DemoHost, jfk: Person, people: readonly Person[]): Promise<void> => {
  const chosen: string[] = [];
  for (const [index, list] of ["atasan", "pejabat"].entries()) {
    const { user } = ok(
      (await people[index]?.browser.get("/api/session")) ?? { status: 500, body: null, headers: new Headers() },
    );
    const offered = ok(await jfk.browser.get(`/api/edupak/pilihan/${list}`));
    host.check(
      `${list} is offered`,
      offered.some(({ value }: { value: string }) => value === user.userId),
    );
    chosen.push(user.userId);
  }
  ok(await jfk.start("atasan", { atasan: chosen[0], pejabat: chosen[1] }));
  host.step("jfk", "mengatur atasan langsung dan pejabat yang berwenang");
};

const fillMonths = async (host: DemoHost, jfk: Person, atasan: Person): Promise<void> => {
  for (const [index, { bulan, rows, jumlah }] of DEMO_MONTHS.entries()) {
    const { caseId } = ok(await jfk.start("inventarisasi", { bulan }));
    const sheet = `/api/cases/${caseId}/sheets/kegiatan`;
    if (index === 1) {
      ok(await jfk.browser.post(`${sheet}/actions/salin-bulan-lalu`));
      const [training] = (await jfk.rows(caseId)).filter(({ values }) => values["kode"] === "211002006");
      ok(await jfk.browser.delete(`${sheet}/rows/${training?.id}?revision=${training?.revision}`));
    } else ok(await jfk.browser.post(`${sheet}/rows/batch`, { rows }));
    for (const row of await jfk.rows(caseId)) await jfk.attach(caseId, row, `bukti-${row.values["kode"]}.pdf`);
    const { totals } = ok(await jfk.browser.get(sheet));
    const sum = totals.at(-1).values.jumlahAk;
    host.check(`jumlah ${bulan}`, sum === jumlah, `${sum} instead of ${jumlah}`);
    await jfk.do(caseId, "FillInventarisasi", SEND_MONTH);
    if (index === 1) {
      await atasan.do(caseId, "ApproveInventarisasi", {
        keputusan: "KEMBALIKAN",
        alasan: "Lengkapi keterangan kegiatan.",
      });
      await jfk.do(caseId, "FillInventarisasi", SEND_MONTH);
    }
    await atasan.do(caseId, "ApproveInventarisasi", APPROVE);
    host.keep(`inventarisasi-${bulan}.pdf`, await jfk.pdf(caseId, "inventarisasi"));
    host.step("jfk, atasan", `inventarisasi ${bulan} diisi, dibuktikan, disetujui: ${jumlah}`);
  }
};

const propose = async (
  host: DemoHost,
  jfk: Person,
  people: { readonly atasan: Person; readonly pejabat: Person; readonly sekretariat: Person; readonly nip: string },
): Promise<string> => {
  const { atasan, pejabat, sekretariat, nip } = people;
  const { caseId } = ok(await jfk.start("dupak", { masaSelesai: "2021-03" }));
  await jfk.do(caseId, "ComposeDupak", await sendingData(jfk));
  host.step("jfk", "menyusun dan mengirim usul DUPAK");
  await atasan.do(caseId, "ApproveByAtasan", APPROVE);
  host.step("atasan-jfk", "menyetujui DUPAK; SPMK dicetak");
  await pejabat.do(caseId, "ApproveByPejabat", { ...APPROVE, catatan: "" });
  host.step("pejabat-jfk", "mengusulkan DUPAK; surat usul dan DUPAK dicetak");
  await sekretariat.do(caseId, "ReceiveDupak", { keputusan: "TERIMA", nip });
  await sekretariat.do(caseId, "VerifyDupak", { ...VERIFIED, keputusan: "KEMBALIKAN", alasan: REASON });
  host.step("sekretariat", `mengembalikan DUPAK: ${REASON}`);
  const told = await jfk.notifications();
  host.check(
    "the JFK is told why",
    told.some(({ body }) => body.includes(REASON)),
  );
  await jfk.do(caseId, "RepairDupak", await sendingData(jfk));
  await toScoring(caseId, nip, { atasan, pejabat, sekretariat });
  host.step("jfk … sekretariat", "DUPAK diperbaiki, disetujui lagi, dan diverifikasi");
  return caseId;
};

const score = async (host: DemoHost, caseId: string): Promise<void> => {
  const penilai = await Person.signIn(host, "penilai-jfk1");
  const task = await penilai.task(caseId, "ScoreDupak");
  await penilai.score(caseId, REDUCED);
  ok(await penilai.complete(task, SCORED));
  host.step("penilai-jfk1", "memberi nilai sementara; satu butir dikurangi dengan alasan");
};

const decideOn = async (host: DemoHost, sekretariat: Person, jfk: Person, caseId: string): Promise<void> => {
  const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  const sidang = await scheduleSidang(sekretariat, today);
  const present = await holdSidang(sekretariat, sidang);
  host.keep("berita-acara.pdf", await sekretariat.pdf(sidang, "berita-acara"));
  host.step("sekretariat", `sidang tim penilai, ${present.length} anggota hadir; berita acara dicetak`);
  await decide(sekretariat, caseId);
  host.step("sekretariat", "membuat resume dan menetapkan PAK");
  await jfk.becomes(caseId, "DICETAK");
  host.step("sistem", "mencetak PAK, mencatatnya dalam data kepegawaian");
  await jfk.do(caseId, "ReceivePak", { diterima: true });
  host.step("jfk", "menerima PAK");
};

const PAPERS = ["dupak", "surat-usul", "surat-pernyataan", "resume", "angka-kredit/pak-konvensional"] as const;

const checkPapers = async (host: DemoHost, jfk: Person, sekretariat: Person, caseId: string): Promise<void> => {
  for (const template of PAPERS) {
    const pdf = await sekretariat.pdf(caseId, template);
    const name = `${template.split("/").at(-1) ?? template}.pdf`;
    host.keep(name, pdf);
    for (const line of await host.missingLines(pdf, DEMO_LINES[template]))
      host.check(name, false, `line "${line}" is missing`);
  }
  const spmk = (await jfk.documents(caseId)).filter(({ template }) => template === "edupak/spmk");
  host.check("one SPMK for each unsur and sending", spmk.length === 4, String(spmk.length));
  const months = ok(await jfk.browser.get("/api/edupak/pilihan/bulan"));
  host.check("the next period follows the PAK", months[0]?.value === "2021-04", String(months[0]?.value));
  const story = ok(await jfk.browser.get(`/api/cases/${caseId}/story?limit=100`));
  host.check("the story is told", story.total > 15, String(story.total));
};
