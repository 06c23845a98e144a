export { type Masalah, masalah } from "../../kepegawaian/plugin.js";
