import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { databaseKinds } from "../../support/database.js";
import { Office, ok, Person } from "./journey.js";

describe.each(databaseKinds)("the grade of one person on %s", (kind) => {
  let office: Office;
  let perawat: Person;
  beforeAll(async () => {
    office = await Office.open(kind);
    perawat = await Person.signIn(office.world, "perawat1");
  }, 120_000);
  afterAll(() => office.close());

  const faults = (answer: { readonly body: { readonly errors?: readonly { readonly path: string }[] } }): string[] =>
    (answer.body.errors ?? []).map(({ path }) => path);

  it("should offer the functional officials of one's own unit or instansi by name or NIP, and nobody to others", async () => {
    const found = async (person: Person, search: string): Promise<readonly string[]> =>
      ok(await person.browser.get(`/api/angka-kredit/pegawai?search=${encodeURIComponent(search)}`)).map(
        ({ nip }: { nip: string }) => nip,
      );
    const elsewhere = await office.world.alur.services.db.read((tx) =>
      tx.manager.query<{ nip: string }[]>(
        "SELECT nip FROM kepegawaian_pegawai WHERE instansiId <> 'instansi-bukit-lestari' AND jenjang IS NOT NULL",
      ),
    );
    for (const person of [office.penilai, office.admin]) {
      expect(await found(person, "")).toContain(office.nip("perawat1"));
      expect(await found(person, elsewhere[0]?.nip ?? "")).toEqual([]);
    }
    expect(await found(office.penilai, office.nip("perawat1").slice(0, 12))).toEqual([office.nip("perawat1")]);
    expect((await perawat.browser.get("/api/angka-kredit/pegawai")).status).toBe(403);
    // who is in no position with levels, or has left, is found by the whole NIP
    const admin = office.nip("admin-bl");
    expect(await found(office.admin, admin.slice(0, 17))).toEqual([]);
    expect(await found(office.admin, admin)).toEqual([admin]);
  });

  it("should go through check, return, repair and determination to the papers", async () => {
    // given
    const { caseId } = ok(await office.penilai.start("konversi", office.entry("perawat1", 2023, "BAIK")));
    // when
    await office.admin.do(caseId, "CheckKonversi", {
      keputusan: "KEMBALIKAN",
      alasan: "Predikat pada SKP Sangat Baik.",
    });
    await office.penilai.do(caseId, "RepairPredikat", {
      keputusan: "PERBAIKI",
      ...office.entry("perawat1", 2023, "SANGAT_BAIK"),
    });
    await office.admin.do(caseId, "CheckKonversi", { keputusan: "SETUJUI" });
    expect((await office.penilai.facts(caseId))["Angka kredit"]).toBe("12/12 × 150% × 12,500 = 18,750");
    await office.penilai.do(caseId, "DetermineKonversi", { keputusan: "TETAPKAN" });
    await office.penilai.becomes(caseId, "DITETAPKAN");
    // then
    const [konversi] = await office.penilai.texts(caseId, "konversi");
    expect(konversi).toContain("Sangat Baik 150% 12,500 18,750");
    expect(konversi).toContain("/KONV/2026");
    expect(await office.penilai.texts(caseId, "akumulasi")).toHaveLength(1);
    expect(await perawat.path(caseId)).toEqual([
      "PredikatEntered",
      "LookUpPercentage",
      "CheckKonversi",
      "CheckDecision",
      "RepairPredikat",
      "RepairDecision",
      "LookUpPercentage",
      "CheckKonversi",
      "CheckDecision",
      "DetermineKonversi",
      "DetermineDecision",
      "ConvertPredikat",
      "ConvertDecision",
      "PrintKonversi",
      "AssessCredit",
      "DecideEntitlement",
      "EntitlementDecision",
      "CloseKonversi",
      "KonversiClosed",
    ]);
    const told = (await perawat.notifications()).map(({ title }) => title);
    expect(told).toContain("Konversi predikat kinerja terbit");
  }, 120_000);

  it("should convert periods within a year and name what is wrong with an entry", async () => {
    // given A-01: January and February 2024 Baik after a full year of Sangat Baik
    await office.converted(office.entry("perawat1", 2024, "BAIK", [1, 2]));
    const account = await office.converted(office.entry("perawat1", 2024, "BAIK", [3, 5]));
    expect(account).not.toBe("");
    // then
    const again = await office.penilai.start("konversi", office.entry("perawat1", 2024, "KURANG", [5, 6]));
    expect(faults(again)).toEqual(["data.bulanMulai"]);
    expect(again.body.detail).toContain(account);
    expect(faults(await office.penilai.start("konversi", office.entry("perawat1", 2022, "BAIK")))).toEqual([
      "data.tahun",
    ]);
    expect(faults(await office.penilai.start("konversi", office.entry("kadinkes-bl", 2025, "BAIK")))).toContain(
      "data.nip",
    );
    expect((await perawat.start("konversi", office.entry("perawat2", 2025, "BAIK"))).status).toBeGreaterThanOrEqual(
      400,
    );
  }, 120_000);

  it("should replace a determined conversion by a correction that names it and frees its months", async () => {
    // given
    const nomor = await office.converted(office.entry("perawat2", 2024, "KURANG"));
    const data = office.entry("perawat2", 2024, "BAIK", [1, 12], { jenis: "KOREKSI", nomorLama: nomor });
    expect((await office.penilai.start("konversi", data)).status).toBe(400); // no reason
    expect(
      faults(await office.penilai.start("konversi", { ...data, nomorLama: "X", alasan: "Salah baca SKP." })),
    ).toEqual(["data.nomorLama"]);
    // when
    const caseId = await office.convert({ ...data, alasan: "Salah membaca evaluasi kinerja." });
    await office.penilai.becomes(caseId, "DITETAPKAN");
    // then
    expect((await office.penilai.facts(caseId))["Mengoreksi konversi"]).toBe(nomor);
    const [printed] = await office.penilai.texts(caseId, "konversi");
    expect(printed).toContain(nomor);
    const [sum] = await office.penilai.texts(caseId, "akumulasi");
    expect(sum).toContain("12,500");
    expect(sum).not.toContain("18,750"); // 6,250 of the replaced one does not count
    const twice = await office.penilai.start("konversi", { ...data, alasan: "Sekali lagi dikoreksi." });
    expect(twice.body.detail).toContain("sudah dikoreksi dengan nomor");
  }, 120_000);

  it("should offer a PAK once the credit is enough, record it, and free its periods when it is cancelled", async () => {
    // given 18,75 + 10,417 … perawat1 needs 50 at III/a
    await office.converted(office.entry("perawat1", 2024, "SANGAT_BAIK", [6, 12]));
    const caseId = await office.convert(office.entry("perawat1", 2025, "SANGAT_BAIK"));
    // when
    expect(await perawat.sees(caseId, "DeterminePak")).toBe(false);
    await office.penilai.becomes(caseId, "MENUNGGU_PAK");
    await office.penilai.do(caseId, "DeterminePak", { keputusan: "TERBITKAN" });
    await office.penilai.becomes(caseId, "PAK_TERBIT");
    // then 18,750 + 5/12 × 12,5 (5,208) + 7/12 × 18,75 (10,938) + 18,750
    const [pak] = await office.penilai.texts(caseId, "pak");
    expect(pak).toContain("53,646");
    const nomor = /800\.1\.3\.2\/\d{5}\/PAK\/2026/.exec(pak ?? "")?.[0] ?? "";
    const inside = (await office.penilai.facts(caseId))["Nomor konversi"] ?? "";
    const correction = office.entry("perawat1", 2025, "BAIK", [1, 12], { jenis: "KOREKSI", nomorLama: inside });
    const refused = await office.penilai.start("konversi", { ...correction, alasan: "Salah membaca evaluasi." });
    expect(refused.body.detail).toContain(nomor);
    // when
    const asked = ok(
      await office.admin.start("pembatalan-pak", { nomor, alasan: "Predikat 2025 keliru dibaca." }),
    ).caseId;
    expect(await office.penilai.taskFacts(asked, "DecideCancellation")).toMatchObject({
      "Nomor PAK": nomor,
      "Masa penilaian": "Januari 2023 s/d Desember 2025",
      "Angka kredit kumulatif": "53,646",
      "Untuk kenaikan ke": "III/b",
      "Alasan usul pembatalan": "Predikat 2025 keliru dibaca.",
    });
    await office.penilai.do(asked, "DecideCancellation", {
      keputusan: "BATALKAN",
      alasan: "Predikat 2025 keliru dibaca.",
    });
    await office.penilai.becomes(asked, "DIBATALKAN");
    expect((await office.penilai.facts(asked))["Dibatalkan"]).toContain("Predikat 2025 keliru dibaca.");
    // then the months are free, the correction goes through, and the credit is not enough any more: 47,396
    const corrected = await office.convert({ ...correction, alasan: "Salah membaca evaluasi." });
    await office.penilai.becomes(corrected, "DITETAPKAN");
    expect((await office.penilai.facts(corrected))["Kebutuhan kenaikan pangkat"]).toBe("50,000 (kurang 2,604)");
    const twice = await office.admin.start("pembatalan-pak", { nomor, alasan: "Sekali lagi dibatalkan." });
    expect(twice.body.detail).toContain("sudah dibatalkan");
  }, 180_000);

  it("should reckon with AK dasar or a proportional target, never both, and count a degree once", async () => {
    // given perawat2 is III/b: without an opening balance nothing can be told
    const before = await office.convert(office.entry("perawat2", 2023, "BAIK"));
    await office.penilai.becomes(before, "DITETAPKAN");
    expect((await office.penilai.facts(before))["Saldo awal"]).toContain("Belum dicatat");
    const balance = { jenis: "SALDO", nip: office.nip("perawat2"), golonganMasuk: "III/b" };
    for (const akIntegrasi of ["287.500", "12.5", "-1", "0x10", "1,2345"]) {
      const typed = await office.admin.start("saldo-awal", { ...balance, presentasi: "AK_DASAR", akIntegrasi });
      expect(faults(typed)).toEqual(["data.akIntegrasi"]);
    }
    const both = await office.admin.start("saldo-awal", { ...balance, presentasi: "PROPORSIONAL", akDasar: "50" });
    expect(both.status).toBe(201); // the form hides and drops AK dasar with a proportional target
    expect((await office.admin.facts(both.body.caseId))["Penyajian"]).toContain("Target proporsional");
    expect((await office.penilai.facts(before))["Kebutuhan kenaikan pangkat"]).toBe("50,000 (kurang 25,000)");
    const twice = await office.admin.start("saldo-awal", { ...balance, presentasi: "AK_DASAR" });
    expect(twice.body.detail).toContain("sudah dicatat");
    const wrong = await office.admin.start("saldo-awal", {
      ...balance,
      nip: office.nip("perawat3"),
      presentasi: "AK_DASAR",
    });
    expect(faults(wrong)).toEqual(["data.golonganMasuk"]);
    // when
    const degree = { jenis: "IJAZAH", nip: office.nip("perawat2"), tingkat: "S2" };
    ok(await office.admin.start("saldo-awal", degree));
    // then 25 % of 50
    expect((await office.penilai.facts(before))["Angka kredit kumulatif"]).toBe("37,500");
    expect((await office.admin.start("saldo-awal", degree)).body.detail).toContain("hanya sekali");
    expect(faults(await office.admin.start("saldo-awal", { ...degree, tingkat: "S1" }))).toEqual(["data.tingkat"]);
  }, 120_000);

  it("should offer a postponed PAK again with the next conversion, and not twice for one need", async () => {
    // given Ahli Muda III/c of the lowest golongan: 2023 to 2025 Sangat Baik = 112,5
    for (const tahun of [2023, 2024]) await office.converted(office.entry("perawat3", tahun, "SANGAT_BAIK"));
    const caseId = await office.convert(office.entry("perawat3", 2025, "SANGAT_BAIK"));
    await office.penilai.do(caseId, "DeterminePak", { keputusan: "TUNDA" });
    await office.penilai.becomes(caseId, "DITETAPKAN");
    expect(await office.penilai.texts(caseId, "pak")).toEqual([]);
    // when a further month is determined the PAK is offered again
    const next = await office.convert(office.entry("perawat3", 2026, "BAIK", [1, 1]));
    await office.penilai.do(next, "DeterminePak", { keputusan: "TERBITKAN" });
    await office.penilai.becomes(next, "PAK_TERBIT");
    // then all periods are counted
    const [pak] = await office.penilai.texts(next, "pak");
    expect(pak).toContain("114,583");
    expect(pak).toContain("III/d");
    // and the same need is not met twice
    const after = await office.convert(office.entry("perawat3", 2026, "BAIK", [2, 2]));
    await office.penilai.becomes(after, "DITETAPKAN");
  }, 180_000);
});
