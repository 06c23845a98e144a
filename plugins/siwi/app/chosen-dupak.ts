export { type ChoiceRow, choiceOf, chosenOf, recordChoice } from "../../kepegawaian/plugin.js";
