import type { ReactElement } from "react";
import { FormPane } from "../../features/forms/form-pane.js";
import { StartScreen } from "../../features/start/start-screen.js";

/** Joins the start page with the form renderer. */
export const StartRoute = (): ReactElement => <StartScreen Form={FormPane} />;
