import { demoPegawaiKonversi } from "../../../plugins/angka-kredit/plugin.js";
import type { DemoHost } from "../../../src/cli/demo.js";
import { PAPERS } from "./demo-papers.js";
import { ok, Person, type RowInput, until } from "./journey.js";

const nipOf = (name: string): string => {
  const found = demoPegawaiKonversi().find(({ id }) => id === `pegawai-${name}`);
  if (found === undefined) throw new Error(`Expected demo person '${name}', but it is absent`);
  return found.nip;
};

const grade = (name: string, tahun: number, predikat: string, months = ["Januari", "Desember"]): RowInput => ({
  NIP: nipOf(name),
  Tahun: String(tahun),
  "Bulan Mulai": months[0] ?? "",
  "Bulan Selesai": months[1] ?? "",
  Predikat: predikat,
});

/** Three years of a team: A-04 of domain note 8 (perawat3), A-09 up to 2025 (perawat1). */
const TEAM: readonly RowInput[] = [
  grade("perawat1", 2023, "Baik"),
  grade("perawat1", 2024, "Baik"),
  grade("perawat1", 2025, "Sangat Baik"),
  grade("perawat2", 2023, "Sangat Baik"),
  grade("perawat2", 2024, "Sangat Baik"),
  grade("perawat2", 2025, "Baik"),
  grade("perawat3", 2025, "Baik", ["Januari", "Mei"]),
  grade("perawat3", 2025, "Sangat Baik", ["Juni", "Desember"]),
  grade("perawat4", 2025, "Butuh Perbaikan"),
];

interface Office {
  readonly penilai: Person;
  readonly admin: Person;
}

/** Grades of a team from one table, then of one person, up to the PAK; every figure of the papers was worked out by hand. */
export const drive = async (host: DemoHost): Promise<void> => {
  const office: Office = {
    penilai: await Person.signIn(host, "penilai-kinerja"),
    admin: await Person.signIn(host, "admin-bukit-lestari"),
  };
  await recordOpening(host, office);
  const team = await uploadTeam(host, office);
  await determineTeam(host, office, team);
  await fetchArchive(host, office, team);
  await convertOne(host, office);
};

const recordOpening = async (host: DemoHost, { admin }: Office): Promise<void> => {
  const nip = nipOf("perawat2");
  ok(await admin.start("saldo-awal", { jenis: "SALDO", nip, golonganMasuk: "III/b", presentasi: "AK_DASAR" }));
  host.step("admin-bukit-lestari", "mencatat AK dasar 50,000 perawat yang masuk pada III/b");
};

const uploadTeam = async (host: DemoHost, { penilai }: Office): Promise<string> => {
  const [first, ...others] = TEAM;
  if (first === undefined) throw new Error("Expected rows to upload");
  const caseId = await penilai.uploadGrades([{ ...first, "Bulan Selesai": "13" }, ...others]);
  await penilai.becomes(caseId, "BERMASALAH");
  host.step("penilai-kinerja", "mengunggah predikat satu tim; satu baris bermasalah");
  const [wrong] = await penilai.rows(caseId);
  host.check("month 13 is named with its row", wrong?.notes[0]?.text.id.includes('tertulis "13"') === true);
  host.keep("perbaikan-konversi.xlsx", await penilai.factFile(caseId, "Unduh baris bermasalah"));
  await penilai.do(caseId, "FollowUpProblems", { keputusan: "UNGGAH_ULANG", berkas: await penilai.table(TEAM) });
  await penilai.becomes(caseId, "MENUNGGU_PENETAPAN");
  host.step("penilai-kinerja", "mengunggah ulang lembar kerja yang sudah diperbaiki");
  return caseId;
};

const determineTeam = async (host: DemoHost, { penilai }: Office, caseId: string): Promise<void> => {
  await penilai.do(caseId, "DetermineBatch", { keputusan: "TETAPKAN", terbitkanPak: true });
  host.step("penilai-kinerja", `menetapkan ${TEAM.length} konversi`);
  await penilai.becomes(caseId, "SELESAI");
  host.step("sistem", "mengonversi, mencetak, menerbitkan PAK yang sudah waktunya, dan menyusun rekap");
  const credits = (await penilai.rows(caseId)).map(({ values }) => values["angkaKredit"]);
  const expected = ["12.500", "12.500", "18.750", "18.750", "18.750", "12.500", "10.417", "21.875", "3.750"];
  host.check("credit of each row", credits.join() === expected.join(), credits.join());
  host.keep("rekap-konversi.xlsx", await penilai.factFile(caseId, "Unduh rekap"));
  await checkPaper(host, penilai, caseId, "akumulasi", "perawat3");
  await checkPaper(host, penilai, caseId, "pak", "perawat2");
  const paks = (await penilai.documents(caseId)).filter(({ template }) => template === "angka-kredit/pak");
  host.check("one PAK is due", paks.length === 1, String(paks.length));
};

/** The print run for the official holds every paper, printed once. */
const fetchArchive = async (host: DemoHost, { penilai }: Office, caseId: string): Promise<void> => {
  const run = await until("the print run", async () => {
    const { items } = ok(await penilai.browser.get("/api/print-runs"));
    return items.find(({ status }: { status: string }) => status === "FINISHED");
  });
  const papers = (await penilai.documents(caseId)).length;
  host.check("all papers in the archive", run.printed === papers, `${run.printed} of ${papers}`);
  const { status, bytes } = await penilai.browser.download(`/api/print-runs/${run.id}/archive`);
  host.check("the archive is served", status === 200, `status ${status}`);
  host.keep("konversi-satu-tim.zip", bytes);
  host.step("penilai-kinerja", `mengambil ${papers} dokumen sebagai satu arsip`);
};

const convertOne = async (host: DemoHost, { penilai, admin }: Office): Promise<void> => {
  const [bulanMulai, bulanSelesai] = ["1", "6"];
  const data = { jenis: "BARU", nip: nipOf("perawat1"), tahun: "2026", bulanMulai, bulanSelesai, predikat: "BAIK" };
  const { caseId } = ok(await penilai.start("konversi", data));
  host.step("penilai-kinerja", "mengisi predikat seorang perawat, Januari sampai Juni 2026");
  await admin.do(caseId, "CheckKonversi", { keputusan: "KEMBALIKAN", alasan: "Predikat pada SKP Sangat Baik." });
  host.step("admin-bukit-lestari", "mengembalikannya: predikat pada SKP Sangat Baik");
  await penilai.do(caseId, "RepairPredikat", { ...data, keputusan: "PERBAIKI", predikat: "SANGAT_BAIK" });
  await admin.do(caseId, "CheckKonversi", { keputusan: "SETUJUI" });
  await penilai.do(caseId, "DetermineKonversi", { keputusan: "TETAPKAN" });
  host.step("penilai-kinerja, admin", "memperbaiki, memeriksa, menetapkan konversi");
  await penilai.do(caseId, "DeterminePak", { keputusan: "TERBITKAN" });
  await penilai.becomes(caseId, "PAK_TERBIT");
  host.step("penilai-kinerja", "menetapkan PAK untuk kenaikan pangkat menjadi III/b");
  for (const template of ["konversi", "akumulasi", "pak"] as const)
    await checkPaper(host, penilai, caseId, template, "perawat1");
  const perawat = await Person.signIn(host, "perawat1");
  const told = (await perawat.notifications()).filter((each) => each.caseId === caseId);
  host.check("the functional official is told", told.length > 0);
  const story = ok(await perawat.browser.get(`/api/cases/${caseId}/story?limit=100`));
  host.check("the story is told", story.total > 6, String(story.total));
  host.step("perawat1", "membaca konversi dan PAK-nya sendiri");
};

/** The last paper of a kind that names a person, against the lines worked out by hand. */
const checkPaper = async (
  host: DemoHost,
  person: Person,
  caseId: string,
  template: keyof typeof PAPERS,
  name: string,
): Promise<void> => {
  const nip = nipOf(name).replace(/^(\d{8})(\d{6})(\d)/u, "$1 $2 $3 ");
  for (const { id } of (await person.documents(caseId)).filter((one) => one.template === `angka-kredit/${template}`)) {
    const { bytes } = await person.browser.download(`/api/documents/${id}`);
    if (!(await host.pdfText(bytes)).includes(nip)) continue;
    host.keep(`${template}-${name}.pdf`, bytes);
    for (const line of await host.missingLines(bytes, PAPERS[template][name] ?? ""))
      host.check(`${template} of ${name}`, false, `line "${line}" is missing`);
    return;
  }
  host.check(`${template} of ${name}`, false, "it was not printed");
};
