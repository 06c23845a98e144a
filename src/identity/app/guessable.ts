/**
 * The commonest parts of passwords here and elsewhere, as letters only: figures and signs that stand for letters are
 * read as these. Complete lists hold millions; these are the ones that are tried first.
 */
const COMMON = [
  "katasandi",
  "password",
  "passwort",
  "rahasia",
  "bismillah",
  "alhamdulillah",
  "indonesia",
  "merdeka",
  "pancasila",
  "garuda",
  "jakarta",
  "bandung",
  "surabaya",
  "sayang",
  "cintaku",
  "pegawai",
  "administrator",
  "admin",
  "welcome",
  "selamatdatang",
  "letmein",
  "iloveyou",
  "akucintakamu",
  "sandi",
  "user",
  "login",
  "masuk",
  "monkey",
  "dragon",
  "kosong",
  "satuduatiga",
] as const;

/** Signs in their order, on the keyboard and in the alphabet; each is followed in both directions. */
const ROWS = [
  "01234567890123456789",
  "abcdefghijklmnopqrstuvwxyz",
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "1q2w3e4r5t6y7u8i9o0p",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
  "!@#$%^&*()",
];
const backwards = (row: string): string => row.replaceAll(/./gu, (_, at: number) => row.charAt(row.length - 1 - at));
const ORDERS = [...ROWS, ...ROWS.map((row) => backwards(row))];

/** Shortest piece of an order that counts as one. */
const RUN = 3;

const LETTERS: Readonly<Record<string, string>> = {
  "@": "a",
  "4": "a",
  "3": "e",
  "1": "i",
  "!": "i",
  "0": "o",
  $: "s",
  "5": "s",
  "7": "t",
};

/** Length of the longest piece of one order that begins at `from`. */
const runAt = (text: string, from: number): number => {
  let length = 0;
  for (const order of ORDERS) {
    while (from + length < text.length && order.includes(text.slice(from, from + length + 1))) length += 1;
  }
  return length;
};

/**
 * What of a password has to be guessed sign by sign: without words of the list, years, runs of neighbouring signs
 * ("12345", "qwerty") and signs that only repeat the one before.
 */
export const unguessable = (password: string): string => {
  const plain = password.normalize("NFKC").toLowerCase();
  const guessed = new Set<number>();
  const guess = (from: number, length: number): void => {
    for (let at = from; at < from + length; at += 1) guessed.add(at);
  };
  const lettered = plain.replaceAll(/[@431!0$57]/gu, (sign) => LETTERS[sign] ?? sign);
  for (const word of COMMON) {
    for (let at = lettered.indexOf(word); at >= 0; at = lettered.indexOf(word, at + 1)) guess(at, word.length);
  }
  for (const { index, 0: year } of plain.matchAll(/(?:19|20)\d\d/gu)) guess(index, year.length);
  for (let at = 0; at < plain.length; at += 1) {
    const length = runAt(plain, at);
    if (length >= RUN) guess(at, length);
    if (at > 0 && plain[at] === plain[at - 1]) guess(at, 1);
  }
  let left = "";
  for (let at = 0; at < plain.length; at += 1) if (!guessed.has(at)) left += plain[at] ?? "";
  return left;
};
