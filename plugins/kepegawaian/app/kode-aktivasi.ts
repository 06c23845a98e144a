import type { Activation, CaseFact } from "../../../src/plugin-api/index.js";

const LABEL = { id: "Kode aktivasi (sekali pakai, 14 hari)", en: "Activation code (one use, 14 days)" };

/**
 * The line of a case page with the one-time code of a new account; none once the account has its password.
 * @param whereNew where the reader makes a new code, as the second part of "Buat kode baru lewat …".
 */
export const kodeAktivasiFacts = (activation: Activation, whereNew: string): readonly CaseFact[] => {
  switch (activation.state) {
    case "shown":
      return [{ label: LABEL, value: activation.code }];
    case "hidden":
      return [
        {
          label: LABEL,
          value: `Tidak dapat ditampilkan lagi: kode hanya tampil 30 menit bagi pembuatnya dan tidak disimpan. Buat kode baru lewat ${whereNew}.`,
        },
      ];
    case "expired":
      return [{ label: LABEL, value: `Sudah lewat 14 hari. Buat kode baru lewat ${whereNew}.` }];
    case "used":
      return [];
  }
};
