import { IconQuote } from "@tabler/icons-react";
import type { ReactElement } from "react";
import { Link } from "react-router";
import type { Story } from "../../../http/contract/cases.js";
import { clockTime, longDate } from "../format/dates.js";
import { useTexts } from "../i18n/use-texts.js";
import { foldRuns, runSentence } from "./fold-runs.js";
import { systemNameOf } from "./system-name.js";
import "./story.css";

type Entry = Story["items"][number];

interface StoryListProps {
  readonly entries: readonly Entry[];
  /** What one person did again and again becomes one line that opens. */
  readonly folded?: boolean;
  /** Rank of the days among the page's headings: below the page's title, or below that of a section. */
  readonly dayRank?: "h2" | "h3";
  /** Each entry leads to its case file, where the list is of many. */
  readonly linked?: boolean;
}

/** What happened, in sentences, under the days it happened on; newest first. */
export function StoryList({
  entries,
  folded = false,
  dayRank: Day = "h3",
  linked = false,
}: StoryListProps): ReactElement {
  const { language } = useTexts();
  const runs = folded ? foldRuns(entries, (at) => longDate(at, language)) : entries.map((entry) => [entry]);
  let day = "";
  return (
    <ol className="story">
      {runs.map((run) => {
        const [entry] = run;
        if (entry === undefined) return null;
        const own = longDate(entry.at, language);
        const heading = own === day ? null : own;
        day = own;
        return (
          <li key={entry.seq}>
            {heading === null ? null : <Day className="story-day">{heading}</Day>}
            {run.length === 1 ? <StoryEntry entry={entry} linked={linked} /> : <StoryRun run={run} latest={entry} />}
          </li>
        );
      })}
    </ol>
  );
}

function StoryRun({ run, latest }: { readonly run: readonly Entry[]; readonly latest: Entry }): ReactElement {
  const { t, say, language } = useTexts();
  return (
    <article className="story-entry">
      <time className="story-time tabular" dateTime={new Date(latest.at).toISOString()}>
        {clockTime(latest.at, language)}
      </time>
      <div className="flex-fill min-w-0">
        <p className="mb-0">
          <span className="fw-medium">{systemNameOf(latest.actor, t("story.system"))}</span>
          {latest.role === null ? "" : <span className="text-secondary"> ({say(latest.role)})</span>}{" "}
          {runSentence(run, language)}
        </p>
        <details className="story-changes">
          <summary>{t("story.showRun", { count: run.length })}</summary>
          <ol className="story story-run">
            {run.map((entry) => (
              <li key={entry.seq}>
                <StoryEntry entry={entry} />
              </li>
            ))}
          </ol>
        </details>
      </div>
    </article>
  );
}

function StoryEntry({ entry, linked = false }: { readonly entry: Entry; readonly linked?: boolean }): ReactElement {
  const { t, say, language } = useTexts();
  return (
    <article className="story-entry">
      <time className="story-time tabular" dateTime={new Date(entry.at).toISOString()}>
        {clockTime(entry.at, language)}
      </time>
      <div className="flex-fill min-w-0">
        <p className="mb-0">
          <span className="fw-medium">{systemNameOf(entry.actor, t("story.system"))}</span>
          {entry.role === null ? "" : <span className="text-secondary"> ({say(entry.role)})</span>}{" "}
          {say(entry.sentence)}
        </p>
        {entry.reason === null ? null : (
          <blockquote className="story-reason">
            <IconQuote size={16} aria-hidden /> {entry.reason}
          </blockquote>
        )}
        {entry.changes.length === 0 ? null : <Changes changes={entry.changes} />}
        {linked && entry.caseId !== null ? (
          <Link className="story-case" to={`/berkas/${encodeURIComponent(entry.caseId)}`}>
            {t("story.openCase")}
          </Link>
        ) : null}
        <Traces entry={entry} />
      </div>
    </article>
  );
}

function Changes({ changes }: { readonly changes: Entry["changes"] }): ReactElement {
  const { t } = useTexts();
  return (
    <details className="story-changes" open={changes.length <= 4}>
      <summary>{t("story.changes", { count: changes.length })}</summary>
      <table className="table table-sm">
        <thead>
          <tr>
            <th scope="col">{t("story.field")}</th>
            <th scope="col">{t("story.before")}</th>
            <th scope="col">{t("story.after")}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={change.field}>
              <th scope="row">{change.label}</th>
              <td>{change.from ?? "–"}</td>
              <td className="fw-medium">{change.to ?? "–"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function Traces({ entry }: { readonly entry: Entry }): ReactElement {
  const { t } = useTexts();
  const versions = Object.entries(entry.versions);
  return (
    <details className="story-traces">
      <summary>{t("story.traces", { seq: entry.seq })}</summary>
      <dl className="facts">
        {versions.map(([what, version]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{version}</dd>
          </div>
        ))}
        <div className="fact-all">
          <dt>{t("story.hash")}</dt>
          <dd className="checksum">{entry.hash}</dd>
        </div>
      </dl>
    </details>
  );
}
