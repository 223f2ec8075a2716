import type { Contestant } from "../contestants/contestant.js";
import type { Inputs } from "../shapes/inputs.js";

/** What is measured: a question to a contestant about values of one kind. */
export interface Operation {
  readonly title: string;
  readonly ask: keyof Contestant;
  readonly inputs: keyof Inputs;
}

/** How the figures call the operations. */
export const operationIds = ["isValid", "isWrongEarly", "isWrongLate", "validateValid", "validateInvalid"] as const;

/** An operation. */
export type OperationId = (typeof operationIds)[number];

/** The operations. */
export const operations: Readonly<Record<OperationId, Operation>> = {
  isValid: { title: "is, valid", ask: "is", inputs: "valid" },
  isWrongEarly: { title: "is, wrong early", ask: "is", inputs: "wrongEarly" },
  isWrongLate: { title: "is, wrong late", ask: "is", inputs: "wrongLate" },
  validateValid: { title: "validate, valid", ask: "check", inputs: "valid" },
  validateInvalid: { title: "validate, invalid", ask: "check", inputs: "wrongOften" },
};
