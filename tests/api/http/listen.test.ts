import { describe, expect, it } from "@jest/globals";
import { listen } from "../../../src/http/index.js";

describe("listen", () => {
  it("should say that it is starting until the application answers", async () => {
    // given
    const listening = await listen("127.0.0.1", 0);
    const url = `http://127.0.0.1:${listening.port}/`;
    expect((await fetch(url)).status).toBe(503);
    // when
    listening.serve((_request, response) => void response.end("ready"));
    // then
    expect(await (await fetch(url)).text()).toBe("ready");
    await listening.close(100);
    await expect(fetch(url)).rejects.toThrow("fetch failed");
  });

  it("should name a taken port and the cure", async () => {
    const first = await listen("127.0.0.1", 0);
    await expect(listen("127.0.0.1", first.port)).rejects.toMatchObject({
      code: "PORT_TAKEN",
      message: `Expected port ${first.port} on 127.0.0.1 to be free, but another program listens on it. Choose another one with --port`,
    });
    await first.close(0);
  });

  it("should cut what does not end in time", async () => {
    // given
    const listening = await listen("127.0.0.1", 0);
    const arrived = new Promise<void>((resolve) => listening.serve(() => resolve()));
    const hanging = fetch(`http://127.0.0.1:${listening.port}/`);
    const outcome = hanging.then(
      () => "answered",
      () => "cut",
    );
    await arrived;
    // when
    await listening.close(10);
    // then
    expect(await outcome).toBe("cut");
  });
});
