/** One piece of a search pattern. */
export type PatternPiece =
  { readonly kind: "any" } | { readonly kind: "one" } | { readonly kind: "text"; readonly text: string };

/** Takes a pattern apart: `*` is any run of characters, `?` one character, `\` takes the next character as it is. */
export function patternPieces(pattern: string): readonly PatternPiece[] {
  const pieces: PatternPiece[] = [];
  for (let index = 0; index < pattern.length; index++) {
    const character = pattern.charAt(index);
    if (character === "*") pieces.push({ kind: "any" });
    else if (character === "?") pieces.push({ kind: "one" });
    else if (character === "\\" && index + 1 < pattern.length)
      pieces.push({ kind: "text", text: pattern.charAt(++index) });
    else pieces.push({ kind: "text", text: character });
  }
  return pieces;
}
