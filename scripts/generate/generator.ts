/** A generator of committed files. It returns its output as a value, so that writing and checking share one path. */

export interface Generator {
  name: string;
  /** Folders that contain only this generator's output, relative to the root: any other file in them is stale. */
  owns: readonly string[];
  /** @returns path relative to the root → the file's full text. Equal sources give equal bytes. */
  generate: () => Promise<ReadonlyMap<string, string>>;
}
