import type { Failure, Flat, Item, Nested, Payload, Reason, Union, Wide } from "../../shapes/models.js";
import {
  isCategory,
  isCurrency,
  isOptionalText,
  isOrderStatus,
  isReasonType,
  isRecord,
  isRunStatus,
  isTextList,
  isTextMap,
} from "./values.js";

/** The guard of the shape `flat`. */
export function isFlat(value: unknown): boolean {
  return (
    isRecord<Flat>(value) &&
    typeof value.id === "string" &&
    typeof value.name === "string" &&
    isOrderStatus(value.status) &&
    Number.isFinite(value.count) &&
    typeof value.active === "boolean" &&
    isOptionalText(value.note)
  );
}

/** The guard of a call that a run asked for. */
export function isPayload(value: unknown): boolean {
  return isRecord<Payload>(value) && typeof value.api === "string" && isRecord(value.parameters);
}

function isPayloadList(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index++) if (!isPayload(value[index])) return false;
  return true;
}

function isFailure(value: unknown): boolean {
  return (
    isRecord<Failure>(value) &&
    typeof value.message === "string" &&
    typeof value.code === "string" &&
    isCategory(value.category) &&
    isOptionalText(value.docUrl) &&
    isOptionalText(value.correlationId) &&
    (value.details === undefined || isRecord(value.details))
  );
}

function isReason(value: unknown): boolean {
  return (
    isRecord<Reason>(value) &&
    isReasonType(value.type) &&
    typeof value.message === "string" &&
    isOptionalText(value.docUrl)
  );
}

/** The guard of the shape `nested`. */
export function isNested(value: unknown): boolean {
  return (
    isRecord<Nested>(value) &&
    typeof value.runId === "string" &&
    isRunStatus(value.status) &&
    (value.extendedPayloads === undefined || isPayloadList(value.extendedPayloads)) &&
    (value.error === undefined || isFailure(value.error)) &&
    isOptionalText(value.message) &&
    (value.reason === undefined || isReason(value.reason)) &&
    (value.labels === undefined || isTextMap(value.labels))
  );
}

/** The guard of the shape `union`. */
export function isUnion(value: unknown): boolean {
  if (!isRecord<Union>(value)) return false;
  switch (value.type) {
    case "card":
      return (
        typeof value.last4 === "string" &&
        typeof value.brand === "string" &&
        Number.isFinite(value.expMonth) &&
        Number.isFinite(value.expYear)
      );
    case "bank":
      return typeof value.iban === "string" && typeof value.bic === "string";
    case "wallet":
      return (value.provider === "apple" || value.provider === "google") && typeof value.token === "string";
    case "cash":
      return Number.isFinite(value.amount) && typeof value.till === "string";
    case "crypto":
      return (
        typeof value.address === "string" && typeof value.chain === "string" && Number.isFinite(value.confirmations)
      );
    case "voucher":
      return typeof value.code === "string" && Number.isFinite(value.remaining) && typeof value.expired === "boolean";
    default:
      return false;
  }
}

/** The guard of the shape `wide`. */
export function isWide(value: unknown): boolean {
  return (
    isRecord<Wide>(value) &&
    typeof value.s0 === "string" &&
    typeof value.s1 === "string" &&
    typeof value.s2 === "string" &&
    typeof value.s3 === "string" &&
    typeof value.s4 === "string" &&
    typeof value.s5 === "string" &&
    typeof value.s6 === "string" &&
    typeof value.s7 === "string" &&
    typeof value.s8 === "string" &&
    typeof value.s9 === "string" &&
    typeof value.s10 === "string" &&
    typeof value.s11 === "string" &&
    typeof value.s12 === "string" &&
    typeof value.s13 === "string" &&
    Number.isFinite(value.n0) &&
    Number.isFinite(value.n1) &&
    Number.isFinite(value.n2) &&
    Number.isFinite(value.n3) &&
    Number.isFinite(value.n4) &&
    Number.isFinite(value.n5) &&
    Number.isFinite(value.n6) &&
    Number.isFinite(value.n7) &&
    Number.isFinite(value.n8) &&
    Number.isFinite(value.n9) &&
    typeof value.b0 === "boolean" &&
    typeof value.b1 === "boolean" &&
    typeof value.b2 === "boolean" &&
    typeof value.b3 === "boolean" &&
    typeof value.b4 === "boolean" &&
    typeof value.b5 === "boolean" &&
    (value.z0 === null || typeof value.z0 === "string") &&
    (value.z1 === null || typeof value.z1 === "string") &&
    (value.z2 === null || typeof value.z2 === "string") &&
    (value.z3 === null || typeof value.z3 === "string") &&
    isOptionalText(value.o0) &&
    isOptionalText(value.o1) &&
    isOptionalText(value.o2) &&
    isOptionalText(value.o3) &&
    isOrderStatus(value.kind) &&
    isTextList(value.tags)
  );
}

/** The guard of an item. */
export function isItem(value: unknown): boolean {
  return (
    isRecord<Item>(value) &&
    typeof value.id === "string" &&
    Number.isFinite(value.amount) &&
    isCurrency(value.currency) &&
    typeof value.paid === "boolean"
  );
}

/** The guard of the shape `list`. */
export function isList(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index++) if (!isItem(value[index])) return false;
  return true;
}
