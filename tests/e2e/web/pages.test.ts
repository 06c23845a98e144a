import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Browser } from "playwright-core";
import { accessibilityFindings } from "../support/accessibility.js";
import { launchBrowser, openPage, picture, screens, type Screen } from "../support/browser.js";
import { builtPages } from "../support/built-pages.js";
import { someUser } from "../support/mock-people.js";
import { type MockServer, startMockServer } from "../support/mock-server.js";

const task = "2251799813700000";

/** Every page with what must be on it before it is looked at. */
const pages: readonly { name: string; path: string; shows: string; signedOut?: boolean }[] = [
  { name: "sign-in", path: "/masuk", shows: "Masuk ke Alur", signedOut: true },
  { name: "activation", path: "/aktivasi", shows: "Aktivasi akun", signedOut: true },
  { name: "verification", path: "/verifikasi/doc-1", shows: "Dokumen ini diterbitkan melalui Alur", signedOut: true },
  { name: "tasks", path: "/tugas", shows: "Periksa prasyarat DUPAK" },
  { name: "tasks-empty", path: "/tugas?search=tidakada", shows: "Tidak ada tugas yang cocok" },
  { name: "task", path: `/tugas/${task}`, shows: "Jumlah halaman" },
  { name: "cases", path: "/berkas", shows: "DUPAK-2026-0003" },
  { name: "case-sheet", path: "/berkas/case-1", shows: "I. Pendidikan" },
  { name: "case-story", path: "/berkas/case-1?tab=kisah", shows: "mengembalikan DUPAK" },
  { name: "case-diagram", path: "/berkas/case-1?tab=diagram", shows: "Sudah dilalui" },
  { name: "case-documents", path: "/berkas/case-1?tab=dokumen", shows: "Hasil Penilaian Angka Kredit" },
  { name: "case-files", path: "/berkas/case-1?tab=lampiran", shows: "sk-jabatan.pdf" },
  { name: "starts", path: "/mulai", shows: "Anda sudah memiliki NIWN." },
  { name: "start", path: "/mulai/contoh/dupak", shows: "Jumlah halaman" },
  { name: "profile", path: "/profil", shows: "Widyaiswara Ahli Utama" },
  { name: "notifications", path: "/notifikasi", shows: "Tandai semua sudah dibaca" },
  { name: "users", path: "/pengguna", shows: "Terkunci sementara" },
  { name: "reference", path: "/referensi", shows: "Menyusun bahan ajar 1" },
  { name: "history", path: "/riwayat", shows: "Riwayat utuh" },
  { name: "operations", path: "/operasi", shows: "Pencetakan HPAK gagal" },
  { name: "operations-outbox", path: "/operasi?tab=pesan", shows: "Ditolak, tidak dicoba lagi sendiri" },
  { name: "print-runs", path: "/cetak", shows: "PAK periode Desember 2025" },
  { name: "print-run", path: "/cetak/run-1", shows: "24,5 dokumen per detik" },
  { name: "print-run-stopped", path: "/cetak/run-2", shows: "Pencetakan terhenti dengan sendirinya" },
  { name: "not-found", path: "/entah", shows: "Alamat ini tidak menuju halaman apa pun" },
  { name: "studio", path: "/studio", shows: "Registrasi NIWN" },
  { name: "studio-process", path: "/studio/proses/dupak-online", shows: "versi 1" },
];

describe("pages of the web application", () => {
  let browser: Browser;
  let server: MockServer;

  beforeAll(async () => {
    browser = await launchBrowser();
    server = await startMockServer(builtPages());
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  describe.each(Object.keys(screens) as Screen[])("at the size of a %s", (screen) => {
    it.each(pages)(
      "should show $name without console errors or serious findings of axe",
      async ({ name, path, shows, signedOut }) => {
        // given
        server.state.user = signedOut === true ? null : someUser();
        const { page, context, troubles } = await openPage(browser, server.url, screen);

        // when
        await page.goto(path);
        await page.getByText(shows).first().waitFor();
        if (name === "case-diagram") await page.locator("#diagram-steps").waitFor();
        if (name === "studio-process") await page.locator(".djs-shape").first().waitFor();
        await picture(page, `${screen}-${name}`);
        const findings = await accessibilityFindings(page, [".djs-container"]);
        const overflow = (await page.evaluate(
          "document.documentElement.scrollWidth - document.documentElement.clientWidth",
        )) as number;
        await context.close();

        // then
        expect({ troubles, findings, overflow }).toEqual({ troubles: [], findings: [], overflow: 0 });
      },
    );
  });
});
