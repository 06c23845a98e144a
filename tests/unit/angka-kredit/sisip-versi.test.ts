import { describe, expect, it } from "@jest/globals";
import { hariSebelum, sisipVersi } from "../../../plugins/angka-kredit/plugin.js";

const versi = (id: string, berlakuMulai: string, berlakuSampai: string | null = null) => ({
  id,
  berlakuMulai,
  berlakuSampai,
});

describe("a new version among others", () => {
  const closed = versi("closed", "2020-01-01", "2022-12-31");
  const open = versi("open", "2023-01-01");

  it("should end the open one the day before it begins", () => {
    expect(sisipVersi([closed, open], versi("new", "2027-03-01"))).toEqual({
      ok: true,
      tutup: { id: "open", sampai: "2027-02-28" },
    });
  });

  it("should stand before, between or alone without touching others", () => {
    expect(sisipVersi([], versi("new", "2020-01-01"))).toEqual({ ok: true, tutup: null });
    expect(sisipVersi([closed, open], versi("new", "2019-01-01", "2019-12-31"))).toEqual({ ok: true, tutup: null });
  });

  it.each([
    ["the same first day", versi("new", "2023-01-01"), "open"],
    ["a last day within a later one", versi("new", "2022-06-01", "2023-01-01"), "closed"],
    ["no last day before a later one", versi("new", "2019-01-01"), "closed"],
    ["a day within a closed one", versi("new", "2022-12-31", "2022-12-31"), "closed"],
  ])("should be refused for %s, naming the other", (_what, baru, id) => {
    expect(sisipVersi([closed, open], baru)).toMatchObject({ ok: false, bentrok: { id } });
  });

  it.each([
    ["2027-07-01", "2027-06-30"],
    ["2028-03-01", "2028-02-29"],
    ["2027-03-01", "2027-02-28"],
    ["2027-01-01", "2026-12-31"],
    ["2027-05-12", "2027-05-11"],
  ])("should know the day before %s", (day, before) => {
    expect(hariSebelum(day)).toBe(before);
  });
});
