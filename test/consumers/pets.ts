/** What the pages say of a pet, written by hand: `types.test.ts` holds the emitted type against it. */
export interface Pet {
  id: number;
  name: string;
  status: "available" | "reserved" | "sold";
  tags: Tag[];
  born?: string | undefined;
  notes?: Record<string, unknown> | undefined;
  owner?: Owner | undefined;
  parent?: Pet | undefined;
}

interface Tag {
  name: string;
  weight?: number | undefined;
}

/** What the pages say of an owner. */
export type Owner = { kind: "person"; email: string } | { kind: "shelter"; places: number };

/** A pet with every field. */
export const goodPet: Pet = {
  id: 7,
  name: "Momo",
  status: "available",
  tags: [{ name: "shy", weight: 2 }, { name: "old" }],
  born: "2024-02-29T12:00:00Z",
  notes: { food: ["fish"], fed: null },
  owner: { kind: "shelter", places: 12 },
  parent: { id: 1, name: "Mimi", status: "sold", tags: [] },
};

/** What is no pet, though its type says so, as that of all that is parsed: wrong at every depth. */
export const badPet: Pet = JSON.parse(`{
  "id": 7,
  "name": null,
  "status": "available",
  "tags": [{ "name": "shy" }, { "name": 5 }],
  "owner": { "kind": "shelter", "places": "many" },
  "parent": { "id": 1, "name": "Mimi", "status": "lost" }
}`);
