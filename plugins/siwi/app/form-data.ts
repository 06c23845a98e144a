export {
  dateOf,
  fileOf,
  fileValue,
  type FormData,
  linesOf,
  requireReason,
  textOf,
  ticked,
} from "../../kepegawaian/plugin.js";
