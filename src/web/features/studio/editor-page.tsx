import type { ReactElement } from "react";
import { useParams } from "react-router";
import { Loading } from "../../shared/components/loading.js";
import { ProblemAlert } from "../../shared/components/problem-alert.js";
import { useDiagramXml, useVersions } from "./definition-query.js";
import { DiagramEditor } from "./diagram-editor.js";
import { emptyDiagram } from "./empty-diagram.js";

/** Draws a new process, or a new version of one. */
export function EditorPage(): ReactElement {
  const { definitionId, key } = useParams();
  if (definitionId === undefined || key === undefined)
    return <DiagramEditor xml={emptyDiagram} definitionId={null} resourceName={null} newest={0} running={0} />;
  return <Existing definitionId={definitionId} versionKey={key} />;
}

function Existing({
  definitionId,
  versionKey,
}: {
  readonly definitionId: string;
  readonly versionKey: string;
}): ReactElement {
  const versions = useVersions(definitionId);
  const xml = useDiagramXml(versionKey);
  const failure = versions.error ?? xml.error;
  if (failure !== null)
    return (
      <div className="studio-page">
        <ProblemAlert
          error={failure}
          onRetry={() => {
            void versions.refetch();
            void xml.refetch();
          }}
        />
      </div>
    );
  if (versions.data === undefined || xml.data === undefined) return <Loading />;
  const version = versions.data.find((item) => item.key === versionKey);
  return (
    <DiagramEditor
      xml={xml.data}
      definitionId={definitionId}
      resourceName={version?.resourceName ?? null}
      newest={versions.data[0]?.version ?? 0}
      running={versions.data.reduce((sum, item) => sum + item.running, 0)}
    />
  );
}
