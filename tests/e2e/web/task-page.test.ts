import { beforeEach, describe, expect, it } from "@jest/globals";
import { accessibilityFindings } from "../support/accessibility.js";
import { picture } from "../support/browser.js";
import { type MockedPage, mockedPages } from "../support/mocked-pages.js";

/** A task of mine with a form and no sheet. */
const key = "2251799813700001";

describe("task page", () => {
  const pages = mockedPages();
  let { server, opened, page } = {} as MockedPage;
  beforeEach(async () => {
    ({ server, opened, page } = await pages.open());
    await page.goto(`/tugas/${key}`);
    await page.getByLabel("Jumlah halaman").waitFor();
  });

  it("should keep what is typed as a draft on the server and show it again on another device", async () => {
    // when
    await page.getByLabel("Jumlah halaman").fill("12");
    await page.getByText(/Draf tersimpan pukul/).waitFor();

    // then
    expect(server.state.drafts.get(key)?.data).toMatchObject({ jumlah: 12 });
    const other = await pages.another(server, "phone");
    await other.page.goto(`/tugas/${key}`);
    await other.page.getByLabel("Jumlah halaman").waitFor();
    expect(await other.page.getByLabel("Jumlah halaman").inputValue()).toBe("12");
    await other.context.close();
    expect(opened.troubles).toEqual([]);
  });

  it("should keep what is typed on the device without a connection and send it when it is back", async () => {
    // given
    await opened.context.setOffline(true);

    // when
    await page.getByLabel("Jumlah halaman").fill("7");
    await page.getByText("Tersimpan di perangkat ini").waitFor();
    await opened.context.setOffline(false);

    // then
    await page.getByText(/Draf tersimpan pukul/).waitFor();
    expect(server.state.drafts.get(key)?.data).toMatchObject({ jumlah: 7 });
  });

  it("should restore unsent input after the page was closed", async () => {
    // given
    server.state.faults.push({
      method: "PUT",
      path: /draft$/,
      status: 503,
      code: "UNAVAILABLE",
      title: "Layanan sedang tidak tersedia",
      detail: "",
      errors: [],
    });
    await page.getByLabel("Jumlah halaman").fill("33");
    await page.getByText("Tersimpan di perangkat ini").waitFor();

    // when
    await page.reload();

    // then
    await page.getByText("Isian yang belum terkirim dipulihkan").waitFor();
    await page.getByLabel("Jumlah halaman").waitFor();
    expect(await page.getByLabel("Jumlah halaman").inputValue()).toBe("33");
    await page.getByText(/Draf tersimpan pukul/).waitFor();
    expect(server.state.drafts.get(key)?.data).toMatchObject({ jumlah: 33 });
  });

  it("should not ask which draft counts when the server has this one: only its answer was lost", async () => {
    // given
    await page.getByLabel("Jumlah halaman").fill("14");
    await page.getByText(/Draf tersimpan pukul/).waitFor();
    const saved = server.state.drafts.get(key);
    server.state.drafts.set(key, { data: { ...saved?.data, jumlah: 15 }, revision: 7, savedAt: saved?.savedAt ?? 0 });

    // when
    const answered = (status: number) =>
      page.waitForResponse((response) => response.url().endsWith("/draft") && response.status() === status);
    const refused = answered(409);
    const taken = answered(200);
    await page.getByLabel("Jumlah halaman").fill("15");
    await Promise.all([refused, taken]);

    // then
    await page.getByText(/Draf tersimpan pukul/).waitFor();
    expect(await page.getByRole("dialog").count()).toBe(0);
    expect(server.state.drafts.get(key)).toMatchObject({ data: { jumlah: 15 }, revision: 8 });
  });

  it("should ask which draft counts when another device was newer", async () => {
    // given
    server.state.drafts.set(key, { data: { jumlah: 99 }, revision: 4, savedAt: server.state.now });

    // when
    await page.getByLabel("Jumlah halaman").fill("5");
    await page.getByRole("dialog").getByText("disimpan dari perangkat lain").waitFor();
    await picture(page, "draft-conflict");
    const findings = await accessibilityFindings(page);
    await page.getByRole("button", { name: "Pakai draf dari perangkat lain" }).click();

    // then
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect(await page.getByLabel("Jumlah halaman").inputValue()).toBe("99");
    expect(server.state.drafts.get(key)?.revision).toBe(4);
    expect(findings).toEqual([]);
  });

  it("should name what is wrong, lead to the field, and complete once it is right", async () => {
    // when
    await page.getByRole("button", { name: "Simpan keputusan" }).click();

    // then
    const summary = page.locator(".error-summary");
    await summary.getByText("Keputusan wajib diisi.").waitFor();
    await picture(page, "error-summary");
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(server.state.completions.has(key)).toBe(false);

    // when
    await page.getByLabel("Prasarat tidak sesuai").check();
    await page.getByLabel("Alasan pengembalian").fill("SK pangkat terakhir tidak terbaca.");
    await page.getByRole("button", { name: "Simpan keputusan" }).click();

    // then
    await page
      .getByText(/selesai/)
      .first()
      .waitFor();
    await page.waitForURL("**/tugas");
    expect(server.state.completions.get(key)).toMatchObject({
      keputusan: "KEMBALIKAN",
      alasan: "SK pangkat terakhir tidak terbaca.",
    });
    expect(opened.troubles).toEqual([]);
  });

  it("should show the server's messages at their fields", async () => {
    // given
    server.state.faults.push({
      method: "POST",
      path: /completion$/,
      status: 400,
      code: "BAD_INPUT",
      title: "Isian tidak sah",
      detail: "",
      errors: [{ path: "data.jumlah", message: "Jumlah halaman tidak sama dengan lampiran." }],
    });

    // when
    await page.getByLabel("Teruskan").check();
    await page.getByRole("button", { name: "Simpan keputusan" }).click();

    // then
    await page.getByText("Jumlah halaman tidak sama dengan lampiran.").nth(1).waitFor(); // at the field, and in the list
    await page.locator(".error-summary").getByText("Jumlah halaman tidak sama dengan lampiran.").click();
    expect(await page.evaluate("document.activeElement.name")).toContain("jumlah");
    expect(await page.getByText("Jumlah halaman tidak sama dengan lampiran.").count()).toBe(2);

    // when the field is changed, the list no longer speaks of it and the person stays in the field
    await page.keyboard.type("7");
    await page.locator(".error-summary").waitFor({ state: "detached" });
    expect(await page.evaluate("document.activeElement.name")).toContain("jumlah");
  });

  it("should let one sign in again in the middle of a form without losing input", async () => {
    // given
    await page.getByLabel("Teruskan").check();
    await page.getByLabel("Jumlah halaman").fill("21");
    server.state.expired = true;

    // when
    await page.getByRole("button", { name: "Simpan keputusan" }).click();
    await page.getByText("Sesi Anda telah berakhir").waitFor();
    await picture(page, "session-expired");
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.getByLabel("Kata sandi", { exact: true }).fill("kata sandi benar");
    await page.getByRole("button", { name: "Masuk" }).click();

    // then
    await page.waitForURL("**/tugas");
    expect(server.state.completions.get(key)).toMatchObject({ keputusan: "TERUSKAN", jumlah: 21 });
  });

  it("should not ask again by itself when a person puts the sign-in off, but when they send", async () => {
    // given
    await page.getByLabel("Teruskan").check();
    await page.getByText(/Draf tersimpan pukul/).waitFor();
    server.state.expired = true;
    await page.getByRole("button", { name: "Simpan keputusan" }).click();
    const asks = page.getByText("Sesi Anda telah berakhir");
    await asks.waitFor();

    // when
    await page.getByRole("button", { name: "Nanti saja" }).click();
    await page.getByLabel("Jumlah halaman").fill("21");
    await page.getByText("Tersimpan di perangkat ini").waitFor();

    // then
    expect(await asks.count()).toBe(0);
    await page.getByRole("button", { name: "Simpan keputusan" }).click();
    await asks.waitFor();
    await page.getByLabel("Kata sandi", { exact: true }).fill("kata sandi benar");
    await page.getByRole("button", { name: "Masuk" }).click();
    await page.waitForURL("**/tugas");
    expect(server.state.completions.get(key)).toMatchObject({ keputusan: "TERUSKAN", jumlah: 21 });
  });

  it("should say that somebody else was faster and leave the input on the page", async () => {
    // given
    await page.getByLabel("Teruskan").check();
    server.state.done.push(key);

    // when
    await page.getByRole("button", { name: "Simpan keputusan" }).click();

    // then
    await page.getByText("Tugas ini sudah diselesaikan.").waitFor();
    await page.getByText("Isian Anda tetap ada di halaman ini").waitFor();
    expect(await page.getByLabel("Teruskan").isChecked()).toBe(true);
  });

  it("should not blame somebody else for what the task itself refuses", async () => {
    // given
    const detail = "Kegiatan berikut belum mempunyai bukti fisik: kode 12 (Mengajar)";
    const fault = { status: 409, code: "INVALID_STATE", title: "Tidak dapat dilakukan", detail, errors: [] };
    server.state.faults.push({ method: "POST", path: /completion$/, ...fault });
    await page.getByLabel("Teruskan").check();

    // when
    await page.getByRole("button", { name: "Simpan keputusan" }).click();

    // then
    await page.getByText(detail).waitFor();
    expect(await page.getByText("Seseorang mungkin").count()).toBe(0);
  });

  it("should show the form for reading until the task is taken", async () => {
    // given
    await page.goto("/tugas/2251799813700002");

    // when
    await page.getByText("Ambil tugas ini terlebih dahulu").waitFor();
    expect(await page.getByRole("button", { name: "Simpan keputusan" }).count()).toBe(0);
    await page.getByRole("button", { name: "Ambil tugas" }).click();

    // then
    await page.getByRole("button", { name: "Simpan keputusan" }).waitFor();
    await page.getByText("Tugas Anda", { exact: true }).waitFor();
  });

  it("should keep prefilled values of hidden fields while the form is for reading", async () => {
    // given
    const free = "2251799813700002";
    server.state.prefill = { alasan: "Lampiran 3 tidak lengkap." };
    await page.goto(`/tugas/${free}`);
    await page.getByLabel("Jumlah halaman").waitFor();

    // when
    await page.getByRole("button", { name: "Ambil tugas" }).click();
    await page.locator(".completion-bar").waitFor();
    await page.getByLabel("Prasarat tidak sesuai").check();

    // then
    expect(await page.getByLabel("Alasan pengembalian").inputValue()).toBe("Lampiran 3 tidak lengkap.");
    expect(server.requests).not.toContain(`PUT /tasks/${free}/draft`);
  });

  it("should ask for the reason that an outcome needs when its button is pressed, and only then", async () => {
    // given
    server.state.form = {
      display: "form",
      components: [
        {
          type: "radio",
          key: "keputusan",
          label: "Keputusan",
          input: true,
          values: [
            { label: "Terima", value: "TERIMA" },
            { label: "Kembalikan", value: "KEMBALIKAN" },
          ],
          validate: { required: true },
        },
        {
          type: "textarea",
          key: "alasan",
          label: "Alasan pengembalian",
          input: true,
          conditional: { show: true, when: "keputusan", eq: "KEMBALIKAN" },
          validate: { required: true, minLength: 10 },
        },
        {
          type: "textfield",
          key: "nomor",
          label: "Nomor surat",
          input: true,
          conditional: { show: false, when: "keputusan", eq: "KEMBALIKAN" },
        },
        { type: "button", key: "balik", label: "Kembalikan", theme: "danger", properties: { keputusan: "KEMBALIKAN" } },
        { type: "button", key: "terima", label: "Terima", theme: "success", properties: { keputusan: "TERIMA" } },
      ],
    };
    await page.reload();
    await page.getByLabel("Nomor surat").waitFor();
    expect(await page.getByRole("radio").count()).toBe(0);
    const bar = page.locator(".completion-bar");

    // when the reason is not there yet
    await bar.getByRole("button", { name: "Kembalikan" }).click();
    await page.getByText("Lengkapi isian yang baru muncul, lalu tekan “Kembalikan” sekali lagi.").waitFor();
    await page.getByLabel("Nomor surat").waitFor({ state: "hidden" });
    expect(await page.locator(".error-summary").count()).toBe(0);
    await picture(page, "outcome-asks");
    expect(await accessibilityFindings(page)).toEqual([]);

    // when it stays empty
    await bar.getByRole("button", { name: "Kembalikan" }).click();
    await page.locator(".error-summary").getByText("Alasan pengembalian wajib diisi.").waitFor();
    expect(server.state.completions.has(key)).toBe(false);

    // when it is given
    await page.getByLabel("Alasan pengembalian").fill("SK pangkat tidak terbaca.");
    await bar.getByRole("button", { name: "Kembalikan" }).click();

    // then
    await page.waitForURL("**/tugas");
    expect(server.state.completions.get(key)).toMatchObject({
      keputusan: "KEMBALIKAN",
      alasan: "SK pangkat tidak terbaca.",
    });
    expect(opened.troubles).toEqual([]);
  });

  it("should complete once although the button is pressed twice", async () => {
    // given
    await page.getByLabel("Teruskan").check();

    // when
    await page.getByRole("button", { name: "Simpan keputusan" }).dblclick();

    // then
    await page.waitForURL("**/tugas");
    const sent = server.requests.filter((request) => request === `POST /tasks/${key}/completion`);
    expect(sent).toHaveLength(1);
    expect(opened.troubles).toEqual([]);
  });

  it("should keep the form when the connection is lost while completing, and complete when it is back", async () => {
    // given
    await page.getByLabel("Teruskan").check();
    await page.getByLabel("Jumlah halaman").fill("8");
    await opened.context.setOffline(true);

    // when
    await page.getByRole("button", { name: "Simpan keputusan" }).click();
    await page.getByText("Tidak ada sambungan ke server").first().waitFor();
    expect(await page.getByLabel("Jumlah halaman").inputValue()).toBe("8");
    await opened.context.setOffline(false);
    await page.getByRole("button", { name: "Simpan keputusan" }).click();

    // then
    await page.waitForURL("**/tugas");
    expect(server.state.completions.get(key)).toMatchObject({ keputusan: "TERUSKAN", jumlah: 8 });
  });

  it("should name a text for reading, so that screen readers say what it is", async () => {
    // given
    server.state.form = {
      display: "form",
      components: [
        { type: "textarea", key: "catatan", label: "Alasan pengembalian", input: true, disabled: true },
        { type: "number", key: "jumlah", label: "Jumlah halaman", input: true },
      ],
    };
    server.state.prefill = { catatan: "Lampiran 3 tidak lengkap." };

    // when
    await page.reload();
    await page.getByText("Lampiran 3 tidak lengkap.").waitFor();

    // then
    expect(await accessibilityFindings(page)).toEqual([]);
  });
});
