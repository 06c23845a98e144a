import { FeelDate, FeelDuration } from "feelin";
import type { FeelDateTime, FeelTime } from "feelin";
import type { FeelInstant } from "./temporal.js";
import { offsetMs, totalMonths, totalMs } from "./temporal.js";

/** How the zone of a time is written: as processes see it, `+07:00[Asia/Jakarta]`, or as FEEL does, `@Asia/Jakarta`. */
type ZoneStyle = "iso" | "feel";

/**
 * A temporal value as it leaves FEEL, as a variable or in JSON: seconds always there, the shortest fraction, durations
 * normalised (`P1DT2H`, `P1Y2M`, `P0D`).
 */
export function temporalText(value: FeelInstant | FeelDuration, zones: ZoneStyle = "iso"): string {
  if (value instanceof FeelDuration) return durationText(value);
  if (value instanceof FeelDate) return plainYear(value.iso);
  return plainYear(value.unwrap().toString()) + zoneText(value, zones);
}

/** What `string(x)` gives: the text by which FEEL reads the same value again. */
export function feelTemporalText(value: FeelInstant | FeelDuration): string {
  return temporalText(value, "feel");
}

/** ISO writes `+099999` and `-002021`, FEEL as many digits as a year needs, at least four. */
function plainYear(text: string): string {
  return text.replace(/^([+-])0*(\d{4,})(?=-)/, (_, sign: string, year: string) => (sign === "-" ? "-" : "") + year);
}

function zoneText(value: FeelTime | FeelDateTime, style: ZoneStyle): string {
  if (value.zone === null) return "";
  if (value.zone === "UTC") return "Z";
  if (/^[+-]/.test(value.zone)) return value.zone === "+00:00" ? "Z" : value.zone;
  return style === "feel" ? `@${value.zone}` : `${offsetText(offsetMs(value) ?? 0)}[${value.zone}]`;
}

function offsetText(ms: number): string {
  if (ms === 0) return "Z";
  const minutes = Math.abs(Math.round(ms / 60_000));
  const hh = String(Math.floor(minutes / 60)).padStart(2, "0");
  return `${ms < 0 ? "-" : "+"}${hh}:${String(minutes % 60).padStart(2, "0")}`;
}

function durationText(value: FeelDuration): string {
  return value.yearsMonths ? monthsText(totalMonths(value)) : millisecondsText(totalMs(value));
}

function monthsText(months: number): string {
  if (months === 0) return "P0M";
  const size = Math.abs(months);
  const years = Math.floor(size / 12);
  const rest = size % 12;
  return `${months < 0 ? "-" : ""}P${years > 0 ? `${years}Y` : ""}${rest > 0 ? `${rest}M` : ""}`;
}

/** A days-time duration as text. */
export function millisecondsText(ms: number): string {
  if (ms === 0) return "P0D";
  const size = Math.abs(ms);
  const days = Math.floor(size / 86_400_000);
  const hours = Math.floor(size / 3_600_000) % 24;
  const minutes = Math.floor(size / 60_000) % 60;
  const seconds = (size % 60_000) / 1000;
  const time = `${hours > 0 ? `${hours}H` : ""}${minutes > 0 ? `${minutes}M` : ""}${seconds > 0 ? `${seconds}S` : ""}`;
  return `${ms < 0 ? "-" : ""}P${days > 0 ? `${days}D` : ""}${time === "" ? "" : `T${time}`}`;
}
