import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { SiasnRow } from "./siasn-people.js";

/** What one question is answered with instead of the usual. */
export type SiasnFault =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: unknown }
  | { readonly text: string }
  | "silence"
  | "cut";

/** A question that was asked, for tests to look at. */
export interface SiasnQuestion {
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

export interface SiasnServerOptions {
  /** Answers `pns/data-utama/<nip>`; undefined when there is no such person. */
  readonly person: (nip: string) => SiasnRow | undefined;
  /** Seconds that a token lasts. */
  readonly tokenSeconds?: number;
  readonly port?: number;
}

const CONSUMER = { key: "kunci-uji", secret: "rahasia-uji" };
const SSO = { client: "klien-uji", user: "penghubung-uji", password: "sandi-uji" };
const BASE = "/apisiasn/1.0/";

/**
 * A small server that speaks the part of the SIASN web service that the platform uses: two tokens that end, riwayat, saving of
 * credit and uploads. What it saved it gives back. Faults are planned per path. People come from a function, so that an agency
 * of any size costs no memory.
 */
export class SiasnServer {
  readonly questions: SiasnQuestion[] = [];
  /** rw-angkakredit, rw-jabatan, rw-golongan, rw-pendidikan, rw-skp22, rw-kinerjaperiodik by list and NIP. */
  readonly lists = new Map<string, SiasnRow[]>();
  readonly uploads: { readonly riwayatId: string; readonly jenis: string; readonly bytes: number }[] = [];
  /** Keeps `questions`; a bench of many people switches it off. */
  recording = true;
  /** What becomes of credit that is saved: usual, taken without telling its id, or taken and not shown yet either. */
  saving: "usual" | "without-id" | "unseen" = "usual";
  #server: Server;
  #faults: { readonly path: RegExp; fault: SiasnFault; left: number }[] = [];
  #tokens = new Map<string, "apim" | "sso">();
  #issued = 0;

  constructor(private readonly options: SiasnServerOptions) {
    this.#server = createServer((request, response) => void this.#serve(request, response));
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(this.options.port ?? 0, "127.0.0.1", resolve));
    return this;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Variables that lead the platform here. */
  environment(instansi: Readonly<Record<string, string>>, more: Readonly<Record<string, string>> = {}) {
    return {
      ALUR_SIASN_URL: this.url,
      ALUR_SIASN_SSO_URL: `${this.url}/auth/realms/public-siasn/protocol/openid-connect/token`,
      ALUR_SIASN_CONSUMER_KEY: CONSUMER.key,
      ALUR_SIASN_CONSUMER_SECRET: CONSUMER.secret,
      ALUR_SIASN_SSO_CLIENT: SSO.client,
      ALUR_SIASN_SSO_USER: SSO.user,
      ALUR_SIASN_SSO_PASSWORD: SSO.password,
      ALUR_SIASN_INSTANSI: Object.entries(instansi)
        .map((pair) => pair.join("="))
        .join(","),
      ALUR_SIASN_PAUSE: "1",
      ...more,
    };
  }

  /** The next `times` questions whose path matches are answered so. */
  plan(path: RegExp, fault: SiasnFault, times = 1): void {
    this.#faults.push({ path, fault, left: times });
  }

  clearPlans(): void {
    this.#faults = [];
  }

  /** Every token given so far ends now. */
  endTokens(): void {
    this.#tokens.clear();
  }

  asked(path: RegExp): number {
    return this.questions.filter((question) => path.test(question.path)).length;
  }

  addTo(list: string, nip: string, row: SiasnRow): void {
    const key = `${list}/${nip}`;
    this.lists.set(key, [...(this.lists.get(key) ?? []), row]);
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const bytes = await bodyOf(request);
    const path = decodeURIComponent((request.url ?? "/").split("?")[0] ?? "/");
    const body = bytes.toString("latin1");
    if (this.recording) this.questions.push({ method: request.method ?? "", path, body });
    const fault = this.#faultFor(path);
    if (fault === "silence") return;
    if (fault === "cut") return void request.socket.destroy();
    if (fault !== undefined && "text" in fault) return void response.writeHead(200).end(fault.text);
    if (fault !== undefined) return answer(response, fault.status, fault.body ?? { message: "galat" }, fault.headers);
    if (path.endsWith("/token")) return this.#giveToken(request, response, path, body);
    if (!this.#isTrusted(request)) return answer(response, 401, { code: 401, message: "Invalid Credentials" });
    if (!path.startsWith(BASE)) return answer(response, 404, { message: "no such resource" });
    return this.#service(request, response, path.slice(BASE.length), body);
  }

  #faultFor(path: string): SiasnFault | undefined {
    const planned = this.#faults.find((one) => one.left > 0 && one.path.test(path));
    if (planned === undefined) return undefined;
    planned.left -= 1;
    return planned.fault;
  }

  #giveToken(request: IncomingMessage, response: ServerResponse, path: string, body: string): void {
    const form = new URLSearchParams(body);
    const kind = path === "/oauth2/token" ? "apim" : "sso";
    const basic = Buffer.from(`${CONSUMER.key}:${CONSUMER.secret}`).toString("base64");
    const trusted =
      kind === "apim"
        ? request.headers.authorization === `Basic ${basic}` && form.get("grant_type") === "client_credentials"
        : form.get("grant_type") === "password" &&
          form.get("client_id") === SSO.client &&
          form.get("username") === SSO.user &&
          form.get("password") === SSO.password;
    if (!trusted) return answer(response, 401, { error: "invalid_client" });
    const token = `${kind}-${++this.#issued}`;
    this.#tokens.set(token, kind);
    return answer(response, 200, { access_token: token, expires_in: this.options.tokenSeconds ?? 3600 });
  }

  #isTrusted({ headers }: IncomingMessage): boolean {
    const apim = /^Bearer (.+)$/u.exec(headers.authorization ?? "")?.[1] ?? "";
    const auth = headers["auth"];
    const sso = /^bearer (.+)$/u.exec(typeof auth === "string" ? auth : "")?.[1] ?? "";
    return this.#tokens.get(apim) === "apim" && this.#tokens.get(sso) === "sso";
  }

  #service(request: IncomingMessage, response: ServerResponse, path: string, body: string): void {
    const [area = "", what = "", nip = ""] = path.split("/");
    if (area === "pns" && what === "data-utama") {
      const row = this.options.person(nip);
      return row === undefined
        ? answer(response, 200, { code: 0, data: "Data tidak ditemukan", message: "Data tidak ditemukan" })
        : answer(response, 200, { code: 1, data: row, message: "success" });
    }
    if (area === "pns" && what.startsWith("rw-")) {
      return answer(response, 200, { code: 1, data: this.lists.get(`${what}/${nip}`) ?? [], message: "success" });
    }
    if (request.method === "POST" && path === "angkakredit/save") return this.#save(response, body);
    if (request.method === "DELETE" && path.startsWith("angkakredit/delete/"))
      return this.#delete(response, path.slice("angkakredit/delete/".length));
    if (request.method === "POST" && path === "upload-dok-rw") return this.#upload(response, body);
    return answer(response, 404, { message: "no such resource" });
  }

  #save(response: ServerResponse, body: string): void {
    const row = JSON.parse(body) as Record<string, string>;
    const nip = (row["pnsId"] ?? "").replace(/^PNS-/u, "");
    if (!/^\d{2}-\d{2}-\d{4}$/u.test(row["tanggalSk"] ?? "") || row["rwJabatanId"] === undefined) {
      return answer(response, 400, { success: false, message: "tanggalSk dan rwJabatanId wajib" });
    }
    const id = `RWAK-${++this.#issued}`;
    if (this.saving !== "unseen") this.addTo("rw-angkakredit", nip, { ...row, id });
    const mapData = this.saving === "usual" ? { rwAngkaKreditId: id } : null;
    return answer(response, 200, { success: true, message: "success", mapData });
  }

  #delete(response: ServerResponse, id: string): void {
    for (const [key, rows] of this.lists) {
      if (!key.startsWith("rw-angkakredit/") || rows.every((row) => row["id"] !== id)) continue;
      this.lists.set(
        key,
        rows.filter((row) => row["id"] !== id),
      );
      return answer(response, 200, { success: true, message: "success" });
    }
    return answer(response, 404, { success: false, message: "Riwayat angka kredit tidak ditemukan" });
  }

  #upload(response: ServerResponse, body: string): void {
    const field = (name: string): string =>
      new RegExp(`name="${name}"\\r\\n\\r\\n([^\\r]*)`, "u").exec(body)?.[1] ?? "";
    this.uploads.push({ riwayatId: field("id_riwayat"), jenis: field("id_ref_dokumen"), bytes: body.length });
    return answer(response, 200, { code: 1, data: {}, message: "success" });
  }
}

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
};

const answer = (
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void => {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
};
