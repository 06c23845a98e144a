import { describe, expect, it } from "@jest/globals";
import { DefaultEvaluator, evaluate, registerEvaluator } from "@formio/core/utils";
import { formEvaluator } from "../../../src/forms/sandbox/form-evaluator.js";
import { aForm, aFormsModule, validating } from "./support.js";

const checking = (custom: string) => [{ type: "textfield", key: "a", label: "A", input: true, validate: { custom } }];
const calculating = (calculateValue: unknown) => [
  { type: "textfield", key: "a", label: "A", input: true, calculateValue },
];

const calculated = async (script: string): Promise<unknown> => {
  const result = await validating(calculating(script), {});
  return result.ok ? result.data["a"] : result.errors;
};

/** Gives nothing, as Form.io's own does with `noeval`. */
class SilentEvaluator extends DefaultEvaluator {
  override evaluate(): null {
    return null;
  }
}

describe("scripts of forms", () => {
  it("should see nothing of this process", async () => {
    const names = ["process", "require", "module", "globalThis.process", "fetch", "Buffer", "setTimeout", "console"];
    const seen = await calculated(`value = [${names.map((name) => `typeof ${name}`).join(",")}].join()`);
    expect(seen).toBe(names.map(() => "undefined").join());
  });

  it("should reach no outer Function through constructors", async () => {
    const script = "value = (function(){}).constructor('return typeof process + typeof require')()";
    expect(await calculated(script)).toBe("undefinedundefined");
    const viaData = "value = data.constructor.constructor('return typeof process')()";
    expect(await calculated(viaData)).toBe("undefined");
  });

  it("should be cut off when they do not end", async () => {
    const result = await validating(checking("while (true) {}; valid = true"), { a: "x" });
    expect(result).toMatchObject({
      ok: false,
      errors: [
        {
          path: "data.a",
          message: {
            id: "Perhitungan pada isian A terlalu lama. Coba kirim lagi; bila tetap begitu, sampaikan kepada pemilik proses",
          },
        },
      ],
    });
  });

  it("should be cut off when they take too much memory", async () => {
    const result = await validating(checking("var x = []; for(;;) x.push(new Array(100000).fill('x')); valid = true"), {
      a: "x",
    });
    expect(result).toMatchObject({ ok: false, errors: [{ path: "data.a" }] });
  });

  it("should not accept a value when the check fails with an error", async () => {
    expect(await validating(checking("valid = tidakAda.nilai"), { a: "x" })).toMatchObject({ ok: false });
  });

  it("should change no prototype of this process", async () => {
    const results = [
      await calculated("Object.prototype.tercemar = 'ya'; value = 'a'"),
      await calculated('value = JSON.parse(\'{"__proto__":{"tercemar":1}}\')'),
      await validating(
        [{ type: "textfield", key: "a", input: true }],
        JSON.parse('{"__proto__":{"tercemar":1},"a":"x"}'),
      ),
      await validating(
        [
          {
            type: "datagrid",
            key: "g",
            label: "G",
            input: true,
            components: [{ type: "textfield", key: "a", input: true }],
          },
        ],
        JSON.parse('{"g":[{"__proto__":{"tercemar":1},"constructor":{"prototype":{"tercemar":1}},"a":"x"}]}'),
      ),
    ];
    expect(results).toHaveLength(4);
    expect(({} as Record<string, unknown>)["tercemar"]).toBeUndefined();
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it("should leave nothing behind for the next script", async () => {
    await calculated("globalThis.sisa = 1; value = 'a'");
    expect(await calculated("value = typeof sisa")).toBe("undefined");
  });

  it("should have replaced Form.io's own evaluator before any form is evaluated", async () => {
    await aFormsModule();
    // Form.io's own evaluator would give the number of this process.
    expect(() => evaluate("value = process.pid", { data: {} }, "value")).toThrow(
      "Expected a submission to be under way",
    );
  });

  it("should take nothing for valid when Form.io evaluates elsewhere", async () => {
    registerEvaluator(new SilentEvaluator());
    try {
      await expect(validating(checking("valid = 'salah'"), { a: "x" })).rejects.toThrow("to evaluate in the sandbox");
    } finally {
      registerEvaluator(formEvaluator);
    }
  });

  it.each([
    { method: [{ var: "constructor" }, "constructor", ["return 1"]] },
    { var: "data.constructor.constructor" },
    { var: [{ cat: ["con", "structor"] }] },
    { _invokeMap: [[1], "constructor"] },
    { "+": [{ log: 1 }] },
  ])("should refuse the JSONLogic %j at publication", async (rule) => {
    const forms = await aFormsModule();
    await expect(forms.keep("app/x", aForm(...calculating(rule)))).rejects.toMatchObject({ code: "BAD_INPUT" });
  });
});
