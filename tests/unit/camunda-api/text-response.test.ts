import { describe, expect, it } from "@jest/globals";
import { TextResponse } from "../../../src/camunda-api/transport/text-response.js";

const TEXT = '{"nama":"Žofia","nilai":"0,003"}';
const response = (): TextResponse =>
  new TextResponse(TEXT, { status: 201, headers: { "content-type": "application/json", "x-request": "7" } });

const readers: Readonly<Record<string, (of: TextResponse) => Promise<string>>> = {
  text: (of) => of.text(),
  json: async (of) => JSON.stringify(await of.json()),
  arrayBuffer: async (of) => Buffer.from(await of.arrayBuffer()).toString("utf8"),
  bytes: async (of) => Buffer.from(await of.bytes()).toString("utf8"),
  blob: async (of) => (await of.blob()).text(),
  clone: async (of) => of.clone().text(),
  body: async (of) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of of.body ?? []) chunks.push(chunk as Uint8Array);
    return Buffer.concat(chunks).toString("utf8");
  },
};

describe("a response over a text", () => {
  it("should be a web response", () => {
    const made = response();

    expect(made).toBeInstanceOf(Response);
    expect([made.status, made.ok, made.headers.get("content-type"), made.headers.get("x-request")]).toEqual([
      201,
      true,
      "application/json",
      "7",
    ]);
  });

  it.each(Object.keys(readers))("should give its text by %s", async (name) => {
    const made = response();

    expect(await readers[name]?.(made)).toBe(TEXT);
    expect(made.bodyUsed).toBe(name !== "clone");
  });

  it.each(Object.keys(readers).filter((name) => name !== "body"))("should refuse %s once it is read", async (name) => {
    const made = response();
    await made.text();

    await expect(readers[name]?.(made)).rejects.toHaveProperty("name", "TypeError");
    expect(made.bodyUsed).toBe(true);
  });

  it("should refuse a text whose stream is taken", async () => {
    const made = response();
    await made.body?.cancel();

    await expect(made.text()).rejects.toHaveProperty("name", "TypeError");
  });

  it("should give a form's fields", async () => {
    const made = new TextResponse("nama=Ani", { headers: { "content-type": "application/x-www-form-urlencoded" } });

    expect((await made.formData()).get("nama")).toBe("Ani");
  });
});
