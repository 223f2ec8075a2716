import { asSchema, generateText, InvalidToolInputError, TypeValidationError, tool } from "ai";
import { MockLanguageModelV3 } from "ai/test";
import { expect, test } from "vitest";
import { badIssues, petSchema } from "./pet-shop.js";
import { badPet, goodPet, type Pet } from "./pets.js";

/** A model that calls the tool `admit` once. */
function callerOf(pet: Pet): MockLanguageModelV3 {
  return new MockLanguageModelV3({
    doGenerate: {
      content: [{ type: "tool-call", toolCallId: "1", toolName: "admit", input: JSON.stringify(pet) }],
      finishReason: { unified: "tool-calls", raw: undefined },
      usage: {
        inputTokens: { total: 1, noCache: 1, cacheRead: 0, cacheWrite: 0 },
        outputTokens: { total: 1, text: 1, reasoning: 0 },
      },
      warnings: [],
    },
  });
}

/** Lets a model call the tool; what it was told of the tool, what the tool was given, and what came of it. */
async function run(pet: Pet) {
  const admitted: Pet[] = [];
  const admit = tool({ inputSchema: petSchema, execute: (given) => admitted.push(given) });
  const model = callerOf(pet);
  const { toolCalls, content } = await generateText({ model, tools: { admit }, prompt: "Admit the pet." });
  return { admitted, told: model.doGenerateCalls[0]?.tools, call: toolCalls[0], content };
}

test("tells a language model the JSON Schema of draft 7", async () => {
  const { told } = await run(goodPet);
  expect(told).toMatchObject([{ name: "admit", inputSchema: await asSchema(petSchema).jsonSchema }]);
  expect(told).toMatchObject([
    {
      inputSchema: {
        $schema: "http://json-schema.org/draft-07/schema#",
        type: "object",
        properties: { status: { $ref: "#/definitions/Status" }, parent: { $ref: "#" } },
        definitions: { Status: { enum: ["available", "reserved", "sold"] } },
      },
    },
  ]);
});

test("closes objects in the JSON Schema that it is given, in which maps stay open", async () => {
  expect(await asSchema(petSchema).jsonSchema).toMatchObject({
    properties: { notes: { additionalProperties: {} } },
    additionalProperties: false,
    definitions: { Tag: { additionalProperties: false } },
  });
  expect(petSchema["~standard"].jsonSchema.input({ target: "draft-07" })).not.toHaveProperty("additionalProperties");
});

test("validates by the schema", async () => {
  const { validate } = asSchema(petSchema);
  expect(await validate?.(goodPet)).toEqual({ success: true, value: goodPet });
  expect(await validate?.(badPet)).toMatchObject({ success: false, error: { cause: badIssues } });
});

test("calls a tool with valid input", async () => {
  const { admitted, content } = await run(goodPet);
  expect(admitted).toEqual([goodPet]);
  expect(content).toContainEqual(expect.objectContaining({ type: "tool-result", input: goodPet, output: 1 }));
});

test("calls no tool with invalid input, and the error has the issues", async () => {
  const { admitted, call } = await run(badPet);
  expect(admitted).toEqual([]);
  const [error, cause] = [expect.any(InvalidToolInputError), expect.any(TypeValidationError)];
  expect(call).toMatchObject({ invalid: true, error });
  expect(call).toMatchObject({ error: { cause } });
  expect(call).toMatchObject({ error: { cause: { cause: badIssues } } });
});
