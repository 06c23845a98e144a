declare const hundredths: unique symbol;

/** Volume of work as a whole number of hundredths: `volume("4.5")` is 450. */
export type Volume = number & { readonly [hundredths]: true };

/** Reads `"45"` or `"4.5"`: more than nothing, at most two decimals. @throws {RangeError} for any other text. */
export const bacaVolume = (text: string): Volume => {
  const match = /^(\d{1,6})(?:\.(\d{1,2}))?$/.exec(text);
  if (match === null) throw new RangeError(`Expected a volume such as "45" or "4.5", but got "${text}"`);
  const value = Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
  if (value === 0) throw new RangeError(`Expected a volume above 0, but got "${text}"`);
  return value as Volume;
};

/** Hundredths as a volume; zero is allowed, it is what remains above a limit. */
export const volume = (value: number): Volume => {
  if (!Number.isSafeInteger(value) || value < 0)
    throw new RangeError(`Expected hundredths from 0 upward, but got ${value}`);
  return value as Volume;
};

/** Shortest text with a dot: `"45"`, `"4.5"`. */
export const tulisVolume = (value: Volume): string => String(value / 100);
