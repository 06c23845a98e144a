import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { type AlurWorld, openAlur } from "../../support/alur.js";
import { accessibilityFindings } from "../support/accessibility.js";
import { attach, complete, fillAll, openTask, pdf, pickDate, signInAt } from "../support/at-work.js";
import { launchBrowser, type OpenPage, picture, type Screen } from "../support/browser.js";
import { builtPages } from "../support/built-pages.js";

describe("a DUPAK through the pages of the real platform", () => {
  let world: AlurWorld;
  let browser: Browser;
  const people: OpenPage[] = [];
  const findings: string[] = [];

  /** A person signed in at an own device. */
  const signIn = async (username: string, screen: Screen = "desk"): Promise<Page> => {
    const opened = await signInAt(browser, world, username, screen);
    people.push(opened);
    return opened.page;
  };

  /** Chooses the role in the header, if it is not the active one. */
  const actAs = async (page: Page, role: string): Promise<void> => {
    const header = page.getByRole("banner");
    await header.getByRole("button", { name: /^Bertindak sebagai/ }).click();
    await page.getByRole("button", { name: role }).last().click();
    await header.getByRole("button", { name: `Bertindak sebagai ${role}` }).waitFor();
    await page.keyboard.press("Escape");
  };

  const look = async (page: Page, name: string): Promise<void> => {
    await picture(page, name);
    findings.push(...(await accessibilityFindings(page, [".djs-container"])).map((line) => `${name}: ${line}`));
  };

  const answerMonev = async (page: Page): Promise<void> => {
    await fillAll(page, {
      "Jumlah jam pelajaran tatap muka dalam masa penilaian": "120",
      "Jumlah pelatihan yang diampu": "6",
    });
    await page.getByLabel("Pelatihan teknis").check();
    await page.getByLabel("Tatap muka", { exact: true }).check();
    await page.getByRole("button", { name: /berikutnya/i }).click();
    await fillAll(page, { "Jumlah pelatihan yang diikuti": "2", "Jumlah karya tulis ilmiah yang diterbitkan": "1" });
    await page.getByLabel("Metode dan media").check();
    await page.getByRole("button", { name: /berikutnya/i }).click();
    for (const question of ["dukunganLembaga", "pembagianTugas", "sarana"]) {
      await page.locator(`.formio-component-${question}`).getByLabel("Setuju", { exact: true }).check();
    }
    await page.getByRole("button", { name: /berikutnya/i }).click();
    await page.getByLabel("Saran untuk pembinaan widyaiswara").fill("Perbanyak pelatihan menulis");
    await page.getByLabel(/Semua jawaban sudah saya isi/).check();
    await look(page, "real-monev-last");
    await complete(page);
  };

  const addActivity = async (
    page: Page,
    row: { search: string; code: string; text: string; volume: string },
  ): Promise<void> => {
    await page.getByRole("button", { name: "Tambah butir" }).click();
    const panel = page.getByRole("dialog");
    await panel.getByRole("combobox", { name: "Kode kegiatan" }).fill(row.search);
    await panel
      .getByRole("option", { name: new RegExp(`^${row.code} `) })
      .first()
      .click();
    await panel.getByLabel("Uraian kegiatan").fill(row.text);
    await panel.getByLabel("Tanggal mulai").fill("2021-03-02");
    await panel.getByLabel("Volume").fill(row.volume);
    await panel.getByRole("button", { name: "Simpan", exact: true }).click();
    await panel.getByLabel("Unggah berkas").setInputFiles(pdf(`bukti-${row.code}.pdf`));
    await panel.getByRole("button", { name: `Tampilkan bukti-${row.code}.pdf` }).waitFor();
    await look(page, `real-row-${row.code}`);
    await panel.getByRole("button", { name: "Tutup" }).click();
    await panel.waitFor({ state: "detached" });
  };

  /** Scores every row in the order listed; a lower score than proposed gets the reason. */
  const score = async (page: Page, column: string, values: readonly string[], reason: string): Promise<void> => {
    await page.locator(".sheet-open").first().click();
    const panel = page.getByRole("dialog");
    for (const [index, value] of values.entries()) {
      await panel.getByText(`butir ${index + 1} dari ${values.length}`).waitFor();
      await panel.getByLabel(column).fill(value);
      await panel.getByLabel(/^Keterangan/).fill(reason);
      if (index === 0) await look(page, "real-score");
      await page.keyboard.press("Control+Enter");
    }
    await page.getByText(`${values.length} dari ${values.length} butir selesai`).waitFor();
    await panel.getByRole("button", { name: "Tutup" }).click();
    await panel.waitFor({ state: "detached" });
  };

  const untilShown = async (page: Page, address: string, text: string): Promise<void> => {
    const until = performance.now() + 60_000;
    for (;;) {
      await page.goto(address);
      await page.locator(".page-tabs").waitFor();
      if (await page.getByText(text).first().isVisible()) return;
      if (performance.now() > until) throw new Error(`Expected '${text}' at ${address}, but it did not come`);
    }
  };

  beforeAll(async () => {
    builtPages();
    browser = await launchBrowser();
    world = await openAlur();
  }, 180_000);
  afterAll(async () => {
    for (const [index, { page }] of people.entries()) await picture(page, `journey-end-${index}`);
    await Promise.all(people.map(({ context }) => context.close()));
    await browser.close();
    await world.close();
  });

  it("should lead from the questionnaire to HPAK with every role at its own screen", async () => {
    // the widyaiswara opens a DUPAK and answers the questionnaire, on a phone
    const wi = await signIn("wi1", "phone");
    await wi.goto("/mulai");
    await wi.getByRole("link", { name: /DUPAK/ }).click();
    await wi.getByLabel("Saya akan mengajukan DUPAK untuk masa penilaian ini").check();
    await look(wi, "real-start");
    await wi.getByRole("button", { name: "Kirim", exact: true }).click();
    await wi.waitForURL("**/berkas/**");
    const caseAddress = wi.url();

    await openTask(wi, "Isi kuesioner Monev");
    await look(wi, "real-monev");
    await answerMonev(wi);

    // … adds two activities with their evidence at a desk, and sends them
    await openTask(wi, "Susun dan kirim DUPAK");
    await addActivity(wi, { search: "tatap muka", code: "12", text: "Mengajar Pelatihan Dasar", volume: "45" });
    await addActivity(wi, { search: "bahan ajar", code: "4", text: "Bahan ajar etika publik", volume: "6" });
    await look(wi, "real-compose-phone");
    await attach(wi, "SK Jabatan", "sk-jabatan.pdf");
    await attach(wi, "SK pangkat terakhir", "sk-pangkat.pdf");
    await attach(wi, "HPAK/PAK terakhir", "hpak.pdf");
    await fillAll(wi, {
      Pendidikan: "150",
      "Pelaksanaan Dikjartih PNS": "60,5",
      "Evaluasi dan Pengembangan Diklat": "18,25",
      "Pengembangan Profesi": "12",
      "Penunjang Tugas Widyaiswara": "9,25",
    });
    await wi.getByLabel(/Saya menyatakan usul dan bukti ini benar/).check();
    await complete(wi);

    // the secretariat checks the requirements and passes it on
    const secretariat = await signIn("sekretariat-tpi");
    await openTask(secretariat, "Periksa prasyarat DUPAK");
    await secretariat.getByLabel("SK Jabatan sesuai").check();
    await secretariat.getByLabel("SK pangkat terakhir sesuai").check();
    await secretariat.getByLabel("HPAK/PAK terakhir dan angka kredit lama sesuai").check();
    await look(secretariat, "real-check");
    await complete(secretariat, "Teruskan DUPAK");

    // TPI scores row by row beside the evidence
    const tpi = await signIn("tpi1");
    await actAs(tpi, "Tim Penilai Instansi");
    await openTask(tpi, "Nilai DUPAK oleh TPI");
    await score(tpi, "Nilai TPI", ["1,800", "3,000"], "Satu bahan ajar tanpa daftar hadir");
    await look(tpi, "real-tpi");
    await tpi.getByLabel(/Saya tidak mempunyai benturan kepentingan/).check();
    await complete(tpi);

    // the secretariat sends the batch with a letter
    await secretariat.goto("/mulai");
    await secretariat.getByRole("link", { name: /ke TPP/ }).click();
    await secretariat.getByLabel(/Susun daftar DUPAK/).check();
    await secretariat.getByRole("button", { name: "Kirim", exact: true }).click();
    await secretariat.waitForURL("**/berkas/**");
    await openTask(secretariat, "Kirim DUPAK ke TPP");
    await secretariat.getByLabel("Nomor surat pengantar").fill("800/123/BKD/2026");
    await pickDate(secretariat, "tanggalSurat", "02-03-2026");
    await attach(secretariat, "Surat pengantar", "surat-pengantar.pdf");
    await look(secretariat, "real-send-batch");
    await complete(secretariat, "Kirim DUPAK ke TPP");

    // TPP takes it in and scores it again
    const tppSecretariat = await signIn("sekretariat-tpp");
    await openTask(tppSecretariat, "Terima dan periksa DUPAK");
    await tppSecretariat.getByLabel(/Surat pengantar, daftar DUPAK/).check();
    await complete(tppSecretariat, "Terima dan teruskan ke TPP");
    const tpp = await signIn("tpp1");
    await openTask(tpp, "Nilai DUPAK oleh TPP");
    await look(tpp, "real-tpp");
    await tpp.getByLabel(/Saya tidak mempunyai benturan kepentingan/).check();
    await complete(tpp);

    // the session is scheduled and recorded
    await tppSecretariat.goto("/mulai");
    await tppSecretariat.getByRole("link", { name: /sidang/i }).click();
    await pickDate(tppSecretariat, "tanggal", "02-03-2026");
    await fillAll(tppSecretariat, {
      Pukul: "09.00 WIB",
      Tempat: "Ruang Rapat TPP, Jakarta",
      "Keputusan pembentukan tim": "Keputusan Nomor 000/K.1/2026",
    });
    await pickDate(tppSecretariat, "dasarTanggal", "12-01-2026");
    await tppSecretariat.getByRole("button", { name: "Kirim", exact: true }).click();
    await tppSecretariat.waitForURL("**/berkas/**");
    await openTask(tppSecretariat, "Catat putusan sidang");
    const members = (await tppSecretariat.getByLabel("Anggota yang hadir").inputValue()).split("\n");
    await fillAll(tppSecretariat, { "Ketua sidang": members[0] ?? "", "Sekretaris sidang": members[1] ?? "" });
    await look(tppSecretariat, "real-sidang");
    await complete(tppSecretariat, "Catat putusan sidang");

    // the widyaiswara finds the documents, the story and the way on the diagram
    await untilShown(wi, `${caseAddress}?tab=dokumen`, "Hasil Penilaian Angka Kredit");
    await look(wi, "real-case-documents-phone");
    const desk = await signIn("wi1");
    await desk.goto(`${caseAddress}?tab=kisah`);
    await desk.locator(".story-entry").first().waitFor();
    await look(desk, "real-case-story");
    await desk.goto(`${caseAddress}?tab=diagram`);
    await desk.locator("#diagram-steps").waitFor();
    await look(desk, "real-case-diagram");
    await desk.goto("/notifikasi");
    await desk.locator(".notification").first().waitFor();
    await look(desk, "real-notifications");

    // then
    expect({ findings, troubles: people.flatMap(({ troubles: own }) => own) }).toEqual({ findings: [], troubles: [] });
  }, 400_000);
});
