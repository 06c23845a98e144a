import type { ReactElement } from "react";
import { FormPane } from "../../features/forms/form-pane.js";
import { SheetEditor } from "../../features/sheet/sheet-editor.js";
import { TaskScreen } from "../../features/task/task-screen.js";

/** Joins the task page with the form renderer and the sheet editor. */
export const TaskRoute = (): ReactElement => <TaskScreen Form={FormPane} Sheet={SheetEditor} />;
