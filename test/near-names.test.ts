import { describe, expect, it } from "vitest";
import { nearestName } from "../src/near-names.js";

const find = nearestName(["Pet", "PetOwner", "CreatePetRequest", "CreatePetResponse", "UpdatePetRequest", "Order"]);

describe("the nearest name", () => {
  it.each([
    ["CreatePetReqeust", "CreatePetRequest"],
    ["CraetePetRequest", "CreatePetRequest"],
    ["UpdatePetsRequest", "UpdatePetRequest"],
    ["PETOwner", "PetOwner"],
    ["pet", "Pet"],
    ["Pest", "Pet"],
    ["Ordr", "Order"],
    ["Ordre", "Order"],
  ])("of %s is %s", (misspelt, meant) => {
    expect(find(misspelt)).toBe(meant);
  });

  it.each(["Cat", "Invoice", "", "x".repeat(500)])("is none for %s", (misspelt) => {
    expect(find(misspelt)).toBeUndefined();
  });

  it("is found after most slips of one letter, among thousands of names of the same words", () => {
    const words = ["Get", "List", "User", "Team", "Order", "Item", "Request", "Response", "Error", "Page"];
    const pairs = words.flatMap((one) => words.map((two) => one + two));
    const names = pairs.flatMap((one) => pairs.map((two) => one + two));
    const nearest = nearestName(names);
    const isFound = names.map((name, at) => {
      const place = at % name.length;
      return nearest(`${name.slice(0, place)}q${name.slice(place + 1)}`) === name;
    });
    expect(isFound.filter(Boolean).length).toBeGreaterThan(names.length * 0.8);
  });
});
