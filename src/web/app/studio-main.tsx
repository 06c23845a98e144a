import "../shared/styles/index.js";
import { startApp } from "./start-app.js";
import { createStudioRouter } from "./studio-router.js";

await startApp(createStudioRouter);
