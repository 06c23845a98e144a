import { z } from "zod";

/** What `document.json` says of a template. Millimetres. */
export const TemplateSettings = z.strictObject({
  title: z.string().min(1),
  paper: z.enum(["A4", "F4"]).default("A4"),
  landscape: z.boolean().default(false),
  margins: z
    .strictObject({
      top: z.number().min(5).max(60),
      right: z.number().min(5).max(60),
      bottom: z.number().min(15).max(60),
      left: z.number().min(5).max(60),
    })
    .default({ top: 20, right: 20, bottom: 22, left: 20 }),
  font: z.enum(["tinos", "arimo"]).default("tinos"),
});
export type TemplateSettings = z.infer<typeof TemplateSettings>;
