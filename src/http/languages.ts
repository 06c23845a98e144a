import type { Language } from "../platform/index.js";

/** The first language of an Accept-Language header that the interface speaks; Indonesian without one. */
export const acceptedLanguage = (header: string | undefined): Language => {
  const wishes = (header ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const quality = parameters.map((text) => /^\s*q=([\d.]+)$/u.exec(text)?.[1]).find((text) => text !== undefined);
      return { language: tag.split("-")[0] ?? "", quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  const known = wishes.find(({ language }) => language === "id" || language === "in" || language === "en");
  return known?.language === "en" ? "en" : "id";
};
