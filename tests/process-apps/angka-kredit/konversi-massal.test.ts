import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { PakRepository } from "../../../plugins/kepegawaian/plugin.js";
import { databaseKinds } from "../../support/database.js";
import { Office, ok, Person, readTable, type RowInput } from "./journey.js";

describe.each(databaseKinds)("grades of many people from a spreadsheet on %s", (kind) => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open(kind);
  }, 120_000);
  afterAll(() => office.close());

  it("should convert, print, issue the PAK that are due and sum up", async () => {
    // given: 4 years of Sangat Baik reach 50 (III/a), three levels in one table, one period in two halves
    const rows: RowInput[] = [
      ...[2023, 2024, 2025].map((tahun) => office.grade("perawat1", tahun, "Sangat Baik")),
      office.grade("perawat3", 2025, "Baik", [1, 5]),
      office.grade("perawat3", 2025, "sangat baik", [6, 12]),
      office.grade("perawat4", 2025, "Cukup"),
    ];
    // when
    const caseId = await office.penilai.uploadGrades(rows);
    await office.penilai.becomes(caseId, "MENUNGGU_PENETAPAN");
    expect(await office.determine(caseId)).toBe("SELESAI");
    // then
    const shown = await office.penilai.rows(caseId);
    expect(shown.map(({ values }) => values["angkaKredit"])).toEqual([
      "18.750",
      "18.750",
      "18.750",
      "10.417",
      "21.875",
      "3.750",
    ]);
    expect(new Set(shown.map(({ values }) => values["nomor"])).size).toBe(6);
    expect(shown.map(({ values }) => values["periode"]).slice(2, 5)).toEqual([
      "Januari s/d Desember 2025",
      "Januari s/d Mei 2025",
      "Juni s/d Desember 2025",
    ]);
    expect(shown[5]?.values).toMatchObject({ jenjang: "Terampil", nama: expect.stringMatching(/^\p{L}/u) });
    expect(await office.penilai.facts(caseId)).toMatchObject({ "Konversi tercetak": "6 dari 6", "PAK terbit": "1" });
    const konversi = await office.penilai.texts(caseId, "konversi");
    expect(konversi).toHaveLength(6);
    const akumulasi = await office.penilai.texts(caseId, "akumulasi");
    expect(akumulasi).toHaveLength(3); // one for each person, after the last conversion
    expect(akumulasi.join(" ")).toContain("32,292"); // 10,417 + 21,875: worked case A-04
    const [pak, ...others] = await office.penilai.texts(caseId, "pak");
    expect(others).toEqual([]);
    expect(pak).toContain("56,250");
    expect(pak).toContain("6,250"); // surplus over 50
    expect(pak).toContain("DAPAT DIPERTIMBANGKAN UNTUK KENAIKAN PANGKAT");
    expect(pak).toContain("III/b");
    const kept = await office.world.alur.services.db.read((tx) =>
      new PakRepository(tx.manager).riwayat(office.nip("perawat1")),
    );
    expect(kept).toMatchObject([
      { jenis: "KONVERSI", masaMulai: "2023-01", masaSelesai: "2025-12", akTotal: "56.250" },
    ]);
    const recap = await readTable(await office.penilai.factFile(caseId, "Unduh rekap"), [
      "NIP",
      "Nomor PAK",
      "Keterangan",
    ]);
    expect(recap).toHaveLength(6);
    expect(recap[0]?.["Nomor PAK"]).toBe(kept[0]?.nomor);
    const { items } = ok(await office.penilai.browser.get("/api/notifications"));
    const { items: runs } = ok(await office.penilai.browser.get("/api/print-runs"));
    expect(runs).toMatchObject([{ total: 10 }]); // 6 conversions, 3 accumulations, 1 PAK
    const finished = await office.world.eventually(
      async () => ok(await office.penilai.browser.get(`/api/print-runs/${runs[0].id}`)),
      ({ status }) => status === "FINISHED",
    );
    expect(finished).toMatchObject({ printed: 10, failed: 0 });
    expect(await office.penilai.documents(caseId)).toHaveLength(10); // nothing is printed twice
    expect(items.some(({ title }: { title: string }) => title === "Konversi massal selesai")).toBe(true);
  }, 120_000);

  it("should name every fault of every row, convert nothing, and take the repaired table", async () => {
    const nip = office.nip("perawat2");
    const faulty: readonly (readonly [RowInput, string, string])[] = [
      [{ ...office.grade("perawat2", 2025, "Baik"), NIP: "123" }, "NIP", "18 angka"],
      [{ ...office.grade("perawat2", 2025, "Baik"), NIP: `${nip.slice(0, 15)}888` }, "NIP", "pegawai yang tercatat"],
      [{ ...office.grade("perawat2", 2025, "Baik"), NIP: office.nip("admin-bl") }, "NIP", "unit kerja Anda"],
      [{ ...office.grade("perawat2", 2025, "Baik"), NIP: office.nip("kadinkes-bl") }, "NIP", "pegawai lain"],
      [office.grade("perawat2", 2022, "Baik"), "Tahun", "2023 atau sesudahnya"],
      [office.grade("perawat2", 2025, "Baik", [13, 13]), "Bulan Mulai", "bulan 1 sampai 12"],
      [office.grade("perawat2", 2025, "Baik", [8, 3]), "Bulan Selesai", "Agustus atau sesudahnya"],
      [office.grade("perawat2", 2026, "Baik", [1, 3]), "Bulan Selesai", "sudah berakhir"],
      [office.grade("perawat2", 2024, "Hebat"), "Predikat", "salah satu dari Sangat Baik"],
      [office.grade("perawat2", 2024, "Baik", [1, 12], { Jenjang: "Ahli Madya" }), "Jenjang", "Ahli Pertama sejak"],
      [office.grade("perawat2", 2024, "Baik", [1, 12], { Nama: "Orang Lain Sekali" }), "Nama", "nama pemilik NIP"],
      [office.grade("perawat1", 2025, "Baik", [1, 6]), "Bulan Mulai", "PAK nomor"], // counted above
      [office.grade("perawat3", 2025, "Baik", [5, 8]), "Bulan Mulai", "konversi nomor"],
    ];
    const good = office.grade("perawat2", 2023, "Baik");
    const double = office.grade("perawat2", 2023, "Kurang", [12, 12]);
    // when
    const caseId = await office.penilai.uploadGrades([good, double, ...faulty.map(([row]) => row)]);
    await office.penilai.becomes(caseId, "BERMASALAH");
    // then
    const shown = await office.penilai.rows(caseId);
    const noteOf = (baris: number): string =>
      shown
        .filter(({ values }) => Number(values["baris"]) === baris)
        .flatMap(({ notes }) => notes.map(({ text }) => text.id))
        .join(" | ");
    expect(noteOf(2)).toBe("");
    expect(noteOf(3)).toContain("Desember 2023 sudah dinilai Baik di baris 2");
    for (const [index, [, judul, expected]] of faulty.entries()) {
      expect(noteOf(index + 4)).toContain(expected);
      expect(noteOf(index + 4)).toContain(`${judul}: seharusnya`);
    }
    expect(noteOf(4)).toBe('NIP: seharusnya NIP yang benar (NIP harus 18 angka), tetapi tertulis "123"');
    const table = await readTable(await office.penilai.factFile(caseId, "Unduh baris bermasalah"), [
      "NIP",
      "Masalah",
      "Baris Asal",
    ]);
    expect(table).toHaveLength(faulty.length + 1);
    expect(table[1]).toMatchObject({ NIP: "123", "Baris Asal": "4" });
    expect(table[1]?.["Masalah"]).toContain("18 angka");
    // when only some faults are repaired, and the table carries the columns of the list of problems
    const again = [good, office.grade("perawat2", 2024, "Baik", [1, 12], { Masalah: "sudah diperbaiki" }), double];
    await office.penilai.do(caseId, "FollowUpProblems", {
      keputusan: "UNGGAH_ULANG",
      berkas: await office.penilai.table(again, [
        "NIP",
        "Tahun",
        "Bulan Mulai",
        "Bulan Selesai",
        "Predikat",
        "Masalah",
      ]),
    });
    const key = await office.penilai.task(caseId, "FollowUpProblems");
    const refused = await office.penilai.complete(key, { keputusan: "LANJUTKAN", tanpaBermasalah: false });
    expect(refused.body.errors?.[0]?.message ?? refused.body.detail).toContain("1 baris ditinggalkan");
    ok(await office.penilai.complete(key, { keputusan: "LANJUTKAN", tanpaBermasalah: true }));
    expect(await office.determine(caseId)).toBe("SELESAI");
    const numbers = (await office.penilai.rows(caseId)).map(({ values }) => values["nomor"]);
    expect(numbers.filter((nomor) => nomor !== null)).toHaveLength(2);
  }, 120_000);

  it("should say why a file is no table of grades, and let it be called off", async () => {
    // when
    const caseId = await office.penilai.uploadGrades([{ NIP: "1", Predikat: "Baik" }], ["NIP", "Predikat"]);
    await office.penilai.becomes(caseId, "BERMASALAH");
    // then
    expect((await office.penilai.facts(caseId))["Lembar kerja"]).toContain("Tahun");
    const key = await office.penilai.task(caseId, "FollowUpProblems");
    const refused = await office.penilai.complete(key, { keputusan: "LANJUTKAN", tanpaBermasalah: true });
    expect(refused.body.detail).toContain("Tidak ada baris yang dapat dilanjutkan");
    ok(await office.penilai.complete(key, { keputusan: "BATALKAN" }));
    await office.penilai.becomes(caseId, "DIBATALKAN");
  }, 120_000);

  it("should not let an official determine a batch with a grade of their own, and leave out what was taken meanwhile", async () => {
    // given an upload of the whole agency by its personnel office
    const rows = [office.grade("perawat4", 2024, "Baik"), office.grade("perawat4", 2023, "Baik")];
    const own = office.grade("kepala-bkpsdm-bl", 2025, "Baik", [1, 12], { Jenjang: "Ahli Madya" });
    const caseId = await office.admin.uploadGrades([...rows, own]);
    await office.admin.becomes(caseId, "MENUNGGU_PENETAPAN");
    const key = await office.penetap.task(caseId, "DetermineBatch");
    // when
    const refused = await office.penetap.complete(key, { keputusan: "TETAPKAN", terbitkanPak: true });
    // then
    expect(refused.status).toBe(403);
    expect(refused.body.detail).toContain("predikat Anda sendiri");
    ok(await office.penetap.complete(key, { keputusan: "KEMBALIKAN", alasan: "Keluarkan baris saya sendiri." }));
    await office.admin.do(caseId, "FollowUpProblems", {
      keputusan: "UNGGAH_ULANG",
      berkas: await office.admin.table(rows),
    });
    await office.admin.becomes(caseId, "MENUNGGU_PENETAPAN");
    // given the superior determines one of the years in between
    const nomor = await office.converted(office.entry("perawat4", 2024, "SANGAT_BAIK"));
    // when
    await office.penetap.do(caseId, "DetermineBatch", { keputusan: "TETAPKAN", terbitkanPak: false });
    await office.admin.becomes(caseId, "SELESAI_SEBAGIAN");
    // then
    const [missed, done] = await office.admin.rows(caseId);
    expect(missed?.notes[0]?.text.id).toContain(nomor);
    expect(done?.values["angkaKredit"]).toBe("5.000");
    expect((await office.admin.facts(caseId))["Terlewat"]).toBe("1");
  }, 120_000);

  it("should show an upload to those in office there only", async () => {
    const caseId = await office.penilai.uploadGrades([office.grade("perawat3", 2024, "Baik")]);
    await office.penilai.becomes(caseId, "MENUNGGU_PENETAPAN");
    const stranger = await Person.signIn(office.world, "admin-instansi");
    expect((await stranger.browser.get(`/api/cases/${caseId}`)).status).toBe(404);
    expect((await stranger.browser.get(`/api/cases/${caseId}/sheets/baris`)).status).toBe(404);
    const perawat = await Person.signIn(office.world, "perawat1");
    expect((await perawat.start("konversi-massal", { berkas: [] })).status).toBeGreaterThanOrEqual(400);
    expect(await office.penetap.sees(caseId, "DetermineBatch")).toBe(false);
    expect(await office.penilai.sees(caseId, "DetermineBatch")).toBe(true);
  }, 120_000);
});
