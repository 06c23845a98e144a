import { describe, expect, it } from "@jest/globals";
import { cleanFileName } from "../../../src/files/file-name.js";

describe("cleanFileName", () => {
  it.each([
    ["SK Jabatan.pdf", "SK Jabatan.pdf"],
    ["C:\\Users\\x\\sk.pdf", "sk.pdf"],
    ["../../etc/passwd", "passwd"],
    ["a\u0000b\n.pdf", "ab.pdf"],
    ["gpj.\u202Eexe", "gpj.exe"],
    ["", "berkas"],
    ["..", "berkas"],
    [`${"a".repeat(300)}.pdf`, `${"a".repeat(196)}.pdf`],
  ])("should make %p safe", (given, expected) => {
    expect(cleanFileName(given)).toBe(expected);
  });
});
