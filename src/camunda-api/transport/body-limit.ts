import { ApiProblem } from "../problem.js";

/** 413 for a body above the limit. */
export const tooLarge = (maxBytes: number): ApiProblem =>
  new ApiProblem(413, "Payload Too Large", `Expected a body of at most ${maxBytes} bytes, but it is longer`);
