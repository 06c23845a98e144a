import { createHash } from "node:crypto";
import { describe, expect, it } from "@jest/globals";
import { sha256 } from "../../../src/web/features/verification/sha256-of-bytes.js";

describe("own SHA-256 of the verification page", () => {
  it.each([0, 1, 55, 56, 63, 64, 65, 1000, 100_003])("should give what the platform gives for %s bytes", (length) => {
    const bytes = Uint8Array.from({ length }, (_, index) => (index * 31 + length) % 256);
    expect(Buffer.from(sha256(bytes)).toString("hex")).toBe(createHash("sha256").update(bytes).digest("hex"));
  });
});
