import { describe, expect, it } from "@jest/globals";
import { activationHashOf, newActivationCode } from "../../../src/identity/app/activation-code.js";
import { checkStrength, hashPassword, isPassword } from "../../../src/identity/app/password.js";

describe("activation codes", () => {
  it("should be readable from paper and never the same", () => {
    const codes = Array.from({ length: 200 }, newActivationCode);
    for (const code of codes) expect(code).toMatch(/^[2-9a-hjkmnp-z]{5}(-[2-9a-hjkmnp-z]{5}){3}$/u);
    expect(new Set(codes).size).toBe(200);
  });

  it("should be known again however they are typed", () => {
    expect(activationHashOf("ABCDE fghjk 23456mnpqr")).toBe(activationHashOf("abcde-fghjk-23456-mnpqr"));
    expect(activationHashOf("abcde-fghjk-23456-mnpqs")).not.toBe(activationHashOf("abcde-fghjk-23456-mnpqr"));
  });
});

describe("passwords", () => {
  it("should be kept as argon2id with 19 MiB and compared in either Unicode form", async () => {
    const kept = await hashPassword("sandi-\u00e9-yang-kuat");
    expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/u);
    expect(await isPassword("sandi-e\u0301-yang-kuat", kept)).toBe(true);
    expect(await isPassword("sandi-e-yang-kuat", kept)).toBe(false);
    expect(await isPassword("no such account", null)).toBe(false);
  });

  it.each([
    "aaaaaaaaaaaa",
    "abababababab",
    "ini-BUDI-punya",
    "123456789012",
    "0987654321098",
    "abcdefghijklm",
    "ZYXWVUTSRQPO",
    "qwertyuiopas",
    "poiuytrewqlk",
    "asdfghjkl1234",
    "123abc456def",
    "Password1234",
    "p@ssw0rd-123!",
    "katasandi2026",
    "Indonesia2026",
    "Bismillah123!",
    "rahasia-12345",
    "budibudi2026",
    "1q2w3e4r5t6y",
    "12345678qwerty",
    "sayangsayang1",
    "adminadmin123",
  ])("should not be as easy as '%s'", (password) => {
    expect(() => checkStrength(password, { username: "budi" }, "next")).toThrow(
      "Expected a stronger password in 'next'",
    );
  });

  it.each([
    "Gunung-Biru-77-Pagi",
    "rahasia-sekali-9",
    "sandi-baru-yang-kuat",
    "kopi tubruk di teras",
    "no12345 rumah mertua",
    "h7kq-9mzx-4tpc",
    "密码-untuk-semua-19",
  ])("should be as good as '%s'", (password) => {
    expect(() => checkStrength(password, { username: "budi" }, "next")).not.toThrow();
  });
});
