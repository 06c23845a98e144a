import { type FormComponent, kindOf, type ValueKind } from "../definition/component.js";

/** A value as it counts, nothing at all, or the error key that says what is wrong with it. */
export type Reading = { readonly value: unknown } | { readonly absent: true } | { readonly error: string };

const ABSENT: Reading = { absent: true };
/** Characters of one text when the form sets no limit of its own. */
const TEXT_LIMIT = 20_000;
const NUMBER = /^-?\d{1,15}(\.\d{1,10})?$/;
const DATE = /^(\d{4})-(\d{2})-(\d{2})(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/;
const FILE_ID = /^[0-9A-Za-z-]{8,64}$/;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

const isCalendarDay = (year: number, month: number, day: number): boolean =>
  year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);

const readText = (value: unknown): Reading => {
  if (typeof value !== "string" && typeof value !== "number") return { error: "text" };
  const text = String(value).replaceAll("\u0000", "");
  return text.length > TEXT_LIMIT ? { error: "maxLength" } : { value: text };
};

const readNumber = (value: unknown): Reading => {
  if (typeof value === "number") return Number.isFinite(value) ? { value } : { error: "number" };
  return typeof value === "string" && NUMBER.test(value.trim()) ? { value: Number(value) } : { error: "number" };
};

const readDateTime = (value: unknown): Reading => {
  const parts = typeof value === "string" ? DATE.exec(value) : null;
  if (parts === null) return { error: "invalidDate" };
  const isReal = isCalendarDay(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  return isReal && !Number.isNaN(Date.parse(value as string)) ? { value } : { error: "invalidDate" };
};

/** Form.io writes days as month/day/year or day/month/year, with zeros for what was left open. */
const readDay = (value: unknown, component: FormComponent): Reading => {
  if (typeof value !== "string") return { error: "invalidDay" };
  const hides = (part: string): boolean => component.fields?.[part]?.hide === true;
  const names = (component.dayFirst === true ? ["day", "month", "year"] : ["month", "day", "year"]).filter(
    (name) => !hides(name),
  );
  const texts = value.split("/");
  if (texts.every((text) => /^0*$/.test(text))) return ABSENT;
  if (texts.length !== names.length || texts.some((text) => !/^\d{1,4}$/.test(text))) return { error: "invalidDay" };
  const part = (name: string, otherwise: number): number => {
    const index = names.indexOf(name);
    return index === -1 ? otherwise : Number(texts[index]);
  };
  return isCalendarDay(part("year", 2000), part("month", 1), part("day", 1)) ? { value } : { error: "invalidDay" };
};

const readTime = (value: unknown): Reading =>
  typeof value === "string" && /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(value) ? { value } : { error: "time" };

const readChoice = (value: unknown, component: FormComponent): Reading => {
  if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") {
    return { error: "invalidOption" };
  }
  // Choices that the server offers by address are checked by whoever takes the submission.
  if (component.dataSrc === "url") return { value: String(value) };
  const choices = component.type === "radio" ? component.values : component.data?.values;
  const chosen = choices?.find((choice) => String(choice.value) === String(value));
  return chosen === undefined ? { error: "invalidOption" } : { value: chosen.value };
};

const readFlags = (value: unknown, component: FormComponent): Reading => {
  if (!isRecord(value)) return { error: "invalidOption" };
  const offered = (component.values ?? []).map((choice) => String(choice.value));
  const flags = Object.entries(value).filter(([name]) => name !== "");
  if (flags.some(([name, flag]) => !offered.includes(name) || typeof flag !== "boolean")) {
    return { error: "invalidOption" };
  }
  return { value: Object.fromEntries(offered.map((name) => [name, value[name] === true])) };
};

const fileIdOf = (item: unknown): string | undefined => {
  if (typeof item === "string") return FILE_ID.test(item) ? item : undefined;
  if (!isRecord(item)) return undefined;
  const nested = isRecord(item["data"]) ? item["data"]["id"] : undefined;
  const fromUrl = typeof item["url"] === "string" ? /\/?([^/?#]+)$/.exec(item["url"])?.[1] : undefined;
  const id = item["id"] ?? nested ?? fromUrl;
  return typeof id === "string" && FILE_ID.test(id) ? id : undefined;
};

const fileNameOf = (item: unknown): string => {
  const name: unknown = isRecord(item) ? (item["originalName"] ?? item["name"]) : "";
  return typeof name === "string" ? name.slice(0, 255) : "";
};

/** Files come as Form.io's upload records, as `{ id }` or as ids; they leave as `{ id, name }`. */
const readFiles = (value: unknown, component: FormComponent): Reading => {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (items.length === 0) return ABSENT;
  if (items.length > 1 && component.multiple !== true) return { error: "nonarray" };
  const files = items.map((item) => ({ id: fileIdOf(item) ?? "", name: fileNameOf(item) }));
  return files.some(({ id }) => id === "") ? { error: "files" } : { value: files };
};

const readScalar = (value: unknown): Reading =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? { value } : { error: "text" };

const READERS: Partial<Record<ValueKind, (value: unknown, component: FormComponent) => Reading>> = {
  text: readText,
  number: readNumber,
  datetime: readDateTime,
  day: readDay,
  time: readTime,
  choice: readChoice,
  flag: (value) => (typeof value === "boolean" ? { value } : { error: "flag" }),
  flags: readFlags,
  scalar: readScalar,
};

/** Reads the value of a component that holds one (not a row, group or layout), by what the form says of it. */
export function readValue(component: FormComponent, value: unknown): Reading {
  const kind = kindOf(component);
  if (value === undefined || value === null) return ABSENT;
  if (value === "" && kind !== "text") return ABSENT;
  if (kind === "files") return readFiles(value, component);
  const read = kind === undefined ? undefined : READERS[kind];
  if (read === undefined) return ABSENT;
  if (component.multiple !== true || kind === "flags") return read(value, component);
  return readMany(value, component, read);
}

const readMany = (
  value: unknown,
  component: FormComponent,
  read: (value: unknown, component: FormComponent) => Reading,
): Reading => {
  if (!Array.isArray(value)) return { error: "array" };
  const values: unknown[] = [];
  for (const item of value as unknown[]) {
    const reading = read(item, component);
    if ("error" in reading) return reading;
    if ("value" in reading) values.push(reading.value);
  }
  return values.length === 0 ? ABSENT : { value: values };
};
