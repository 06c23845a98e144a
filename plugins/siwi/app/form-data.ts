export { dateOf, fileOf, fileValue, type FormData, linesOf, textOf, ticked } from "../../kepegawaian/plugin.js";
