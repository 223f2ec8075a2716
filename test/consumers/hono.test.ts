import { sValidator } from "@hono/standard-validator";
import { Hono } from "hono";
import { expect, test } from "vitest";
import { badIssues, petSchema } from "./pet-shop.js";
import { badPet, goodPet, type Pet } from "./pets.js";

const app = new Hono().post("/pets", sValidator("json", petSchema), (context) => {
  const pet: Pet = context.req.valid("json");
  return context.json(pet);
});

function post(body: unknown): Promise<Response> | Response {
  const headers = { "content-type": "application/json" };
  return app.request("/pets", { method: "POST", headers, body: JSON.stringify(body) });
}

test("answers 200 to a valid value, which the handler gets", async () => {
  const response = await post(goodPet);
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual(goodPet);
});

test("answers 400 with the issues as they are", async () => {
  const response = await post(badPet);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ success: false, error: badIssues });
});

test("answers with issues that keep all their parts", async () => {
  const answer: unknown = await (await post({ ...goodPet, name: 5 })).json();
  const message = expect.stringContaining("expected string");
  const issue = { message, path: ["name"], code: "type", expected: "string", docs: "components/pet.md:23" };
  expect(answer).toMatchObject({ error: [issue] });
});
