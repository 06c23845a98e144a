/** One measured figure: three runs, with the unit of their values. */
export interface Figure {
  readonly name: string;
  readonly unit: string;
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

const sorted = (values: readonly number[]): readonly number[] => values.toSorted((left, right) => left - right);

/** The value below which `share` (0 to 1) of the values lie. */
export function percentile(values: readonly number[], share: number): number {
  const ordered = sorted(values);
  return ordered[Math.min(ordered.length - 1, Math.floor(ordered.length * share))] ?? Number.NaN;
}

/** Minimum, median and maximum of the runs. */
export function figure(name: string, unit: string, runs: readonly number[]): Figure {
  const ordered = sorted(runs);
  return {
    name,
    unit,
    min: ordered[0] ?? Number.NaN,
    median: ordered[Math.floor(ordered.length / 2)] ?? Number.NaN,
    max: ordered.at(-1) ?? Number.NaN,
  };
}

/** Runs a measurement several times and gives one figure per named value it returns. */
export async function repeated(
  times: number,
  units: Readonly<Record<string, string>>,
  measure: () => Promise<Readonly<Record<string, number>>>,
): Promise<readonly Figure[]> {
  const runs: Readonly<Record<string, number>>[] = [];
  for (let run = 0; run < times; run++) runs.push(await measure());
  return Object.entries(units).map(([name, unit]) =>
    figure(
      name,
      unit,
      runs.map((values) => values[name] ?? Number.NaN),
    ),
  );
}

/** One line per figure, aligned. */
export function figureLines(figures: readonly Figure[]): readonly string[] {
  const width = Math.max(...figures.map(({ name }) => name.length));
  return figures.map(
    ({ name, unit, min, median, max }) =>
      `${name.padEnd(width)}  ${[min, median, max].map((value) => rounded(value).padStart(10)).join(" ")}  ${unit}`,
  );
}

const rounded = (value: number): string => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(2));
