import type { ProcessApp, ProcessAppFolders } from "./process-app.js";

export declare function loadProcessApps(folders: ProcessAppFolders): Promise<readonly ProcessApp[]>;
