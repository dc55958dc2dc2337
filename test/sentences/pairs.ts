/** Every bilingual sentence in the sources: the values `{ en, zh }`, wherever they are. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Node, parseSync } from 'oxc-parser';
import { HOLE } from './typography.ts';

const ROOT = join(import.meta.dirname, '../..');

export interface Pair {
  /** `packages/report/src/locale/tiers.ts:12`. */
  at: string;
  /** Texts that the English side can give, with a hole for what is filled in. */
  en: readonly string[];
  zh: readonly string[];
}

/** Chinese that ends like a sentence and belongs to no pair. */
export interface Stray {
  at: string;
  text: string;
}

const SOURCES = ['packages/*/src/**/*.ts', 'packages/*/src/**/*.tsx'];
/** Not of Steward's own saying: tests, generated files, and what people say in made-up logs. */
const NOT_SAID = /\.test\.ts$|\/testing\/|\/generated\/|synthetic\/src\/phrases/;
const SENTENCE_END = /\p{Script=Han}[^\n]*[。！？]$/u;

export function sourceFiles(): string[] {
  return globSync(SOURCES, { cwd: ROOT }).filter((path) => !NOT_SAID.test(path));
}

export function pairsIn(path: string): { pairs: Pair[]; strays: Stray[] } {
  const source = readFileSync(join(ROOT, path), 'utf8');
  const pairs: Pair[] = [];
  const strays: Stray[] = [];
  if (!/\bzh\b|\p{Script=Han}/u.test(source)) return { pairs, strays };
  const place = (node: Node): string => `${path}:${source.slice(0, node.start).split('\n').length}`;
  const visit = (node: Node): void => {
    if (isCode(node)) return;
    const both = bothSides(node);
    if (both !== null) {
      pairs.push({ at: place(both.zh), en: textsOf(both.en), zh: textsOf(both.zh) });
      return;
    }
    for (const text of literalText(node)) if (SENTENCE_END.test(text)) strays.push({ at: place(node), text });
    for (const child of childrenOf(node)) visit(child);
  };
  visit(parseSync(path, source).program);
  return { pairs, strays };
}

/** What is written into rules. */
function isCode(node: Node): boolean {
  return node.type === 'Property' && node.key.type === 'Identifier' && ['newText', 'body'].includes(node.key.name);
}

function bothSides(node: Node): { en: Node; zh: Node } | null {
  if (node.type !== 'ObjectExpression') return null;
  const sides = new Map<string, Node>();
  for (const property of node.properties)
    if (property.type === 'Property' && property.key.type === 'Identifier')
      sides.set(property.key.name, property.value);
  const [en, zh] = [sides.get('en'), sides.get('zh')];
  return en === undefined || zh === undefined ? null : { en, zh };
}

/** The texts that a value can be: literals, templates, and what functions, choices and tables of them give. */
function textsOf(node: Node): string[] {
  switch (node.type) {
    case 'TemplateLiteral':
      return [...literalText(node), ...node.expressions.flatMap(textsOf)];
    case 'Literal':
      return literalText(node);
    case 'ArrowFunctionExpression':
      return textsOf(node.body);
    case 'BlockStatement':
      return node.body.flatMap(textsOf);
    case 'ReturnStatement':
      return node.argument === null ? [] : textsOf(node.argument);
    case 'IfStatement':
      return [node.consequent, ...(node.alternate === null ? [] : [node.alternate])].flatMap(textsOf);
    case 'ConditionalExpression':
      return [node.consequent, node.alternate].flatMap(textsOf);
    case 'LogicalExpression':
      return [node.left, node.right].flatMap(textsOf);
    case 'VariableDeclaration':
      return node.declarations.flatMap(({ init }) => (init === null ? [] : textsOf(init)));
    case 'ArrayExpression':
      return node.elements.flatMap((element) => (element === null ? [] : textsOf(element)));
    case 'ObjectExpression':
      return node.properties.flatMap((property) => (property.type === 'Property' ? textsOf(property.value) : []));
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return textsOf(node.expression);
    case 'MemberExpression':
      return node.object.type === 'ObjectExpression' ? textsOf(node.object) : [];
    default:
      return [];
  }
}

function literalText(node: Node): string[] {
  if (node.type === 'Literal') return typeof node.value === 'string' ? [node.value] : [];
  if (node.type === 'JSXText') return [node.value];
  if (node.type !== 'TemplateLiteral') return [];
  return [node.quasis.map(({ value }) => value.cooked ?? value.raw).join(HOLE)];
}

function childrenOf(node: Node): Node[] {
  return Object.values(node).flatMap((value: unknown) => (Array.isArray(value) ? value : [value]).filter(isNode));
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
