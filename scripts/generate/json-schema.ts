/** JSON Schemas from the TypeScript types themselves, so that the published schema cannot disagree with the code. */
import { dirname, join } from 'node:path';
import { createGenerator } from 'ts-json-schema-generator';
import type { Generator } from './generator.ts';
import { ROOT } from './root.ts';

export interface SchemaRequest {
  name: string;
  /** The file that declares `type`, and the schema's file; both relative to the root. */
  source: string;
  type: string;
  output: string;
}

export function jsonSchema(request: SchemaRequest): Generator {
  const generate = async (): Promise<Map<string, string>> => {
    const generator = createGenerator({
      path: join(ROOT, request.source),
      tsconfig: join(ROOT, 'tsconfig.json'),
      type: request.type,
      // The workspace's own compiler checks the types; this one only reads them.
      skipTypeCheck: true,
      additionalProperties: false,
      sortProps: false,
      topRef: true,
    });
    const schema = generator.createSchema(request.type);
    return new Map([[request.output, `${JSON.stringify(schema, null, 2)}\n`]]);
  };
  return { name: request.name, owns: [dirname(request.output)], generate };
}
