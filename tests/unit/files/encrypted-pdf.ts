import { createHash } from "node:crypto";

/** Fills a password up to 32 bytes (ISO 32000-1, 7.6.3.3, algorithm 2, step a). */
const PADDING = Buffer.from("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a", "hex");

const rc4 = (key: Buffer, input: Buffer): Buffer => {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index);
  const at = (index: number): number => state[index & 255] ?? 0;
  const swap = (a: number, b: number): void => {
    [state[a & 255], state[b & 255]] = [at(b), at(a)];
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + at(i) + (key[i % key.length] ?? 0)) & 255;
    swap(i, j);
  }
  let j = 0;
  return Buffer.from(
    input.map((byte, index) => {
      const i = (index + 1) & 255;
      j = (j + at(i)) & 255;
      swap(i, j);
      return byte ^ at(at(i) + at(j));
    }),
  );
};

const padded = (password: string): Buffer => Buffer.concat([Buffer.from(password, "latin1"), PADDING]).subarray(0, 32);

/**
 * A PDF with the standard security handler, revision 2 (algorithms 2 and 4).
 * @param userPassword what opens it; empty when it is only locked against printing and changing.
 */
export const anEncryptedPdf = (userPassword: string): Buffer => {
  const owner = Buffer.alloc(32, 0x42);
  const id = Buffer.alloc(16, 0x17);
  const permissions = Buffer.alloc(4);
  permissions.writeInt32LE(-64);
  const key = createHash("md5")
    .update(Buffer.concat([padded(userPassword), owner, permissions, id]))
    .digest()
    .subarray(0, 5);
  const user = rc4(key, PADDING);
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]>>",
    `<</Filter/Standard/V 1/R 2/O<${owner.toString("hex")}>/U<${user.toString("hex")}>/P -64>>`,
  ];
  let text = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj${object}endobj\n`;
    return offset;
  });
  const entries = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const identity = `<${id.toString("hex")}>`;
  const trailer = `trailer<</Size 5/Root 1 0 R/Encrypt 4 0 R/ID[${identity}${identity}]>>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(`${text}xref\n0 5\n0000000000 65535 f \n${entries}${trailer}`, "latin1");
};
