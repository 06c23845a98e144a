import { createHash } from "node:crypto";

/** SHA-256 of numbers of real people that occur in public documents: never to be made up by chance. */
const DENIED = new Set([
  "96e8844957cb7162ed528375b1986c08736c505407e9215c01360fcc6b97a42e",
  "268eafef96e254b5861e7644f747a0e3b9e24290c0e8b253dffed64642261b4d",
  "4007d814065906b3211a2abc5c2e5a5e9ed71edc37485939aa1d8b787873f8b1",
  "37926aa3ed53f9051d554e66bdab103418b5c7cc030b5a09c4b242aec273cdeb",
  "7dde7455506d6ace182bce8519147127c046f50dc6a7284f70ba6740885c9cd1",
  "2518d69313693cf138ea0769dcef758bfb96f6275e0cc928d9ce27887bbc69a9",
  "5197d0e05c6270d1d979574cd3113e02115e6323a3f51e2694b5512db15794c5",
]);

/** Whether a number belongs to a real person of the public documents. */
export const nipTerlarang = (nip: string): boolean => DENIED.has(createHash("sha256").update(nip).digest("hex"));
