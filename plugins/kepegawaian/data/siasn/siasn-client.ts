import { z } from "zod";
import { SiasnGalat } from "../../app/siasn-galat.js";
import type { Dibaca, KreditBaru, NilaiKinerja, RiwayatKredit, SumberAsn } from "../../app/sumber-asn.js";
import type { DataSapk } from "../../domain/data-sapk.js";
import type { SiasnAccess, SiasnAnswer } from "./siasn-access.js";
import { siasnRequest } from "./siasn-request.js";
import {
  DataUtama,
  keDataSapk,
  KreditTersimpan,
  type Pelengkap,
  RwAngkaKredit,
  RwGolongan,
  RwJabatan,
  RwKinerjaPeriodik,
  RwPendidikan,
  RwSkp22,
  terbaru,
} from "./siasn-schemas.js";
import { SiasnTokenSource } from "./siasn-tokens.js";

/** Every answer is wrapped; `code` 1 is success. What is absent comes as 404 or as code 0 with a sentence. */
const Envelope = z.object({
  code: z.coerce.number().optional(),
  success: z.boolean().optional(),
  data: z.unknown().optional(),
  message: z.unknown().optional(),
});
const NOT_FOUND = /tidak (?:di)?temukan|not found/iu;
const LONGEST_QUOTE = 200;

/** The SIASN web service. Source: domain note 4.1. */
export class SiasnClient implements SumberAsn {
  readonly #request: ReturnType<typeof siasnRequest>;

  constructor(access: SiasnAccess) {
    this.#request = siasnRequest(access, new SiasnTokenSource(access));
  }

  async dataUtama(nip: string, signal?: AbortSignal): Promise<Dibaca<DataSapk>> {
    const answer = await this.#request(`pns/data-utama/${nip}`, {}, signal);
    const row = readWith(DataUtama, contentOf(answer, nip), `data-utama ${nip}`);
    if (row.nipBaru !== nip) {
      throw new SiasnGalat(
        "DATA_RUSAK",
        `SIASN memberi data orang lain: diminta NIP ${nip}, dijawab nipBaru ${row.nipBaru}.`,
      );
    }
    const data = keDataSapk(row, await this.#fillGaps(row, nip, signal));
    if ("kurang" in data) {
      throw new SiasnGalat(
        "DATA_RUSAK",
        `Data SIASN untuk NIP ${nip} tidak lengkap: ${data.kurang} kosong dan tidak ada dalam riwayat. Lengkapi di SAPK (Peremajaan Data).`,
      );
    }
    return { isi: data, sumberPada: sourceTime(answer.headers) };
  }

  async riwayatKredit(nip: string, signal?: AbortSignal): Promise<readonly RiwayatKredit[]> {
    return this.#list("rw-angkakredit", nip, RwAngkaKredit, signal);
  }

  async nilaiKinerja(nip: string, signal?: AbortSignal): Promise<readonly NilaiKinerja[]> {
    const tahunan = await this.#list("rw-skp22", nip, RwSkp22, signal);
    const periodik = await this.#list("rw-kinerjaperiodik", nip, RwKinerjaPeriodik, signal);
    const nilai = [...tahunan, ...periodik];
    // Lists of an unknown person are as empty as those of somebody without grades.
    if (nilai.length === 0) contentOf(await this.#request(`pns/data-utama/${nip}`, {}, signal), nip);
    return nilai;
  }

  async riwayatJabatanTerakhir(nip: string, signal?: AbortSignal): Promise<string | null> {
    return terbaru(await this.#list("rw-jabatan", nip, RwJabatan, signal))?.id ?? null;
  }

  async simpanKredit(kredit: KreditBaru, signal?: AbortSignal): Promise<string | null> {
    const answer = await this.#request(
      "angkakredit/save",
      {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(saveBody(kredit)),
      },
      signal,
    );
    requireAccepted(answer, "angkakredit/save");
    return readWith(KreditTersimpan, answer.body, "angkakredit/save");
  }

  async hapusKredit(siasnId: string, signal?: AbortSignal): Promise<void> {
    const path = `angkakredit/delete/${encodeURIComponent(siasnId)}`;
    const answer = await this.#request(path, { method: "DELETE" }, signal);
    if (answer.status === 404 || isNothing(Envelope.safeParse(answer.body).data)) return;
    requireAccepted(answer, "angkakredit/delete");
  }

  async unggahDokumen(
    { riwayatId, jenis, nama, isi }: Parameters<SumberAsn["unggahDokumen"]>[0],
    signal?: AbortSignal,
  ): Promise<void> {
    const form = new FormData();
    form.set("id_riwayat", riwayatId);
    form.set("id_ref_dokumen", jenis);
    form.set("file", new Blob([isi], { type: "application/pdf" }), nama);
    const answer = await this.#request("upload-dok-rw", { method: "POST", body: form }, signal);
    requireAccepted(answer, `upload-dok-rw ${jenis}`);
  }

  /** Asks the lists only for what data-utama leaves empty. */
  async #fillGaps(row: DataUtama, nip: string, signal?: AbortSignal): Promise<Pelengkap> {
    const golongan =
      row.tmtGolAkhir === undefined ? terbaru(await this.#list("rw-golongan", nip, RwGolongan, signal)) : undefined;
    const jabatan =
      row.jabatanNama === undefined || row.tmtJabatan === undefined
        ? terbaru(await this.#list("rw-jabatan", nip, RwJabatan, signal))
        : undefined;
    const pendidikan =
      row.pendidikanTerakhirNama === undefined
        ? terbaru(await this.#list("rw-pendidikan", nip, RwPendidikan, signal))
        : undefined;
    return {
      tmtGolongan: golongan?.tmt,
      jabatanNama: jabatan?.namaJabatan,
      tmtJabatan: jabatan?.tmt,
      pendidikan: pendidikan?.pendidikanNama,
    };
  }

  async #list<T>(name: string, nip: string, schema: z.ZodType<readonly T[]>, signal?: AbortSignal) {
    const answer = await this.#request(`pns/${name}/${nip}`, {}, signal);
    const envelope = Envelope.safeParse(answer.body);
    if (answer.status === 404 || isNothing(envelope.data)) return [];
    return readWith(schema, contentOf(answer, nip), `${name} ${nip}`);
  }
}

type Envelope = z.infer<typeof Envelope>;
const isNothing = (envelope: Envelope | undefined): boolean =>
  envelope?.code === 0 && [envelope.data, envelope.message].some((text) => NOT_FOUND.test(String(text)));

const contentOf = ({ status, body }: SiasnAnswer, nip: string): unknown => {
  const envelope = Envelope.safeParse(body);
  if (status === 404 || isNothing(envelope.data)) {
    throw new SiasnGalat("TIDAK_DIKENAL", `NIP ${nip} tidak dikenal SAPK/SIASN. Periksa NIP, atau perbaiki di SAPK.`);
  }
  if (status !== 200) {
    throw new SiasnGalat("DITOLAK", `SIASN menolak permintaan untuk NIP ${nip} (HTTP ${status}): ${quoted(body)}`);
  }
  if (!envelope.success) {
    throw new SiasnGalat("DATA_RUSAK", `Jawaban SIASN untuk NIP ${nip} bukan JSON yang diharapkan: ${quoted(body)}`);
  }
  if (envelope.data.code === 0) {
    throw new SiasnGalat("DITOLAK", `SIASN menolak permintaan untuk NIP ${nip}: ${quoted(envelope.data)}`);
  }
  return envelope.data.data;
};

const requireAccepted = ({ status, body }: SiasnAnswer, what: string): void => {
  const envelope = Envelope.safeParse(body).data;
  if (status < 300 && envelope !== undefined && envelope.code !== 0 && envelope.success !== false) return;
  throw new SiasnGalat(
    "DITOLAK",
    `SIASN menolak ${what} (HTTP ${status}): ${quoted(envelope ?? body)}. Perbaiki data di SIASN atau PAK, lalu ulangi.`,
  );
};

/** What the service says itself, short enough for a list. */
const quoted = (body: unknown): string => {
  const { message, data } = (typeof body === "object" && body !== null ? body : {}) as {
    message?: unknown;
    data?: unknown;
  };
  const said = [message, data].find((text) => typeof text === "string" && text !== "");
  return (typeof said === "string" ? said : "tanpa keterangan").slice(0, LONGEST_QUOTE);
};

const readWith = <T>(schema: z.ZodType<T>, value: unknown, what: string): T => {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const path = (issue?.path ?? []).join(".");
  const found = valueAt(value, issue?.path ?? []);
  throw new SiasnGalat(
    "DATA_RUSAK",
    `Data SIASN (${what}) salah pada ${path === "" ? "isi" : path}: diharapkan ${issue?.message ?? "isi lain"}, tetapi tertulis ${found}. Perbaiki di SAPK.`,
  );
};

const valueAt = (value: unknown, path: readonly PropertyKey[]): string => {
  const found = path.reduce<unknown>(
    (at, key) => (typeof at === "object" && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined),
    value,
  );
  return found === undefined ? "tidak ada" : `"${(JSON.stringify(found) ?? "").replaceAll('"', "").slice(0, 60)}"`;
};

const sourceTime = (headers: Headers): number | null => {
  const time = Date.parse(headers.get("last-modified") ?? headers.get("date") ?? "");
  return Number.isNaN(time) ? null : time;
};

/** The keys are misspelt by the service and stay so; numbers and flags are text. Source: domain note 4.1, 10 (SIASN-CLIENTS). */
const saveBody = (kredit: KreditBaru): Record<string, string> => {
  const [tahunMulai = "", bulanMulai = ""] = kredit.masaMulai.split("-");
  const [tahunSelesai = "", bulanSelesai = ""] = kredit.masaSelesai.split("-");
  const flag = (value: boolean): string => (value ? "1" : "0");
  const month = (text: string): string => String(Number(text)); // 1 to 12, without a zero before
  return {
    bulanMulaiPenailan: month(bulanMulai),
    tahunMulaiPenailan: tahunMulai,
    bulanSelesaiPenailan: month(bulanSelesai),
    tahunSelesaiPenailan: tahunSelesai,
    isAngkaKreditPertama: flag(kredit.pertama),
    isIntegrasi: flag(kredit.jenis === "INTEGRASI"),
    isKonversi: flag(kredit.jenis === "KONVERSI"),
    kreditUtamaBaru: kredit.akUtama,
    kreditPenunjangBaru: kredit.akPenunjang,
    kreditBaruTotal: kredit.akTotal,
    nomorSk: kredit.nomor,
    tanggalSk: kredit.tanggal.split("-").toReversed().join("-"),
    pnsId: kredit.pnsId,
    rwJabatanId: kredit.rwJabatanId,
  };
};
