import typia from "typia";
import type { Tree } from "../shapes/models.js";
import type { TreeValidator } from "./trees.js";

const validate = typia.createValidate<Tree>();

/** typia's validator of the model that contains itself. */
export const typiaTree: TreeValidator = {
  is: typia.createIs<Tree>(),
  check: (value) => {
    const result = validate(value);
    return result.success ? null : result.errors;
  },
};
