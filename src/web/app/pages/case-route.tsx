import type { ReactElement } from "react";
import { CaseScreen } from "../../features/cases/case-screen.js";
import { CaseDiagram } from "../../features/diagram/case-diagram.js";
import { SheetEditor } from "../../features/sheet/sheet-editor.js";
import { CaseStory } from "../../features/story/case-story.js";

/** Joins the case page with sheet, story and diagram. */
export const CaseRoute = (): ReactElement => <CaseScreen Sheet={SheetEditor} Story={CaseStory} Diagram={CaseDiagram} />;
