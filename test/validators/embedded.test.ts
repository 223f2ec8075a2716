import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { validationSource } from "../../src/emit/validation-source.js";

test("the embedded run-time module is the one in src/runtime", () => {
  const script = fileURLToPath(new URL("../../src/runtime/embed.mjs", import.meta.url));
  expect(spawnSync(process.execPath, [script, "--check"]).status).toBe(0);
});

test("the run-time module imports nothing and makes no code", () => {
  expect(validationSource).not.toMatch(/^\s*import\b|\bimport\(|\brequire\(|\beval\b|new Function/m);
});

test("the run-time module exports what outputs and users need, and no more", () => {
  const exported = validationSource.matchAll(/^export (?:const|function|class|interface|type) (\w+)/gm);
  expect([...exported].map(([, name]) => name).sort()).toEqual([
    "Check",
    "FieldShape",
    "Issue",
    "IssueCode",
    "Keyed",
    "Message",
    "Messages",
    "ModelSchema",
    "ModelShape",
    "ModelValidationError",
    "Place",
    "Result",
    "Tell",
    "TypeShape",
    "breaks",
    "checkDate",
    "checkDateObject",
    "checkDateTime",
    "closest",
    "comesFrom",
    "failureOf",
    "isKeyed",
    "isMap",
    "mayEnter",
    "misses",
    "modelSchema",
    "parseModel",
    "setMessages",
    "tellDate",
    "tellDateObject",
    "tellDateTime",
    "tellEach",
    "tellInside",
    "tellKind",
    "tellObject",
    "tellRow",
    "tellUnknownKey",
  ]);
});
