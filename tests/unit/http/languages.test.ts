import { describe, expect, it } from "@jest/globals";
import { acceptedLanguage } from "../../../src/http/languages.js";

describe("acceptedLanguage", () => {
  it.each([
    [undefined, "id"],
    ["", "id"],
    ["en", "en"],
    ["en-GB,en;q=0.9", "en"],
    ["id-ID,id;q=0.9,en;q=0.8", "id"],
    ["in", "id"],
    ["en;q=0.4, id;q=0.7", "id"],
    ["fr-FR, en;q=0.5", "en"],
    ["fr", "id"],
    ["en;q=0", "id"],
    ["*;q=0.1,;;;=,", "id"],
  ])("should read '%s' as %s", (header, language) => {
    expect(acceptedLanguage(header)).toBe(language);
  });
});
