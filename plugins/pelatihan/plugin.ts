import { definePlugin } from "../../src/plugin-api/index.js";
import { hitungKelulusanPelatihan, hitungNilaiPelatihan } from "./app/hitung-pelatihan.js";
import { ACUAN_PELATIHAN } from "./domain/acuan-pelatihan.js";

/** Scores and passing of the trainings for widyaiswara (Peraturan LAN 13/2019). */
export const plugin = definePlugin({
  name: "pelatihan",
  version: "1.0.0",
  api: "^1.1",
  needs: ["angka-kredit"],
  contributions: {
    "angka-kredit:acuan": [ACUAN_PELATIHAN],
    "angka-kredit:perhitungan": [hitungNilaiPelatihan, hitungKelulusanPelatihan],
  },
  setup: () => ({}),
});
