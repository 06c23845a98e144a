export { absent, badInput, forbid, refuse, stale } from "../../kepegawaian/plugin.js";
