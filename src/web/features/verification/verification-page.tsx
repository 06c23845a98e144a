import { IconCircleCheck, IconCircleX, IconFileSearch } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useId, useState, type FormEvent, type ReactElement } from "react";
import { Link, useNavigate, useParams } from "react-router";
import type { Verification } from "../../../http/contract/cases.js";
import { api } from "../../shared/api/client.js";
import { Brand } from "../../shared/components/brand.js";
import { FileChoice } from "../../shared/components/file-choice.js";
import { Field } from "../../shared/components/field.js";
import { LanguageSwitch } from "../../shared/components/language-switch.js";
import { Loading } from "../../shared/components/loading.js";
import { ProblemAlert } from "../../shared/components/problem-alert.js";
import { longDate } from "../../shared/format/dates.js";
import { useTexts } from "../../shared/i18n/use-texts.js";
import { sha256Of } from "./sha256.js";

/** Public check of a printed document: is it ours, and is the file at hand the same. */
export function VerificationPage(): ReactElement {
  const { t } = useTexts();
  const { documentId } = useParams();
  useEffect(() => {
    document.title = `${t("verify.title")} · Alur`;
  }, [t]);
  return (
    <div className="front">
      <div className="front-language" data-bs-theme="dark">
        <LanguageSwitch />
      </div>
      <header className="front-brand">
        <Brand />
      </header>
      <main className="card front-card front-card-wide">
        <div className="card-body p-4">
          <h1 className="h2 mb-3">{t("verify.title")}</h1>
          {documentId === undefined ? <AskForId /> : <Result documentId={documentId} />}
        </div>
      </main>
      <footer className="front-foot small">
        <Link to="/">{t("verify.home")}</Link>
      </footer>
    </div>
  );
}

function AskForId(): ReactElement {
  const { t } = useTexts();
  const navigate = useNavigate();
  const [id, setId] = useState("");
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (id.trim() !== "") void navigate(`/verifikasi/${encodeURIComponent(id.trim())}`);
  };
  return (
    <form onSubmit={submit}>
      <Field
        label={t("verify.id")}
        help={t("verify.idHelp")}
        value={id}
        onValue={setId}
        required
        maxLength={64}
        autoComplete="off"
      />
      <button type="submit" className="btn btn-primary">
        {t("verify.check")}
      </button>
    </form>
  );
}

function Result({ documentId }: { readonly documentId: string }): ReactElement {
  const { t, language } = useTexts();
  const check = useQuery({
    queryKey: ["verification", documentId],
    queryFn: ({ signal }) =>
      api.get<Verification>(`/verification/${encodeURIComponent(documentId)}`, { signal, renew: false }),
  });
  if (check.isPending) return <Loading />;
  if (check.data === undefined) return <ProblemAlert error={check.error} onRetry={() => void check.refetch()} />;
  const { found, title, number, issuedAt, sha256, correctedBy, corrects } = check.data;
  if (!found)
    return (
      <div className="verdict verdict-bad" role="status">
        <IconCircleX size={28} className="flex-shrink-0" aria-hidden />
        <div>
          <div className="fw-bold">{t("verify.unknown")}</div>
          <div>{t("verify.unknownWhy", { id: documentId })}</div>
        </div>
      </div>
    );
  return (
    <>
      <div className="verdict verdict-good" role="status">
        <IconCircleCheck size={28} className="flex-shrink-0" aria-hidden />
        <div>
          <div className="fw-bold">{t("verify.known")}</div>
          <div>{title}</div>
        </div>
      </div>
      {correctedBy === null ? null : (
        <div className="alert alert-warning alert-plain">
          {t("verify.corrected")} <Link to={`/verifikasi/${correctedBy}`}>{t("verify.correctedLink")}</Link>
        </div>
      )}
      {corrects === null ? null : (
        <div className="alert alert-info alert-plain">
          {t("verify.corrects")} <Link to={`/verifikasi/${corrects}`}>{t("verify.correctsLink")}</Link>
        </div>
      )}
      <dl className="facts my-3">
        {number === null ? null : (
          <div>
            <dt>{t("verify.number")}</dt>
            <dd>{number}</dd>
          </div>
        )}
        {issuedAt === null ? null : (
          <div>
            <dt>{t("verify.issued")}</dt>
            <dd>{longDate(issuedAt, language)}</dd>
          </div>
        )}
      </dl>
      {sha256 === null ? null : <Compare sha256={sha256} />}
    </>
  );
}

type Comparison = "none" | "reading" | "same" | "different";

function Compare({ sha256 }: { readonly sha256: string }): ReactElement {
  const { t } = useTexts();
  const help = useId();
  const [state, setState] = useState<Comparison>("none");
  const [name, setName] = useState("");
  const compare = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    setName(file.name);
    setState("reading");
    setState((await sha256Of(file)) === sha256.toLowerCase() ? "same" : "different");
  };
  return (
    <section className="border-top pt-3" aria-labelledby="compare-title">
      <h2 className="h4" id="compare-title">
        {t("verify.compare")}
      </h2>
      <p className="text-secondary mb-2" id={help}>
        {t("verify.compareHelp")}
      </p>
      <FileChoice
        button={t("verify.choose")}
        icon={IconFileSearch}
        chosen={name}
        accept="application/pdf"
        describedBy={help}
        onChoose={([file]) => void compare(file)}
      />
      <div role="status" className="mt-3">
        {state === "reading" ? <Loading /> : null}
        {state === "same" ? (
          <div className="verdict verdict-good">
            <IconCircleCheck size={24} aria-hidden /> {t("verify.same")}
          </div>
        ) : null}
        {state === "different" ? (
          <div className="verdict verdict-bad">
            <IconCircleX size={24} aria-hidden /> {t("verify.different")}
          </div>
        ) : null}
      </div>
      <p className="checksum text-secondary mt-3 mb-0">SHA-256: {sha256}</p>
    </section>
  );
}
