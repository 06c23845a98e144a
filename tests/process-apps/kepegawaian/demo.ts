import type { DemoHost, DemoSurroundings } from "../../../src/cli/demo.js";
import { demoPeople } from "../../../plugins/kepegawaian/plugin.js";
import type { SiasnRow } from "../../support/siasn-people.js";
import { ok, Person } from "../siwi/journey.js";
import { demoSiasn, LINKED, NUSA } from "./demo-siasn.js";

const PLACE = "kepegawaian/sinkronisasi-sapk";
/** What SAPK knows since the first pull. */
const changes = new Map<string, SiasnRow | null>();

/** A SIASN on the loopback. */
export const surround = async (): Promise<DemoSurroundings> => {
  const siasn = await demoSiasn(changes);
  return { environment: siasn.environment(LINKED), close: () => siasn.stop() };
};

/** People are synchronised with SAPK: all of an instansi, then two whose data have changed or are wrong. */
export const drive = async (host: DemoHost): Promise<void> => {
  const admin = await Person.signIn(host, "admin-instansi");
  const pull = async (data: Readonly<Record<string, unknown>>, status: string): Promise<string> => {
    const { caseId } = ok(await admin.browser.post(`/api/starts/${PLACE}`, { data }));
    await admin.becomes(caseId, status);
    return caseId;
  };
  const rows = async (caseId: string, sheet: string): Promise<string> =>
    JSON.stringify(ok(await admin.browser.get(`/api/cases/${caseId}/sheets/${sheet}?limit=50`)).rows);

  const all = await pull({ cakupan: "SEMUA" }, "SELESAI");
  host.step("admin-instansi", "menyinkronkan seluruh pegawai dari SAPK");
  const { facts } = ok(await admin.browser.get(`/api/cases/${all}`));
  host.check("nobody failed", JSON.stringify(facts).includes('"Gagal","en":"Failed"},"value":"0"'));

  const [first, second] = demoPeople().filter(({ instansiId }) => instansiId === NUSA);
  if (first === undefined || second === undefined) throw new Error("Expected two demo people");
  changes.set(first.nip, { golRuangAkhir: "III/d", tmtGolAkhir: "01-04-2023" });
  changes.set(second.nip, { tglLahir: "31-02-2020" });
  const some = await pull({ cakupan: "NIP", daftarNip: `${first.nip}\n${second.nip}` }, "SELESAI_SEBAGIAN");
  host.step("admin-instansi", "menarik dua pegawai; data seorang di antaranya keliru di SAPK");
  const differences = await rows(some, "perbedaan");
  host.check("the new grade is told", differences.includes("Golongan ruang") && differences.includes("III/d"));
  host.check("with the place of correction", differences.includes("diverifikasi BKN"));
  host.check("the wrong date is named", (await rows(some, "gagal")).includes("tglLahir"));
  host.step("admin-instansi", "membaca perbedaan dan yang gagal, dengan saran tempat memperbaikinya");

  changes.delete(second.nip);
  await pull({ cakupan: "NIP", daftarNip: second.nip }, "SELESAI");
  host.step("admin-instansi", "menarik lagi sesudah diperbaiki di SAPK");
};
