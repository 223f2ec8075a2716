import type { SimpleShape, TypeShape } from "./shape.js";
import { checkDate, checkDateObject, checkDateTime, comesFrom, isMap } from "./value-tests.js";

/** Whether a value is of a type without parts. */
function isSimple(type: SimpleShape, value: unknown): boolean {
  switch (type) {
    case "string":
    case "boolean":
    case "bigint":
      return typeof value === type;
    case "number":
    case "integer":
      return Number.isFinite(value);
    case "null":
      return value === null;
    case "unknown":
      return true;
    case "Date":
      return checkDateObject(value);
    case "date":
      return checkDate(value);
    case "date-time":
      return checkDateTime(value);
  }
}

/** Whether a value is of a type; models tell it by their guards. */
export function fits(type: TypeShape, value: unknown): boolean {
  if (typeof type === "string") return isSimple(type, value);
  if (typeof type === "function") return type().is(value);
  switch (type[0]) {
    case "literal":
      return type[1].some((known) => known === value);
    case "array":
      // Unlike `every`, `findIndex` visits holes.
      return Array.isArray(value) && value.findIndex((item, index) => !(index in value && fits(type[1], item))) < 0;
    case "map":
      return isMap(value) && Object.keys(value).every((key) => fits(type[1], value[key]));
    case "union":
      return type[1].some((member) => fits(member, value));
    case "platform":
      return comesFrom(value, type[1]);
    case "guard":
      return type[1](value);
  }
}
