/** Signs that mean something in a pattern, made plain. */
const plain = (text: string): string => text.replaceAll(/[\\*?]/gu, (sign) => `\\${sign}`);

/** A word in small letters of which the first may be a capital; a single letter stays, since a wild sign would fit all. */
const anyCase = (word: string): string => (/^\p{L}./u.test(word) ? `?${plain(word.slice(1))}` : plain(word));

/**
 * Patterns that find a text in names of tasks. The engine compares with regard to case, people do not: the text is looked
 * for in small letters with any first letter of a word, in capitals (abbreviations), and as it was typed where that is neither.
 */
export const namePatterns = (text: string): readonly string[] => {
  const small = text.toLowerCase().split(" ").map(anyCase).join(" ");
  const others = [text.toUpperCase(), text].filter((each) => !fitsPattern(each, small)).map(plain);
  return [...new Set([small, ...others])].map((pattern) => `*${pattern}*`);
};

/** True when the engine would find the name by the pattern. */
export const fitsPattern = (name: string, pattern: string): boolean => {
  const source = pattern.replaceAll(
    /\\(.)|([*?])|([^\\*?]+)/gsu,
    (_, escaped?: string, wild?: string, rest?: string) => {
      if (wild === "*") return ".*";
      if (wild === "?") return ".";
      return (escaped ?? rest ?? "").replaceAll(/[$()*+.?[\\\]^{|}]/gu, "\\$&");
    },
  );
  return new RegExp(`^${source}$`, "su").test(name);
};
