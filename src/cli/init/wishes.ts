/** What the command line says of setting up, beside its flags. */
export interface Wishes {
  /** Whether nobody is asked. */
  readonly yes: boolean;
  /** The hook tool, where the one that is found is not to be taken. */
  readonly hook?: string | undefined;
}
