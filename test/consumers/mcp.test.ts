import { Client } from "@modelcontextprotocol/client";
import { InMemoryTransport, McpServer } from "@modelcontextprotocol/server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { badIssues, ownerSchema, petSchema } from "./pet-shop.js";
import { badPet, goodPet, type Owner, type Pet } from "./pets.js";

const server = new McpServer({ name: "pet-shop", version: "1.0.0" });
const client = new Client({ name: "visitor", version: "1.0.0" });
const admitted: Pet[] = [];

server.registerTool("admit", { inputSchema: petSchema }, (pet) => {
  admitted.push(pet);
  return { content: [{ type: "text", text: pet.name }] };
});

server.registerTool("find", { inputSchema: ownerSchema, outputSchema: petSchema }, (owner: Owner) => {
  return { content: [], structuredContent: { ...(owner.kind === "person" ? goodPet : badPet) } };
});

beforeAll(async () => {
  const [near, far] = InMemoryTransport.createLinkedPair();
  await Promise.all([server.connect(near), client.connect(far)]);
});

afterAll(() => client.close());

test("lists a tool with the JSON Schema of its model", async () => {
  const { tools } = await client.listTools();
  expect(tools[0]?.inputSchema).toEqual(petSchema["~standard"].jsonSchema.input({ target: "draft-2020-12" }));
  expect(tools[0]?.inputSchema).toMatchObject({ type: "object", properties: { parent: { $ref: "#" } } });
});

test("lists a tool whose model is a union as one that takes an object", async () => {
  const { tools } = await client.listTools();
  const anyOf = [{ $ref: "#/$defs/Person" }, { $ref: "#/$defs/Shelter" }];
  expect(tools[1]?.inputSchema).toMatchObject({ type: "object", anyOf });
});

test("calls a tool with valid arguments", async () => {
  expect(await client.callTool({ name: "admit", arguments: { ...goodPet } })).toEqual({
    content: [{ type: "text", text: "Momo" }],
  });
  expect(admitted).toEqual([goodPet]);
});

test("answers invalid arguments with every issue", async () => {
  const { isError, content } = await client.callTool({ name: "admit", arguments: { ...badPet } });
  const told = badIssues.map(({ path, message }) => `${path.join(".")}: ${message}`).join(", ");
  expect(isError).toBe(true);
  expect(content).toMatchObject([{ text: expect.stringContaining(told) }]);
});

test("takes valid structured content, which the client judges by the JSON Schema, and no other", async () => {
  const person = { kind: "person", email: "ada@example.com" };
  expect(await client.callTool({ name: "find", arguments: person })).toMatchObject({ structuredContent: goodPet });
  const refused = await client.callTool({ name: "find", arguments: { kind: "shelter", places: 1 } });
  expect(refused).toMatchObject({ isError: true });
});
