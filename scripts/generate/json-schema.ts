/** Generates JSON Schemas from the TypeScript types, so that the published schemas cannot disagree with the code. */
import { join } from 'node:path';
import { createGenerator } from 'ts-json-schema-generator';
import type { Generator } from './generator.ts';
import { ROOT } from './root.ts';

export interface SchemaRequest {
  /** The file that declares `type`, relative to the root. */
  source: string;
  type: string;
  /** File name of the schema: `outcome.schema.json`. */
  name: string;
}

/** @param folder relative to the root; contains these schemas and nothing else */
export function jsonSchemas(folder: string, requests: readonly SchemaRequest[]): Generator {
  const generate = async (): Promise<Map<string, string>> =>
    new Map(requests.map((request) => [join(folder, `${request.name}.schema.json`), schemaText(request)]));
  return { name: `JSON Schemas: ${requests.map(({ name }) => name).join(', ')}`, owns: [folder], generate };
}

function schemaText({ source, type }: SchemaRequest): string {
  const generator = createGenerator({
    path: join(ROOT, source),
    tsconfig: join(ROOT, 'tsconfig.json'),
    type,
    // The workspace's own compiler checks the types; this one only reads them.
    skipTypeCheck: true,
    additionalProperties: false,
    sortProps: false,
    topRef: true,
  });
  return `${JSON.stringify(generator.createSchema(type), null, 2)}\n`;
}
