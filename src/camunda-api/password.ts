import { createHash, randomBytes, scrypt, timingSafeEqual } from "node:crypto";

/** Cost of one hash: 16 MiB and some ten milliseconds, the figures of the scrypt paper for interactive logins. */
const COST = { N: 2 ** 14, r: 8, p: 1 } as const;
const LENGTH = 32;

const derive = (password: string, salt: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(password.normalize("NFKC"), salt, LENGTH, COST, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });

/** Hash of a password as text, with its salt. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  return `scrypt$${salt.toString("base64")}$${(await derive(password, salt)).toString("base64")}`;
}

/** Checks passwords against their hashes and remembers the last right one of each hash: clients send it with every request. */
export class PasswordCheck {
  readonly #secret = randomBytes(32);
  readonly #right = new Map<string, Buffer>();

  async matches(password: string, hash: string): Promise<boolean> {
    const known = this.#right.get(hash);
    const quick = createHash("sha256").update(this.#secret).update(password).digest();
    if (known !== undefined && timingSafeEqual(known, quick)) return true;
    const [kind, salt, key] = hash.split("$");
    if (kind !== "scrypt" || salt === undefined || key === undefined) return false;
    const isRight = timingSafeEqual(Buffer.from(key, "base64"), await derive(password, Buffer.from(salt, "base64")));
    if (isRight) this.#remember(hash, quick);
    return isRight;
  }

  #remember(hash: string, quick: Buffer): void {
    // Old hashes of changed passwords must not pile up.
    if (this.#right.size >= 1000) this.#right.clear();
    this.#right.set(hash, quick);
  }
}
