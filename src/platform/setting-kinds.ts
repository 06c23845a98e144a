import { z } from "zod";

const whole = (least: number, most: number) =>
  z
    .string()
    .trim()
    .regex(/^\d+$/u, `Expected a whole number from ${least} to ${most}`)
    .transform(Number)
    .refine((value) => value >= least && value <= most, `Expected a whole number from ${least} to ${most}`);

const onOff = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.enum(["on", "off"], "Expected 'on' or 'off'"))
  .transform((value) => value === "on");

const address = (protocols: readonly string[]) =>
  z
    .string()
    .trim()
    .refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
      message: `Expected an address that begins with ${protocols.map((name) => `${name}//`).join(" or ")}`,
    });

const text = z.string().trim().min(1, "Expected a text, but it is empty");

/** Rules of single variables, which arrive as text. @since 1.1 */
export const settingKinds = { whole, onOff, address, text } as const;
