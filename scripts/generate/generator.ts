/** A generator of committed files. Its output is a value, so writing and checking share one path. */

export interface Generator {
  name: string;
  /** Folders that hold nothing but this generator's output, relative to the root: any other file in them is stale. */
  owns: readonly string[];
  /** @returns path relative to the root → the file's whole text. Equal sources give equal bytes. */
  generate: () => Promise<ReadonlyMap<string, string>>;
}
