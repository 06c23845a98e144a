/**
 * Reads a score 0 to 100 with a dot and rounds it half up to two decimals, exactly: `"90.005"` is 9001 hundredths.
 * Source: domain note 1.6. @returns undefined for any other text.
 */
export const bacaNilai = (text: string): number | undefined => {
  const match = /^(\d{1,3})(?:\.(\d{1,20}))?$/.exec(text);
  if (match === null) return undefined;
  const [, whole = "", part = ""] = match;
  const isAbove = Number(whole) > 100 || (Number(whole) === 100 && /[1-9]/.test(part));
  if (isAbove) return undefined;
  const up = (part[2] ?? "0") >= "5" ? 1 : 0;
  return Number(whole) * 100 + Number(part.slice(0, 2).padEnd(2, "0")) + up;
};

/** `9001` as `90.01`. */
export const tulisNilai = (nilai: number): string =>
  `${Math.floor(nilai / 100)}.${String(nilai % 100).padStart(2, "0")}`;
