import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type AlurWorld, openAlur } from "../../support/alur.js";
import {
  decideSidang,
  FORWARD,
  openDraft,
  ok,
  Person,
  scheduleSidang,
  SCORED,
  sendBatch,
  sendingData,
  TAKE_IN,
} from "./journey.js";

const ROW = { kode: "5", uraian: "Bahan tayang", tanggalMulai: "2021-02-01", volume: "5" };

describe("returns and refusals", () => {
  let world: AlurWorld;
  let wi: Person;
  let secretariat: Person;
  let tpi: Person;
  let tppSecretariat: Person;
  let tpp: Person;
  let caseId: string;

  beforeAll(async () => {
    world = await openAlur();
    wi = await Person.signIn(world, "wi1");
    secretariat = await Person.signIn(world, "sekretariat-tpi");
    tpi = await Person.signIn(world, "tpi1", "tpi");
    tppSecretariat = await Person.signIn(world, "sekretariat-tpp");
    tpp = await Person.signIn(world, "tpp1");
    caseId = await openDraft(wi);
    await wi.addRowWithEvidence(caseId, ROW);
    ok(await wi.complete(await wi.task(caseId, "ComposeDupak"), await sendingData(wi)));
  }, 120_000);
  afterAll(() => world.close());

  it("should ask for a reason, tell the widyaiswara and let the rows be repaired but not added to", async () => {
    const key = await secretariat.task(caseId, "CheckRequirements");
    // the documents to be checked can be opened beside the form
    const { facts } = ok(await secretariat.browser.get(`/api/tasks/${key}`));
    const files = facts.flatMap((fact: { files?: { id: string }[] }) => fact.files ?? []);
    expect(files).toHaveLength(3);
    for (const { id } of files) expect((await secretariat.browser.download(`/api/files/${id}`)).status).toBe(200);
    const bare = await secretariat.complete(key, { keputusan: "PRASARAT_TIDAK_SESUAI" });
    expect(bare.status).toBe(400);
    expect(bare.body.errors[0].path).toBe("data.alasan");
    const unchecked = await secretariat.complete(key, { keputusan: "TERUSKAN", skJabatanSesuai: true });
    expect(unchecked.status).toBe(400);
    ok(await secretariat.complete(key, { keputusan: "PRASARAT_TIDAK_SESUAI", alasan: "HPAK terakhir tidak terbaca" }));

    expect(await wi.caseStatus(caseId)).toBe("DIKEMBALIKAN");
    expect((await wi.notifications()).some(({ body }) => body.includes("HPAK terakhir tidak terbaca"))).toBe(true);
    const repair = await wi.task(caseId, "RepairDupak");
    const page = ok(await wi.browser.get(`/api/tasks/${repair}`));
    expect(page.data.catatanPengembalian).toBe("HPAK terakhir tidak terbaca");
    expect((await wi.addRow(caseId, ROW)).status).toBe(409);
    const [row] = await wi.rows(caseId);
    if (row === undefined) throw new Error("Expected a row");
    ok(await wi.change(caseId, row, { volume: "6" }));
    ok(await wi.complete(repair, await sendingData(wi)));
    expect(await wi.caseStatus(caseId)).toBe("DIKIRIM");
    await secretariat.do(caseId, "CheckRequirements", FORWARD);
  });

  it("should not go to TPP while a sibling is unscored, nor with a list that has changed (C-10)", async () => {
    // given a scored one and a sibling that TPI has not scored
    const key = await tpi.task(caseId, "ScoreByTpi");
    const unscored = await tpi.complete(key, SCORED);
    expect(unscored.status).toBe(409);
    expect(unscored.body.detail).toContain("1 dari 1 baris belum dinilai");
    await tpi.score(caseId, "Tpi");
    ok(await tpi.complete(key, SCORED));
    const wi2 = await Person.signIn(world, "wi2");
    const sibling = await openDraft(wi2);
    await wi2.addRowWithEvidence(sibling, ROW);
    ok(await wi2.complete(await wi2.task(sibling, "ComposeDupak"), await sendingData(wi2)));
    // when, then
    const refused = await secretariat.start("pengajuan-tpp", { setuju: true });
    expect(refused.status).toBe(409);
    expect(refused.body.detail).toContain("1 DUPAK belum selesai dinilai");
    // and a batch prepared before a sibling was scored is out of date
    await secretariat.do(sibling, "CheckRequirements", {
      keputusan: "PRASARAT_TIDAK_SESUAI",
      alasan: "SK Jabatan tidak terbaca",
    });
    const { caseId: batch } = ok(await secretariat.start("pengajuan-tpp", { setuju: true }));
    expect((await secretariat.start("pengajuan-tpp", { setuju: true })).body.detail).toContain("sedang disusun");
    await wi2.do(sibling, "RepairDupak", await sendingData(wi2));
    await secretariat.do(sibling, "CheckRequirements", FORWARD);
    const send = await secretariat.task(batch, "SendToTpp");
    const data = {
      keputusan: "KIRIM",
      nomorSurat: "1",
      tanggalSurat: "2026-03-02",
      suratPengantar: await secretariat.file("surat.pdf"),
    };
    expect((await secretariat.complete(send, data)).body.detail).toContain("belum selesai dinilai");
    const scoring = await tpi.task(sibling, "ScoreByTpi");
    await tpi.score(sibling, "Tpi");
    ok(await tpi.complete(scoring, SCORED));
    expect((await secretariat.complete(send, data)).body.detail).toContain("Daftar DUPAK sudah berubah");
    ok(await secretariat.complete(send, { keputusan: "BATAL", alasan: "Daftar perlu disusun ulang" }));
    expect(await secretariat.caseStatus(batch)).toBe("BATAL");
    const sent = await sendBatch(secretariat);
    expect(await secretariat.caseStatus(sent)).toBe("DIKIRIM");
    expect((await secretariat.documents(sent)).map(({ template }) => template).toSorted()).toEqual([
      "siwi/daftar-dupak",
      "siwi/surat-pengantar",
    ]);
    await tppSecretariat.do(sibling, "ReceiveByTpp", {
      keputusan: "KEMBALIKAN",
      alasan: "Surat pengantar salah alamat",
    });
    expect(await tppSecretariat.caseStatus(sibling)).toBe("DIKEMBALIKAN_TPP");
    await secretariat.do(sibling, "HandleTppReturn", { keputusan: "KIRIM_ULANG", alasan: "Surat sudah diperbaiki" });
    expect(await secretariat.caseStatus(sibling)).toBe("DITERIMA_TPP");
    await tppSecretariat.do(sibling, "ReceiveByTpp", { keputusan: "KEMBALIKAN", alasan: "Bukti tidak dapat dibuka" });
    await secretariat.do(sibling, "HandleTppReturn", {
      keputusan: "KEMBALIKAN_KE_WI",
      alasan: "Unggah kembali bukti fisik",
    });
    expect(await wi2.caseStatus(sibling)).toBe("DIKEMBALIKAN");
    await wi2.task(sibling, "RepairDupak");
  }, 120_000);

  it("should hold a session only with an odd quorum of members, and score again what it sends back", async () => {
    await tppSecretariat.do(caseId, "ReceiveByTpp", TAKE_IN);
    await tpp.do(caseId, "ScoreByTpp", SCORED);
    const past = await tppSecretariat.start("sidang", {
      tanggal: "2026-03-01",
      pukul: "09.00 WIB",
      tempat: "Jakarta",
      dasarKeputusan: "K",
      dasarTanggal: "2026-01-12",
    });
    expect(past.body.errors[0].path).toBe("data.tanggal");
    const cancelled = await scheduleSidang(tppSecretariat, "2026-03-04");
    expect(await wi.caseStatus(caseId)).toBe("SIDANG");
    const early = await tppSecretariat.complete(await tppSecretariat.task(cancelled, "DecideSidang"), {
      keputusan: "PUTUSKAN",
      anggotaHadir: "Dr. Galih",
      ketua: "Dr. Galih",
      sekretaris: "Dr. Galih",
    });
    expect(early).toMatchObject({ status: 409, body: { code: "INVALID_STATE" } });
    expect(early.body.detail).toContain("Sidang dijadwalkan pada 4 Maret 2026");
    await tppSecretariat.do(cancelled, "DecideSidang", { keputusan: "BATAL", alasan: "Kuorum tidak tercapai" });
    expect(await wi.caseStatus(caseId)).toBe("DINILAI_TPP");

    const sidang = await scheduleSidang(tppSecretariat, "2026-03-02");
    const key = await tppSecretariat.task(sidang, "DecideSidang");
    const names: string[] = String(ok(await tppSecretariat.browser.get(`/api/tasks/${key}`)).data.anggotaHadir).split(
      "\n",
    );
    const decide = (present: readonly string[]) =>
      tppSecretariat.complete(key, {
        keputusan: "PUTUSKAN",
        anggotaHadir: present.join("\n"),
        ketua: present[0],
        sekretaris: present[1],
      });
    expect((await decide(names.slice(0, 2))).body.detail).toContain("ganjil");
    expect((await decide([...names.slice(0, 2), "Orang Lain"])).body.detail).toContain("Bukan anggota TPP");
    const [decision] = await tppSecretariat.rows(sidang, "putusan");
    if (decision === undefined) throw new Error("Expected a decision");
    const noReason = await tppSecretariat.change(sidang, decision, { putusan: "DINILAI_ULANG" }, "putusan");
    expect(noReason.status).toBe(400);
    ok(
      await tppSecretariat.change(
        sidang,
        decision,
        { putusan: "DINILAI_ULANG", catatan: "Bukti baris 1 perlu diperiksa lagi" },
        "putusan",
      ),
    );
    ok(await decide(names));
    await tpp.task(caseId, "ScoreByTpp");
    expect(await wi.caseStatus(caseId)).toBe("DITERIMA_TPP");
    expect((await tppSecretariat.documents(sidang)).map(({ template }) => template)).toEqual(["siwi/berita-acara"]);

    await tpp.do(caseId, "ScoreByTpp", SCORED);
    await decideSidang(tppSecretariat, await scheduleSidang(tppSecretariat, "2026-03-02"));
    await wi.becomes(caseId, "SELESAI");
    const path = await wi.path(caseId);
    expect(path.filter((element) => element === "ScoreByTpp")).toHaveLength(2);
    expect(path.filter((element) => element === "CheckRequirements")).toHaveLength(2);
  }, 120_000);
});
