/** Enforces the import rules of `packages/ARCHITECTURE.md`. */
import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importsOf } from './layers/imports.ts';
import { PACKAGES } from './layers/packages.ts';
import { type Tree, violations } from './layers/violations.ts';

const ROOT = join(import.meta.dirname, '..');

function sourcesOnDisk(): Tree {
  const paths = globSync(['packages/*/{src,test}/**/*.{ts,tsx}', 'packages/*/package.json'], { cwd: ROOT }).map(
    (path) => path.split(sep).join('/'),
  );
  const sources = paths.filter((path) => !/\/(node_modules|dist)\//.test(path));
  return new Map(sources.sort().map((path) => [path, readFileSync(join(ROOT, path), 'utf8')]));
}

function tree(files: Record<string, string>): Tree {
  return new Map(Object.entries(files));
}

describe('the actual packages', () => {
  const sources = sourcesOnDisk();

  test('include the sources that the rules are about', () => {
    expect([...sources.keys()]).toContain('packages/policy/src/index.ts');
    expect([...sources.keys()]).toContain('packages/events/src/index.ts');
  });

  test('follow every rule', () => {
    expect(violations(sources)).toEqual([]);
  });

  test('have no circular layers', () => {
    const reaches = (from: string): string[] =>
      (PACKAGES[from]?.ours ?? []).flatMap((name) => [name, ...reaches(name)]);
    expect(Object.keys(PACKAGES).filter((name) => reaches(name).includes(name))).toEqual([]);
  });
});

describe('a broken rule is detected', () => {
  const cases: [what: string, files: Record<string, string>, expected: string[]][] = [
    [
      'policy imports one of ours',
      { 'packages/policy/src/a.ts': `import type { GroupLog } from '@steward/events';` },
      ['packages/policy/src/a.ts:1 policy must not import events'],
    ],
    [
      'events imports a library',
      { 'packages/events/src/a.ts': `import { z } from 'zod';` },
      ['packages/events/src/a.ts:1 events must import nothing, but imports zod'],
    ],
    [
      'the simulator reads a file',
      { 'packages/simulator/src/a.ts': `\nexport { readFileSync } from 'node:fs';` },
      ["packages/simulator/src/a.ts:2 simulator must not import Node's node:fs"],
    ],
    [
      'the simulator reads a file without the prefix',
      { 'packages/simulator/src/a.ts': `const fs = await import('fs');` },
      ["packages/simulator/src/a.ts:1 simulator must not import Node's fs"],
    ],
    [
      'the simulator knows the parser',
      { 'packages/simulator/src/a.ts': `import type { AstNode } from 'langium';` },
      ['packages/simulator/src/a.ts:1 langium: only language/ knows the parser'],
    ],
    [
      'a driver outside logs, only as a type',
      { 'packages/cli/src/a.ts': `type Db = import('@duckdb/node-api').DuckDBInstance;` },
      ['packages/cli/src/a.ts:1 @duckdb/node-api: only logs/ knows a database driver'],
    ],
    [
      'a driver outside logs, required in a test',
      { 'packages/language/src/a.test.ts': `const db = require('@duckdb/node-api');` },
      ['packages/language/src/a.test.ts:1 @duckdb/node-api: only logs/ knows a database driver'],
    ],
    [
      'the editor outside vscode',
      { 'packages/cli/src/a.ts': `import * as vscode from 'vscode';` },
      ['packages/cli/src/a.ts:1 vscode: only vscode/ knows the editor'],
    ],
    [
      'the command line imports the extension',
      { 'packages/cli/src/a.ts': `import '@steward/vscode';` },
      ['packages/cli/src/a.ts:1 cli must not import vscode'],
    ],
    [
      'logs imports the language',
      { 'packages/logs/src/a.ts': `import '@steward/language';` },
      ['packages/logs/src/a.ts:1 logs must not import language'],
    ],
    [
      'a path around the package name',
      {
        'packages/simulator/src/a.ts': `import '../../language/src/b.ts';`,
        'packages/language/src/b.ts': '',
      },
      ['packages/simulator/src/a.ts:1 ../../language/src/b.ts leaves its package: import it by name'],
    ],
    [
      'data of the root, by one that has no business with it',
      { 'packages/simulator/src/a.ts': `import words from '../../../grammar/words.json';` },
      ['packages/simulator/src/a.ts:1 ../../../grammar/words.json leaves its package: import it by name'],
    ],
    [
      'a reach into a package',
      { 'packages/simulator/src/a.ts': `import '@steward/policy/src/units.ts';` },
      [
        'packages/simulator/src/a.ts:1 @steward/policy/src/units.ts reaches into a package: import what its package.json exports',
      ],
    ],
    [
      'a package that has no place',
      { 'packages/misc/src/a.ts': `import 'node:fs';` },
      ['packages/misc/src/a.ts:1 packages/misc has no place in test/layers/packages.ts'],
    ],
    [
      'an import without its ending, and one of nothing',
      { 'packages/cli/src/a.ts': `import './b';\nimport './c.ts';` },
      ['packages/cli/src/a.ts:1 ./b must end in .ts', 'packages/cli/src/a.ts:2 ./c.ts does not exist'],
    ],
    [
      'a barrel inside a package',
      { 'packages/cli/src/index.ts': '', 'packages/cli/src/commands/index.ts': '' },
      ['packages/cli/src/commands/index.ts:1 is a second index.ts in its package: name the file by its subject'],
    ],
    [
      'a cycle between files, one edge of it a type',
      {
        'packages/policy/src/a.ts': `import { b } from './b.ts';`,
        'packages/policy/src/b.ts': `export * from './c.ts';`,
        'packages/policy/src/c.ts': `import type { A } from './a.ts';`,
      },
      [
        'packages/policy/src/a.ts:1 import cycle: policy/src/a.ts -> policy/src/b.ts -> policy/src/c.ts -> policy/src/a.ts',
      ],
    ],
  ];

  test.each(cases)('%s', (_what, files, expected) => {
    expect(violations(tree(files))).toEqual(expected);
  });

  test('a file that does not parse is rejected', () => {
    expect(() => violations(tree({ 'packages/policy/src/a.ts': 'import {' }))).toThrow('does not parse');
  });
});

describe('valid sources pass', () => {
  test('what the rules allow', () => {
    const files = {
      'packages/simulator/src/run.ts': `import type { Policy } from '@steward/policy';\nimport './plan.ts';\n// import 'node:fs'`,
      'packages/simulator/src/plan.ts': `import('./run.ts'); const text = "import 'langium'";`,
      'packages/simulator/src/run.test.ts': `import { readFileSync } from 'node:fs';\nimport { test } from 'vitest';`,
      'packages/logs/src/duckdb.ts': `const driver = await import('@duckdb/node-api');`,
      'packages/language/src/parser.ts': `import { createDefaultModule } from 'langium';\nimport '../../../grammar/words.json';`,
      'packages/language/package.json': `{ "exports": { ".": "./src/index.ts", "./node": "./src/files.ts" } }`,
      'packages/cli/src/main.ts': `import '@steward/language/node'; import '@steward/logs'; import 'node:process';`,
    };
    expect(violations(tree(files))).toEqual([]);
  });

  test('imports are found with their lines and kinds', () => {
    const text = `import a from 'a';\nexport { b } from 'b';\nconst c = await import('c');\ntype D = import('d').D;`;
    expect(importsOf('x.ts', text)).toEqual([
      { specifier: 'a', line: 1, kind: 'static' },
      { specifier: 'b', line: 2, kind: 'static' },
      { specifier: 'c', line: 3, kind: 'dynamic' },
      { specifier: 'd', line: 4, kind: 'static' },
    ]);
  });
});
