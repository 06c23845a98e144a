export { recordAct, recordJob } from "../../kepegawaian/plugin.js";
