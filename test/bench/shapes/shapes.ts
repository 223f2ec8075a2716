/** The five shapes that every contestant validates. */
export const shapeNames = ["flat", "nested", "union", "wide", "list"] as const;

/** One of the five shapes. */
export type ShapeName = (typeof shapeNames)[number];

/** Something for each shape. */
export type PerShape<Value> = Readonly<Record<ShapeName, Value>>;

/** Makes something for each shape. */
export function eachShape<Value>(make: (shape: ShapeName) => Value): PerShape<Value> {
  return { flat: make("flat"), nested: make("nested"), union: make("union"), wide: make("wide"), list: make("list") };
}
