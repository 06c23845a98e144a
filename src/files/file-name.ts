const MOST = 200;

/** A name as it may be stored and offered for saving: no folders, no control signs, at most 200 characters, its ending kept. */
export const cleanFileName = (name: string): string => {
  const base = name.split(/[/\\]/u).at(-1) ?? "";
  const plain = base
    .normalize("NFC")
    // Control signs, and those that turn the reading direction and so hide an ending.
    .replaceAll(/[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, "")
    .trim();
  if (plain === "" || plain === "." || plain === "..") return "berkas";
  if (plain.length <= MOST) return plain;
  const ending = /\.[^.]{1,10}$/u.exec(plain)?.[0] ?? "";
  return plain.slice(0, MOST - ending.length) + ending;
};
