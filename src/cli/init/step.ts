/** A file that is to be written: data, until all of them are written in one place. */
export interface Edit {
  /** Absolute. */
  readonly path: string;
  /** Nothing where there is no file yet. */
  readonly before: string | undefined;
  readonly after: string;
  /** Whether the system is to run a new file. */
  readonly executable?: boolean;
}

/** What setting up takes at one file, or leaves to the user. */
export type Step =
  | { readonly kind: "edit"; readonly edit: Edit; readonly says: string }
  /** A file that is right already, or that is not ours to change. */
  | { readonly kind: "keep"; readonly path: string; readonly says: string }
  /** What the user does, and the text for it. */
  | { readonly kind: "by-hand"; readonly says: string; readonly snippet?: string }
  | { readonly kind: "note"; readonly says: string };

/** The edits of steps, one a file. */
export function editsOf(steps: readonly Step[]): readonly Edit[] {
  const edits = new Map<string, Edit>();
  for (const step of steps) {
    if (step.kind !== "edit") continue;
    const former = edits.get(step.edit.path);
    edits.set(step.edit.path, former ? { ...former, after: step.edit.after } : step.edit);
  }
  return [...edits.values()];
}
