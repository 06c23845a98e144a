import { IconChecklist, IconRocket, IconZoomScan } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type ReactElement } from "react";
import { Link, useNavigate } from "react-router";
import type { Deployed, Findings } from "../../../http/contract/admin.js";
import { api } from "../../shared/api/client.js";
import { Dialog } from "../../shared/components/dialog.js";
import { Loading } from "../../shared/components/loading.js";
import { ProblemAlert } from "../../shared/components/problem-alert.js";
import { useToasts } from "../../shared/components/toasts.js";
import { useTexts } from "../../shared/i18n/use-texts.js";
import { FindingList } from "./finding-list.js";
import { useModeler } from "./use-modeler.js";
import { refusedFindings } from "./refused-findings.js";
import "./studio.css";

interface DiagramEditorProps {
  readonly xml: string;
  /** Null for a new process. */
  readonly definitionId: string | null;
  readonly resourceName: string | null;
  readonly newest: number;
  /** Instances of all versions that run on as they are. */
  readonly running: number;
}

/** The modeler with its checks; what is drawn stays on this device until it is deployed. */
export function DiagramEditor(props: DiagramEditorProps): ReactElement {
  const { t } = useTexts();
  const modeler = useModeler(props.xml, props.definitionId);
  const [confirming, setConfirming] = useState(false);
  const [note, setNote] = useState("");
  const { editor, findings } = modeler;
  const name = (): string => props.resourceName ?? `${editor?.process().id ?? "proses"}.bpmn`;
  const check = useMutation({
    mutationFn: async () => {
      if (editor === null) return;
      const answer = await api.post<Findings>("/studio/check", { name: name(), xml: await editor.xml() });
      modeler.show(answer.findings);
    },
  });
  const deploy = useDeploy(modeler, name, () => setConfirming(false));
  const failure =
    check.error ?? (deploy.error === null || refusedFindings(deploy.error) !== null ? null : deploy.error);
  return (
    <div className="editor">
      <div className="editor-bar">
        <Link to={props.definitionId === null ? "/studio" : `/studio/proses/${encodeURIComponent(props.definitionId)}`}>
          {t("studio.leave")}
        </Link>
        <h1 className="h3 mb-0 text-truncate">{editor?.process().name ?? t("studio.new")}</h1>
        <span className="text-secondary" role="status">
          {modeler.dirty ? t("studio.unsaved") : ""}
        </span>
        <div className="editor-tools">
          <button type="button" className="btn" disabled={editor === null} onClick={() => editor?.fit()}>
            <IconZoomScan size={18} className="me-1" aria-hidden /> {t("studio.fit")}
          </button>
          <button
            type="button"
            className="btn"
            disabled={editor === null || check.isPending}
            onClick={() => check.mutate()}
          >
            <IconChecklist size={18} className="me-1" aria-hidden /> {t("studio.check")}
          </button>
          <button
            type="button"
            className="btn btn-primary"
            disabled={editor === null || deploy.isPending}
            onClick={() => setConfirming(true)}
          >
            <IconRocket size={18} className="me-1" aria-hidden /> {t("studio.deploy")}
          </button>
        </div>
      </div>
      {modeler.restored ? (
        <div className="alert alert-info alert-plain editor-alert" role="status">
          {t("studio.restored")}{" "}
          <button type="button" className="btn btn-sm ms-2" onClick={() => modeler.discard()}>
            {t("studio.discard")}
          </button>
        </div>
      ) : null}
      {modeler.failure === null ? null : <ProblemAlert error={modeler.failure} />}
      {failure === null ? null : <ProblemAlert error={failure} />}
      <div className="editor-body">
        {editor === null && modeler.failure === null ? <Loading label={t("studio.loading")} /> : null}
        <div ref={modeler.canvas} className="editor-canvas" role="region" aria-label={t("studio.canvas")} />
        <div
          ref={modeler.panel}
          className="editor-panel"
          role="region"
          aria-label={t("studio.properties")}
          tabIndex={0}
        />
      </div>
      <FindingList findings={findings} onChosen={(elementId) => editor?.reveal(elementId)} />
      {confirming ? (
        <Dialog
          title={t("studio.deployTitle")}
          confirm={t("studio.deploy")}
          busy={deploy.isPending}
          onClose={() => setConfirming(false)}
          onConfirm={() => deploy.mutate(note.trim())}
        >
          <p>{t("studio.deployVersion", { version: props.newest + 1 })}</p>
          <p>{t("studio.deployRunning", { count: props.running })}</p>
          <label className="form-label" htmlFor="deploy-note">
            {t("studio.note")}
          </label>
          <textarea
            id="deploy-note"
            className="form-control"
            rows={2}
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </Dialog>
      ) : null}
    </div>
  );
}

function useDeploy(modeler: ReturnType<typeof useModeler>, name: () => string, close: () => void) {
  const { t } = useTexts();
  const toasts = useToasts();
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async (note: string) => {
      const diagram = { name: name(), xml: (await modeler.editor?.xml()) ?? "" };
      return api.post<Deployed>("/studio/deployments", note === "" ? diagram : { ...diagram, note });
    },
    onSuccess: async ({ id, version }) => {
      modeler.saved();
      toasts.done(t("studio.deployed", { version }));
      await client.invalidateQueries({ queryKey: ["definitions"] });
      await navigate(`/studio/proses/${encodeURIComponent(id)}`);
    },
    onError: (error) => {
      const found = refusedFindings(error);
      if (found !== null) modeler.show(found);
      close();
    },
  });
}
