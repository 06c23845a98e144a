import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";

const lint = (tool: string, ...args: string[]): { status: number | null; text: string } => {
  const { status, stdout, stderr } = spawnSync(join("node_modules", ".bin", tool), args, { encoding: "utf8" });
  return { status, text: stdout + stderr };
};

describe("docker/", () => {
  it("should hold compositions that the compose linter accepts", () => {
    expect(lint("dclint", "--max-warnings", "0", "docker")).toEqual({ status: 0, text: expect.any(String) });
  });

  it("should hold a Dockerfile without a problem", () => {
    const { text } = lint("dockerfile-utils", "lint", "docker/Dockerfile");
    expect(text.trim()).toBe("");
  });
});
