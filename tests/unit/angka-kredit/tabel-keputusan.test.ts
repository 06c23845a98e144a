import { describe, expect, it } from "@jest/globals";
import { readFileSync } from "node:fs";
import { evaluateDecision, parseDmn } from "../../../src/engine/dmn/index.js";
import { ACUAN_AWAL } from "../../../plugins/angka-kredit/data/acuan-awal.js";
import { kelayakanPak } from "../../../plugins/angka-kredit/domain/kelayakan-pak.js";
import { DaftarAcuan, PREDIKAT } from "../../../plugins/angka-kredit/plugin.js";

const decide = async (decisionId: string, variables: Record<string, string | boolean>): Promise<unknown> => {
  const parsed = await parseDmn(readFileSync(`bpmn/angka-kredit/${decisionId}.dmn`, "utf8"));
  if (!parsed.ok) throw new Error(parsed.message);
  const outcome = evaluateDecision(parsed.value, decisionId, { get: (name) => variables[name] }, { nowMs: 0 });
  if (outcome.failure !== null) throw new Error(outcome.failure.message);
  return outcome.output;
};

describe("the decision tables of the conversion", () => {
  const acuan = new DaftarAcuan(ACUAN_AWAL);

  it.each(PREDIKAT)("should give %s the percentage of the reference data", async (predikat) => {
    expect(await decide("predikat-konversi", { predikat })).toBe(
      acuan.cari("predikat", predikat, "2025-01-01")?.nilai.persen,
    );
  });

  it("should tell a due PAK as batches do, whatever was reached before", async () => {
    for (let bits = 0; bits < 16; bits++) {
      const capaian = {
        pangkatTerpenuhi: (bits & 1) !== 0,
        jenjangTerpenuhi: (bits & 2) !== 0,
        pangkatSudah: (bits & 4) !== 0,
        jenjangSudah: (bits & 8) !== 0,
      };
      const untuk = kelayakanPak(capaian);
      expect({ capaian, ...((await decide("kelayakan-pak", capaian)) as object) }).toMatchObject({
        capaian,
        terbit: untuk !== null,
        untuk,
      });
    }
  });
});
