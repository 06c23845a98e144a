export { roleText } from "../../kepegawaian/plugin.js";
