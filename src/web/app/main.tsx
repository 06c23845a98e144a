import "../shared/styles/index.js";
import { startApp } from "./start-app.js";
import { createAppRouter } from "./router.js";

await startApp(createAppRouter);
