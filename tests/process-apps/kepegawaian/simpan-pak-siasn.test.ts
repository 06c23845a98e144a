import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { readFileSync } from "node:fs";
import { batalkanPak, catatPak, type PakBaru, PakRepository } from "../../../plugins/kepegawaian/plugin.js";
import { databaseKinds } from "../../support/database.js";
import { personOf, SapkWorld } from "./sapk-world.js";

const WI1 = personOf("pegawai-wi1");
const WRITING = { ALUR_SIASN_WRITE: "on", ALUR_SIASN_MODE: "production" };
const PERIODS = [
  "2021-01",
  "2021-02",
  "2021-03",
  "2021-04",
  "2021-05",
  "2021-06",
  "2021-07",
  "2021-08",
  "2021-09",
  "2021-10",
];

describe.each(databaseKinds)("an issued PAK on %s", (kind) => {
  let world: SapkWorld;
  let used = 0;
  beforeAll(async () => {
    world = await SapkWorld.open(WRITING, kind);
    world.siasn.addTo("rw-jabatan", WI1.nip, {
      id: "RWJ-1",
      namaJabatan: "Widyaiswara Ahli Muda",
      tmtJabatan: "01-04-2019",
    });
  }, 120_000);
  afterAll(() => world.close());

  const services = () => world.alur.alur.services;
  const record = (more: Partial<PakBaru> = {}): Promise<string> => {
    const month = PERIODS[used++] ?? "2022-01";
    const pak: PakBaru = {
      nip: WI1.nip,
      jenis: "KONVENSIONAL",
      nomor: `PAK/${used}/2021`,
      tanggal: "2021-07-15",
      masaMulai: month,
      masaSelesai: month,
      akUtama: "20.833",
      akPenunjang: "0.000",
      akTotal: "20.833",
      documentId: null,
      sumber: "ALUR",
      ...more,
    };
    return services().db.transaction((tx) => catatPak(tx, pak));
  };
  const pak = (id: string) => services().db.read((tx) => new PakRepository(tx.manager).pak(id));
  const send = async (pakId: string, where: SapkWorld = world): Promise<string> =>
    (await where.alur.alur.services.client.createInstance({ processId: "simpan-pak-siasn", variables: { pakId } }))
      .processInstanceKey;
  const ended = (key: string, where: SapkWorld = world) =>
    where.alur.eventually(
      async () => where.alur.alur.services.client.getInstance(key),
      (instance) => instance?.state === "COMPLETED" || instance?.hasIncident === true,
    );
  const outcome = async (key: string, where: SapkWorld = world): Promise<unknown> => {
    await ended(key, where);
    return (await where.alur.alur.services.client.variables(key))["siasn"];
  };
  const incident = async (key: string): Promise<string> => {
    expect((await ended(key))?.hasIncident).toBe(true);
    const { items } = await services().client.openIncidents({ offset: 0, limit: 5, processInstanceKeys: [key] });
    return items[0]?.message ?? "";
  };

  it("should be saved in SIASN with its document, once however often it is sent", async () => {
    const { id: caseId } = await services().db.transaction((tx) =>
      services().cases.open(tx, {
        app: "kepegawaian",
        type: "sinkronisasi-sapk",
        reference: "UJI-1",
        title: "Uji",
        ownerId: null,
        subjectName: "Uji",
        subjectNumber: null,
        unitName: null,
        scopes: {},
        status: "BERJALAN",
        variables: {},
      }),
    );
    const document = await services().documents.print({
      caseId,
      template: "siwi/niwn",
      title: "PAK",
      data: JSON.parse(readFileSync("templates/siwi/niwn/sample.json", "utf8")),
      key: "uji-pak",
      issuedBy: "system",
    });
    const pakId = await record({ documentId: document.id });
    expect(await outcome(await send(pakId))).toBe("TERSIMPAN");
    expect(await outcome(await send(pakId))).toBe("TERSIMPAN");
    expect(world.siasn.asked(/angkakredit\/save/u)).toBe(1);
    expect(world.siasn.uploads.map(({ jenis }) => jenis)).toEqual(["879", "880"]);
    const saved = await pak(pakId);
    expect(saved).toMatchObject({ siasnId: world.siasn.uploads[0]?.riwayatId, terunggah: ["879", "880"] });
    expect(world.siasn.lists.get(`rw-angkakredit/${WI1.nip}`)).toMatchObject([
      { nomorSk: saved?.nomor, tanggalSk: "15-07-2021", bulanMulaiPenailan: "1", rwJabatanId: "RWJ-1" },
    ]);
  }, 120_000);

  it("should be found again by its number when an earlier attempt got through unseen", async () => {
    const pakId = await record();
    const { nomor = "" } = (await pak(pakId)) ?? {};
    world.siasn.addTo("rw-angkakredit", WI1.nip, {
      id: "RWAK-LAMA",
      nomorSk: ` ${nomor.toLowerCase()} `,
      tanggalSk: "15-07-2021",
      bulanMulaiPenailan: "2",
      tahunMulaiPenailan: "2021",
      bulanSelesaiPenailan: "2",
      tahunSelesaiPenailan: "2021",
      kreditUtamaBaru: "20.833",
      kreditPenunjangBaru: "0",
      kreditBaruTotal: "20.833",
    });
    const before = world.siasn.asked(/angkakredit\/save/u);
    expect(await outcome(await send(pakId))).toBe("TERSIMPAN");
    expect(world.siasn.asked(/angkakredit\/save/u)).toBe(before);
    expect((await pak(pakId))?.siasnId).toBe("RWAK-LAMA");
  }, 120_000);

  it("should be found by its number when SIASN takes it without telling its id", async () => {
    // given
    world.siasn.saving = "without-id";
    const pakId = await record();
    // when
    expect(await outcome(await send(pakId))).toBe("TERSIMPAN");
    // then
    expect((await pak(pakId))?.siasnId).toMatch(/^RWAK-/u);
    world.siasn.saving = "usual";
  });

  it("should be an incident that says so when SIASN took it and does not show it", async () => {
    // given
    world.siasn.saving = "unseen";
    const pakId = await record();
    // when
    const said = await incident(await send(pakId));
    // then
    expect(said).toContain("PAK tidak dikirim dua kali");
    expect((await pak(pakId))?.siasnId).toBeNull();
    world.siasn.saving = "usual";
  });

  it("should become an incident at once when SIASN refuses it, saying what to do, and be sent on retry", async () => {
    world.siasn.plan(/save$/u, { status: 200, body: { success: false, message: "Angka kredit tidak urut" } });
    const key = await send(await record());
    const message = await incident(key);
    expect(message).toContain("Angka kredit tidak urut");
    expect(message).toContain("Perbaiki data di SIASN");
    const { items } = await services().client.openIncidents({ offset: 0, limit: 5, processInstanceKeys: [key] });
    await services().client.retryIncident(items[0]?.key ?? "");
    expect(
      await world.alur.eventually(
        async () => (await services().client.getInstance(key))?.state,
        (state) => state === "COMPLETED",
      ),
    ).toBe("COMPLETED");
  }, 120_000);

  it("should wait for a service that is away, without an incident", async () => {
    world.siasn.plan(/save$/u, { status: 503 });
    const key = await send(await record());
    const instance = await world.afterPauses(
      async () => services().client.getInstance(key),
      (found) => found?.state === "COMPLETED" || found?.hasIncident === true,
    );
    expect(instance).toMatchObject({ state: "COMPLETED", hasIncident: false });
    expect(await outcome(key)).toBe("TERSIMPAN");
  }, 120_000);

  it("should name what is missing in SIASN", async () => {
    const wi2 = personOf("pegawai-wi2");
    const message = await incident(await send(await record({ nip: wi2.nip })));
    expect(message).toContain(`NIP ${wi2.nip} tidak mempunyai riwayat jabatan`);
    const gone = personOf("pegawai-wi4");
    world.changes.set(gone.nip, null);
    expect(await incident(await send(await record({ nip: gone.nip })))).toContain("tidak dikenal SAPK");
    expect(await incident(await send("tidak-ada"))).toContain("tidak ada dalam riwayat");
  }, 90_000);

  it("should stay here when it is cancelled, a HAPAK, or of an instansi without a link", async () => {
    const before = world.siasn.asked(/angkakredit\/save/u);
    const cancelled = await record();
    await services().db.transaction((tx) =>
      batalkanPak(tx, { pakId: cancelled, tanggal: "2021-08-01", alasan: "Salah orang" }),
    );
    expect(await outcome(await send(cancelled))).toBe("BATAL");
    const hapak = await record({ jenis: "HAPAK", masaMulai: "2019-01", masaSelesai: "2019-06" });
    expect(await outcome(await send(hapak))).toBe("BUKAN_PAK");
    expect(await outcome(await send(await record({ nip: personOf("pegawai-tpp1").nip })))).toBe("NONAKTIF");
    expect(world.siasn.asked(/angkakredit\/save/u)).toBe(before);
  }, 120_000);

  it.each([
    ["off", "production"],
    ["on", "training"],
  ])(
    "should never be sent with writing %s in %s",
    async (ALUR_SIASN_WRITE, ALUR_SIASN_MODE) => {
      const quiet = await SapkWorld.open({ ALUR_SIASN_WRITE, ALUR_SIASN_MODE });
      try {
        expect(await outcome(await send("mana-saja", quiet), quiet)).toBe("NONAKTIF");
        expect(quiet.siasn.questions).toEqual([]);
      } finally {
        await quiet.close();
      }
    },
    60_000,
  );
});
