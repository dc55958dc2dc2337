/**
 * The imports of a TypeScript file, from its syntax tree: static and dynamic imports, re-exports, `import('…')` types and
 * `require`. Text in comments and strings doesn't count.
 */
import { parseSync, Visitor } from 'oxc-parser';

export interface Import {
  /** As written: `./units.ts`, `@steward/policy`, `node:fs`. */
  specifier: string;
  /** 1-based. */
  line: number;
  /** `dynamic` for modules loaded on demand. */
  kind: 'static' | 'dynamic';
}

/** @throws Error with the parser's message if the file doesn't parse: an unreadable file is never clean. */
export function importsOf(path: string, text: string): Import[] {
  const parsed = parseSync(path, text);
  const fault = parsed.errors[0];
  if (fault !== undefined) throw new Error(`${path} does not parse: ${fault.message}`);

  const found: Import[] = [];
  const add = (specifier: string, offset: number, kind: Import['kind']): void => {
    found.push({ specifier, line: lineAt(text, offset), kind });
  };

  for (const statement of parsed.module.staticImports) {
    add(statement.moduleRequest.value, statement.start, 'static');
  }
  for (const statement of parsed.module.staticExports) {
    const request = statement.entries.find((entry) => entry.moduleRequest !== null)?.moduleRequest;
    if (request) add(request.value, statement.start, 'static');
  }
  new Visitor({
    ImportExpression(node) {
      if (node.source.type === 'Literal') add(String(node.source.value), node.start, 'dynamic');
    },
    TSImportType(node) {
      add(node.source.value, node.start, 'static');
    },
    CallExpression(node) {
      const argument = node.arguments[0];
      if (node.callee.type !== 'Identifier' || node.callee.name !== 'require') return;
      if (argument?.type === 'Literal') add(String(argument.value), node.start, 'dynamic');
    },
  }).visit(parsed.program);
  return found.sort((a, b) => a.line - b.line);
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
