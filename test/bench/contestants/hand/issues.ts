import type { Failure, Flat, Item, Nested, Payload, Reason, Union, Wide } from "../../shapes/models.js";
import {
  type Choice,
  checkChoice,
  checkFlag,
  checkNumber,
  checkOptionalText,
  checkRecord,
  checkText,
} from "./field-checks.js";
import { isItem, isPayload } from "./guards.js";
import { addIssue, addOwnIssue, type HandIssue, type Step } from "./issue-list.js";
import { isCategory, isCurrency, isOrderStatus, isReasonType, isRecord, isRunStatus, isTextList } from "./values.js";

/** Adds the issues of a value that a step leads to. */
export type Collect = (value: unknown, step: Step | undefined, issues: HandIssue[]) => void;

const orderStatus: Choice = { has: isOrderStatus, name: '"draft" | "pending" | "paid" | "refunded"' };
const runStatus: Choice = { has: isRunStatus, name: '"pending" | "started" | …' };
const category: Choice = { has: isCategory, name: '"user" | "system" | "billing" | "auth"' };
const reasonType: Choice = { has: isReasonType, name: '"timeout" | "quota" | …' };
const currency: Choice = { has: isCurrency, name: '"usd" | "eur" | "gbp"' };
const provider: Choice = { has: (value) => value === "apple" || value === "google", name: '"apple" | "google"' };

/** The issues of the shape `flat`. */
export const collectFlat: Collect = (value, step, issues) => {
  if (!isRecord<Flat>(value)) return addOwnIssue(issues, step, "object", value);
  checkText(value, "id", step, issues);
  checkText(value, "name", step, issues);
  checkChoice(value, "status", step, issues, orderStatus);
  checkNumber(value, "count", step, issues);
  checkFlag(value, "active", step, issues);
  checkOptionalText(value, "note", step, issues);
};

const collectTextMap: Collect = (value, step, issues) => {
  if (!isRecord<Record<string, unknown>>(value)) return addOwnIssue(issues, step, "object", value);
  for (const key in value) checkText(value, key, step, issues);
};

const collectPayload: Collect = (value, step, issues) => {
  if (!isRecord<Payload>(value)) return addOwnIssue(issues, step, "object", value);
  checkText(value, "api", step, issues);
  checkRecord(value, "parameters", step, issues);
};

const collectPayloads: Collect = (value, step, issues) => {
  if (!Array.isArray(value)) return addOwnIssue(issues, step, "array", value);
  for (let key = 0; key < value.length; key++) {
    if (!isPayload(value[key])) collectPayload(value[key], { above: step, key }, issues);
  }
};

const collectFailure: Collect = (value, step, issues) => {
  if (!isRecord<Failure>(value)) return addOwnIssue(issues, step, "object", value);
  checkText(value, "message", step, issues);
  checkText(value, "code", step, issues);
  checkChoice(value, "category", step, issues, category);
  checkOptionalText(value, "docUrl", step, issues);
  checkOptionalText(value, "correlationId", step, issues);
  if (value.details !== undefined) checkRecord(value, "details", step, issues);
};

const collectReason: Collect = (value, step, issues) => {
  if (!isRecord<Reason>(value)) return addOwnIssue(issues, step, "object", value);
  checkChoice(value, "type", step, issues, reasonType);
  checkText(value, "message", step, issues);
  checkOptionalText(value, "docUrl", step, issues);
};

/** The issues of the shape `nested`. */
export const collectNested: Collect = (value, step, issues) => {
  if (!isRecord<Nested>(value)) return addOwnIssue(issues, step, "object", value);
  const { extendedPayloads, error, reason, labels } = value;
  checkText(value, "runId", step, issues);
  checkChoice(value, "status", step, issues, runStatus);
  if (extendedPayloads !== undefined)
    collectPayloads(extendedPayloads, { above: step, key: "extendedPayloads" }, issues);
  if (error !== undefined) collectFailure(error, { above: step, key: "error" }, issues);
  checkOptionalText(value, "message", step, issues);
  if (reason !== undefined) collectReason(reason, { above: step, key: "reason" }, issues);
  if (labels !== undefined) collectTextMap(labels, { above: step, key: "labels" }, issues);
};

/** The issues of the shape `union`. */
export const collectUnion: Collect = (value, step, issues) => {
  if (!isRecord<Union>(value)) return addOwnIssue(issues, step, "object", value);
  switch (value.type) {
    case "card":
      checkText(value, "last4", step, issues);
      checkText(value, "brand", step, issues);
      checkNumber(value, "expMonth", step, issues);
      return checkNumber(value, "expYear", step, issues);
    case "bank":
      checkText(value, "iban", step, issues);
      return checkText(value, "bic", step, issues);
    case "wallet":
      checkChoice(value, "provider", step, issues, provider);
      return checkText(value, "token", step, issues);
    case "cash":
      checkNumber(value, "amount", step, issues);
      return checkText(value, "till", step, issues);
    case "crypto":
      checkText(value, "address", step, issues);
      checkText(value, "chain", step, issues);
      return checkNumber(value, "confirmations", step, issues);
    case "voucher":
      checkText(value, "code", step, issues);
      checkNumber(value, "remaining", step, issues);
      return checkFlag(value, "expired", step, issues);
    default:
      return addIssue(issues, step, "type", '"card" | "bank" | …', value.type);
  }
};

/** The issues of the shape `wide`. */
export const collectWide: Collect = (value, step, issues) => {
  if (!isRecord<Wide>(value)) return addOwnIssue(issues, step, "object", value);
  checkText(value, "s0", step, issues);
  checkText(value, "s1", step, issues);
  checkText(value, "s2", step, issues);
  checkText(value, "s3", step, issues);
  checkText(value, "s4", step, issues);
  checkText(value, "s5", step, issues);
  checkText(value, "s6", step, issues);
  checkText(value, "s7", step, issues);
  checkText(value, "s8", step, issues);
  checkText(value, "s9", step, issues);
  checkText(value, "s10", step, issues);
  checkText(value, "s11", step, issues);
  checkText(value, "s12", step, issues);
  checkText(value, "s13", step, issues);
  checkNumber(value, "n0", step, issues);
  checkNumber(value, "n1", step, issues);
  checkNumber(value, "n2", step, issues);
  checkNumber(value, "n3", step, issues);
  checkNumber(value, "n4", step, issues);
  checkNumber(value, "n5", step, issues);
  checkNumber(value, "n6", step, issues);
  checkNumber(value, "n7", step, issues);
  checkNumber(value, "n8", step, issues);
  checkNumber(value, "n9", step, issues);
  checkFlag(value, "b0", step, issues);
  checkFlag(value, "b1", step, issues);
  checkFlag(value, "b2", step, issues);
  checkFlag(value, "b3", step, issues);
  checkFlag(value, "b4", step, issues);
  checkFlag(value, "b5", step, issues);
  if (value.z0 !== null) checkText(value, "z0", step, issues);
  if (value.z1 !== null) checkText(value, "z1", step, issues);
  if (value.z2 !== null) checkText(value, "z2", step, issues);
  if (value.z3 !== null) checkText(value, "z3", step, issues);
  checkOptionalText(value, "o0", step, issues);
  checkOptionalText(value, "o1", step, issues);
  checkOptionalText(value, "o2", step, issues);
  checkOptionalText(value, "o3", step, issues);
  checkChoice(value, "kind", step, issues, orderStatus);
  if (!isTextList(value.tags)) collectTexts(value.tags, { above: step, key: "tags" }, issues);
};

const collectTexts: Collect = (value, step, issues) => {
  if (!Array.isArray(value)) return addOwnIssue(issues, step, "array", value);
  for (let key = 0; key < value.length; key++) {
    if (typeof value[key] !== "string") addIssue(issues, step, key, "string", value[key]);
  }
};

const collectItem: Collect = (value, step, issues) => {
  if (!isRecord<Item>(value)) return addOwnIssue(issues, step, "object", value);
  checkText(value, "id", step, issues);
  checkNumber(value, "amount", step, issues);
  checkChoice(value, "currency", step, issues, currency);
  checkFlag(value, "paid", step, issues);
};

/** The issues of the shape `list`. */
export const collectList: Collect = (value, step, issues) => {
  if (!Array.isArray(value)) return addOwnIssue(issues, step, "array", value);
  for (let key = 0; key < value.length; key++) {
    if (!isItem(value[key])) collectItem(value[key], { above: step, key }, issues);
  }
};
