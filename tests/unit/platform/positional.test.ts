import { describe, expect, it } from "@jest/globals";
import { positional } from "../../../src/platform/db/index.js";

describe("positional", () => {
  it("should put values in the order in which the SQL names them, as often as it does", () => {
    expect(positional("a = :x AND b = :y OR c = :x", { x: 1, y: "two" })).toEqual({
      sql: "a = ? AND b = ? OR c = ?",
      values: [1, "two", 1],
    });
  });

  it("should spread lists, and let an empty one match nothing", () => {
    expect(positional("a IN (:list) OR b IN (:none)", { list: [1, 2], none: [] })).toEqual({
      sql: "a IN (?, ?) OR b IN (NULL)",
      values: [1, 2],
    });
  });

  it("should give booleans as the numbers that SQLite takes", () => {
    expect(positional("a = :yes AND b = :no", { yes: true, no: false }).values).toEqual([1, 0]);
  });

  it("should leave times in texts alone", () => {
    expect(positional("a = '08:30' AND b = :b", { b: 1 }).sql).toBe("a = '08:30' AND b = ?");
  });

  it("should name a parameter without a value", () => {
    expect(() => positional("a = :x", {})).toThrow("':x'");
  });
});
