import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { type AlurWorld, openAlur } from "../../support/alur.js";
import { accessibilityFindings } from "../support/accessibility.js";
import { attach, complete, openTask, paste, pdf, signInAt } from "../support/at-work.js";
import { launchBrowser, type OpenPage, picture, type Screen } from "../support/browser.js";
import { builtPages } from "../support/built-pages.js";

/** The printed form as a JFK keeps it in a spreadsheet: its nine headings, their numbers, and what is computed. */
const FORM = [
  "No\tKode Kegiatan\tUraian Kegiatan\tTanggal\tSatuan Hasil\tJumlah Volume Kegiatan\tAngka Kredit\tJumlah AK\tKeterangan/Bukti fisik",
  "1\t2\t3\t4\t5\t6\t7\t8\t9",
];
const formLine = (at: number, kode = "212109006", tanggal = "2 s/d 8 Maret 2021", volume = "1"): string =>
  `${at}.\t${kode}\tMendata kesejahteraan ${at}\t${tanggal}\tdata\t${volume}\t0,003\t0,003\tpertama`;

describe("e-DUPAK through the pages of the real platform", () => {
  let world: AlurWorld;
  let browser: Browser;
  const people: OpenPage[] = [];
  const findings: string[] = [];

  const signIn = async (username: string, screen: Screen = "desk"): Promise<Page> => {
    const opened = await signInAt(browser, world, username, screen);
    people.push(opened);
    return opened.page;
  };
  const look = async (page: Page, name: string): Promise<void> => {
    await picture(page, name);
    findings.push(...(await accessibilityFindings(page)).map((line) => `${name}: ${line}`));
  };
  /** The same page as a phone shows it. */
  const narrow = async (page: Page, name: string): Promise<void> => {
    const size = page.viewportSize();
    await page.setViewportSize({ width: 390, height: 844 });
    await look(page, name);
    if (size !== null) await page.setViewportSize(size);
  };
  const cell = (page: Page, column: string, line: number) =>
    page.getByLabel(`${column}, baris ${line}`, { exact: true });
  const openGrid = async (page: Page): Promise<void> => {
    await page.getByRole("button", { name: "Isi banyak" }).click();
    await page.locator('[data-cell="0.kode"]:focus').waitFor();
  };
  const openMonth = async (page: Page, month: string): Promise<void> => {
    await page.goto("/mulai/edupak/inventarisasi");
    const field = page.locator(".formio-component-bulan");
    await field.locator(".choices__inner, .form-control").first().click();
    await field.getByRole("option", { name: month, exact: true }).first().click();
    await page.getByRole("button", { name: "Kirim", exact: true }).click();
    await page.waitForURL("**/berkas/**");
    await page.getByRole("link", { name: "Isi dan ajukan inventarisasi" }).click();
    await page.locator(".completion-bar").waitFor();
  };
  const rows = (page: Page) => page.locator(".sheet-open");
  /** What the foot of the sheet says over all. */
  const total = (page: Page): Promise<string> => page.locator(".sheet-table tfoot tr").last().innerText();
  const totalIs = async (page: Page, text: string): Promise<void> =>
    page.locator(".sheet-table tfoot tr").last().getByText(text, { exact: true }).first().waitFor();

  beforeAll(async () => {
    builtPages();
    browser = await launchBrowser();
    world = await openAlur();
  }, 180_000);
  afterAll(async () => {
    for (const [index, { page }] of people.entries()) await picture(page, `edupak-end-${index}`);
    await Promise.all(people.map(({ context }) => context.close()));
    await browser.close();
    await world.close();
  });

  it("should fill a month from the one before, by keyboard and with evidence, and lose nothing on reload", async () => {
    // given
    const jfk = await signIn("jfk2");
    await openMonth(jfk, "Februari 2021");

    // when
    await jfk.getByRole("button", { name: "Salin kegiatan Januari 2021" }).click();
    await jfk.getByText("Belum ada bukti fisik").nth(2).waitFor();
    expect(await rows(jfk).count()).toBe(3);
    await openGrid(jfk);
    for (const [kode, volume] of [
      ["212109006", "10"],
      ["212111011", "2"],
    ] as const) {
      await jfk.keyboard.type(kode);
      await jfk.keyboard.press("Tab");
      await jfk.keyboard.press("Tab");
      await jfk.keyboard.type("15-02-2021");
      await jfk.keyboard.press("Tab");
      await jfk.keyboard.press("Tab");
      await jfk.keyboard.type(volume);
      await jfk.keyboard.press("Enter");
    }
    await look(jfk, "edupak-grid");
    await jfk.keyboard.press("Control+Enter");
    await jfk.getByText("2 butir ditambahkan").waitFor();

    // then: 0,144 + 0,100 + 0,300 copied, 0,030 + 0,020 typed
    await totalIs(jfk, "0,594");
    await rows(jfk).first().click();
    const panel = jfk.getByRole("dialog");
    await panel.getByLabel("Unggah berkas").setInputFiles(pdf("bukti-0.pdf"));
    await panel.getByRole("button", { name: "Tampilkan bukti-0.pdf" }).waitFor();
    await look(jfk, "edupak-row");
    await panel.getByRole("button", { name: "Tutup" }).click();
    await panel.waitFor({ state: "detached" });

    // one file for the other four, without the mouse
    await jfk.getByRole("button", { name: "Lampirkan ke banyak" }).focus();
    await jfk.keyboard.press("Enter");
    await panel.getByText("Pilih berkas").waitFor(); // not the browser's own words
    await panel.getByLabel("Berkas bukti").setInputFiles(pdf("surat-tugas.pdf"));
    await panel.getByText("surat-tugas.pdf", { exact: true }).waitFor();
    await panel.getByRole("checkbox").first().focus();
    await jfk.keyboard.press("Space");
    await panel.getByRole("button", { name: "Lampirkan bukti ke 1 butir" }).waitFor();
    await panel.getByRole("button", { name: "Pilih yang belum ada bukti (4)" }).focus();
    await jfk.keyboard.press("Enter");
    await look(jfk, "edupak-attach-many");
    await narrow(jfk, "edupak-attach-many-phone");
    await panel.getByRole("button", { name: "Lampirkan bukti ke 4 butir" }).focus();
    await jfk.keyboard.press("Enter");
    await jfk.getByText("Bukti dilampirkan ke 4 butir").waitFor();
    await panel.waitFor({ state: "detached" });
    await jfk.reload();
    await totalIs(jfk, "0,594");
    expect(await rows(jfk).count()).toBe(5);
    expect(await jfk.getByText("Belum ada bukti fisik").count()).toBe(0);
    await look(jfk, "edupak-month");
    await jfk.getByLabel("Ajukan kepada atasan langsung").check();
    await jfk.getByLabel(/Kegiatan ini benar/).check();
    await complete(jfk);
  }, 180_000);

  it("should take 200 rows of the printed form from a spreadsheet, and name the bad ones cell by cell", async () => {
    // given
    const jfk = await signIn("jfk1");
    await openMonth(jfk, "Maret 2021");
    await openGrid(jfk);
    const lines = Array.from({ length: 200 }, (_, index) => formLine(index + 1));
    lines[9] = formLine(10, "212109006", "31 Februari 2021");
    lines[99] = formLine(100, "999999999");
    lines[149] = formLine(150, "212109006", "5 April 2021");
    lines[199] = formLine(200, "212109006", "2 s/d 8 Maret 2021", "0");

    // when: what the page can tell
    await paste(jfk, [...FORM, ...lines].join("\n"));
    await jfk.getByRole("button", { name: "Simpan 200 butir" }).click();
    await jfk.locator('[data-cell="9.tanggalMulai"]:focus').waitFor();
    expect(await cell(jfk, "Tanggal selesai", 1).inputValue()).toBe("8 Maret 2021");
    await picture(jfk, "edupak-paste-date");
    await cell(jfk, "Tanggal mulai", 10).fill("10-03-2021");

    // when: what only the server knows
    await jfk.getByRole("button", { name: "Simpan 200 butir" }).click();
    await jfk.locator('[data-cell="99.kode"]:focus').waitFor();
    await jfk.getByText("Tanggal 5 April 2021 di luar bulan Maret 2021").waitFor();
    expect(await jfk.locator("[aria-invalid=true]").count()).toBe(3);
    await picture(jfk, "edupak-paste-server");
    await cell(jfk, "Kode kegiatan", 100).fill("212109006");
    await cell(jfk, "Tanggal mulai", 150).fill("5-3-2021");
    await cell(jfk, "Jumlah volume", 200).fill("1");
    await jfk.getByRole("button", { name: "Simpan 200 butir" }).click();

    // then
    await jfk.getByText("200 butir ditambahkan").waitFor();
    await totalIs(jfk, "0,600");
    await jfk.reload();
    await totalIs(jfk, "0,600");
    expect(await rows(jfk).count()).toBe(200);

    // and a month without evidence is not sent, in a sentence that one can read
    await jfk.getByLabel("Ajukan kepada atasan langsung").check();
    await jfk.getByLabel(/Kegiatan ini benar/).check();
    await jfk.locator(".completion-bar").getByRole("button", { name: "Selesaikan" }).click();
    await jfk
      .getByText(/^200 kegiatan belum mempunyai bukti fisik: .*, dan 195 lainnya/)
      .first()
      .waitFor();
    await picture(jfk, "edupak-no-evidence");
    await jfk.getByRole("button", { name: "Lampirkan ke banyak" }).click();
    const panel = jfk.getByRole("dialog");
    await panel.getByLabel("Berkas bukti").setInputFiles(pdf("daftar-hadir.pdf"));
    await panel.getByRole("button", { name: "Pilih semua (200)" }).click();
    await panel.getByRole("button", { name: "Lampirkan bukti ke 200 butir" }).click();
    await jfk.getByText("Bukti dilampirkan ke 200 butir").waitFor();
    await complete(jfk);
  }, 400_000);

  it("should carry a DUPAK over superior, proposer and secretariat to scores row by row with running totals", async () => {
    // given: January of the demo, sent on a phone
    const jfk = await signIn("jfk2", "phone");
    await openTask(jfk, "Isi dan ajukan inventarisasi");
    await jfk.getByLabel("Ajukan kepada atasan langsung").check();
    await jfk.getByLabel(/Kegiatan ini benar/).check();
    await complete(jfk);
    const atasan = await signIn("atasan-jfk");
    // two months of this JFK, and the one of 200 rows
    for (let month = 0; month < 3; month++) {
      await openTask(atasan, "Setujui inventarisasi");
      await look(atasan, "edupak-approve");
      await atasan.getByRole("radio", { name: "Setujui" }).check();
      await complete(atasan);
    }

    // an approved month can be opened again where nobody has a task on it
    await jfk.goto("/berkas");
    await jfk
      .getByRole("link", { name: /^INV-2021-02/ })
      .first()
      .click();
    await jfk.getByRole("button", { name: "Buka kembali untuk diperbaiki" }).waitFor();
    await look(jfk, "edupak-reopen-phone");

    // when
    await jfk.goto("/mulai/edupak/dupak");
    await jfk.locator(".formio-component-masaSelesai option[value='2021-02']").waitFor({ state: "attached" });
    await look(jfk, "edupak-start-phone");
    await jfk.getByRole("button", { name: "Kirim", exact: true }).click();
    await jfk.waitForURL("**/berkas/**");
    await openTask(jfk, "Susun dan kirim DUPAK");
    await jfk.getByRole("radio", { name: "Kirim kepada atasan langsung" }).check();
    await attach(jfk, "Salinan keputusan kenaikan pangkat", "sk-pangkat.pdf");
    await attach(jfk, "Salinan keputusan jabatan", "sk-jabatan.pdf");
    await attach(jfk, "Penilaian kinerja", "penilaian-kinerja.pdf");
    await attach(jfk, "PAK masa penilaian sebelumnya", "pak.pdf");
    await jfk.getByLabel(/Isi DUPAK ini benar/).check();
    await look(jfk, "edupak-compose-phone");
    await complete(jfk);
    await openTask(atasan, "Setujui DUPAK (atasan langsung)");
    await atasan.getByRole("radio", { name: /^Setujui/ }).check();
    await complete(atasan);
    const pejabat = await signIn("pejabat-jfk");
    await openTask(pejabat, "Usulkan DUPAK (pejabat pengusul)");
    await pejabat.getByRole("radio", { name: /^Tanda tangani/ }).check();
    await complete(pejabat);

    // the secretariat checks the papers beside their links
    const sekretariat = await signIn("sekretariat-jfk");
    await openTask(sekretariat, "Terima DUPAK: periksa NIP");
    await sekretariat.getByRole("radio", { name: /^Terima/ }).check();
    const nip = await sekretariat.locator(".facts div").filter({ hasText: "NIP" }).first().locator("dd").innerText();
    await sekretariat.locator(".formio-component-nip input").fill(nip);
    await complete(sekretariat);
    await openTask(sekretariat, "Verifikasi DUPAK");
    for (const paper of ["sk-pangkat.pdf", "pak.pdf", /^800\/0001\/2026$/]) {
      const link = sekretariat.locator(".facts").getByRole("link", { name: paper }).first();
      const file = await sekretariat.context().request.get((await link.getAttribute("href")) ?? "");
      expect(file.headers()["content-type"]).toBe("application/pdf");
    }
    for (const box of await sekretariat.getByRole("checkbox").all()) await box.check();
    await sekretariat.getByRole("radio", { name: /^Lanjutkan/ }).check();
    await look(sekretariat, "edupak-verify");
    await complete(sekretariat);

    // an assessor scores row by row
    const penilai = await signIn("penilai-jfk1");
    await openTask(penilai, "Penilaian sementara");
    expect(await total(penilai)).toContain("1,138");
    await rows(penilai).first().click();
    const panel = penilai.getByRole("dialog");
    const scores = [
      ["0,144", "0,144"],
      ["0,100", "0,244"],
      ["0,200", "0,444"],
    ] as const;
    for (const [at, [score, running]] of scores.entries()) {
      await panel.getByText(`butir ${at + 1} dari 8`).waitFor();
      await panel.getByLabel("Nilai sementara").fill(score);
      if (at === 2) {
        await penilai.keyboard.press("Control+Enter");
        await panel
          .getByText(/Alasan wajib/)
          .first()
          .waitFor();
        await panel.getByLabel("Alasan", { exact: true }).fill("Satu jabatan tanpa laporan peninjauan");
        await look(penilai, "edupak-score");
      }
      await penilai.keyboard.press("Control+Enter");
      await totalIs(penilai, running);
    }
    await panel.getByRole("button", { name: "Tutup" }).click();
    await panel.waitFor({ state: "detached" });

    // and the rest as proposed, without the mouse
    await penilai.getByRole("button", { name: "Nilai sisanya sesuai usul" }).focus();
    await penilai.keyboard.press("Enter");
    await panel.getByText(/^5 butir yang belum dinilai/).waitFor();
    await look(penilai, "edupak-score-rest");
    await narrow(penilai, "edupak-score-rest-phone");
    await panel.getByRole("button", { name: "Nilai sisanya sesuai usul" }).focus();
    await penilai.keyboard.press("Enter");
    await penilai.getByText("8 dari 8 butir selesai").waitFor();
    await totalIs(penilai, "1,038");
    await panel.waitFor({ state: "detached" });
    await look(penilai, "edupak-scored");
    await penilai.getByLabel(/Saya tidak mempunyai benturan kepentingan/).check();
    await penilai.getByLabel("Catatan anggota tim penilai").fill("Bukti lengkap kecuali satu jabatan.");
    await complete(penilai);

    // then
    expect({ findings, troubles: people.flatMap(({ troubles }) => troubles) }).toEqual({ findings: [], troubles: [] });
  }, 400_000);
});
