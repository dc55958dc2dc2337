/** Reports declarations that nothing uses. */
import type { AstNode } from 'langium';
import { kindName } from '../../../diagnostics/kinds.ts';
import { rangeOf } from '../../../diagnostics/place.ts';
import type * as ast from '../../../generated/ast.ts';
import { flatten } from '../../../linking/link.ts';
import { defineRule } from '../../registry.ts';

type Declaration =
  | ast.Lexicon
  | ast.Script
  | ast.Role
  | ast.Tool
  | ast.Metric
  | ast.Signal
  | ast.Policy
  | ast.Category
  | ast.Action;

/** A tool counts as used if an action of the file could need it, so it is reported only for what it provides. Roles and the rest are matched by name. */
const KINDS: ReadonlySet<string> = new Set([
  'Lexicon',
  'Script',
  'Role',
  'Metric',
  'Signal',
  'Policy',
  'Category',
  'Action',
]);

export const unusedDeclaration = defineRule({
  code: 'unused-declaration',
  severity: 'warning',
  title: { en: 'An unused declaration', zh: '没有用到的声明' },
  run({ entry, files, policy, drafts, isImported, hasErrors }, report) {
    if (hasErrors || isImported) return;
    // A file without a group exists to be imported: its declarations may be used by files outside this check.
    if (!entry.model.elements.some((element) => element.$type === 'Group')) return;
    const used = usedBy(files.map((file) => file.model));
    const needed = new Set(policy.actions.flatMap((action) => action.needs));
    const order = [...policy.groups, ...drafts].map(({ content }) => content.categories.map(({ name }) => name));
    const asked = new Set(
      [...used].flatMap((node) => (node.$type === 'Category' ? [(node as ast.Category).name] : [])),
    );
    const onlyTools = (tool: ast.Tool): boolean =>
      used.has(tool) || tool.provides.some((capability) => needed.has(capability));
    for (const declaration of declarationsOf(entry.model)) {
      if (declaration.$type === 'Tool' ? onlyTools(declaration) : used.has(declaration)) continue;
      if (declaration.$type === 'Category' && takesFromAnother(declaration, order, asked)) continue;
      const kind = kindName(declaration.$type);
      const range = rangeOf({ node: declaration });
      report({
        file: entry.path,
        range: rangeOf({ node: declaration, property: 'name' }),
        message: {
          en: `Nothing uses the ${kind.en} \`${declaration.name}\`. Use it, or remove it so that it does not mislead readers.`,
          zh: `没有任何地方用到${kind.zh}“${declaration.name}”。请使用它，或删除它，以免读的人误以为它有作用。`,
        },
        fixes: [
          {
            title: { en: `Remove \`${declaration.name}\``, zh: `删除“${declaration.name}”` },
            edits: [{ file: entry.path, startOffset: range.startOffset, endOffset: range.endOffset, newText: '' }],
          },
        ],
      });
    }
  },
});

/** The first category whose condition is true gets a message, so an unused one may still take messages from a later one. */
function takesFromAnother(
  { name, condition }: ast.Category,
  order: readonly (readonly string[])[],
  asked: ReadonlySet<string>,
): boolean {
  if (condition === undefined) return false;
  return order.some((names) => {
    const place = names.indexOf(name);
    return place >= 0 && names.slice(place + 1).some((later) => asked.has(later));
  });
}

/** Everything that other declarations refer to. A declaration that refers to itself does not count as used. */
function usedBy(models: readonly ast.Model[]): ReadonlySet<AstNode> {
  const used = new Set<AstNode>();
  for (const { uses } of models.map((model) => flatten(model))) {
    for (const { container, reference } of uses) {
      const target = 'ref' in reference ? reference.ref : undefined;
      if (target !== undefined && !stands(container, target)) used.add(target);
    }
  }
  return used;
}

function stands(node: AstNode, inside: AstNode): boolean {
  for (let current: AstNode | undefined = node; current !== undefined; current = current.$container) {
    if (current === inside) return true;
  }
  return false;
}

function* declarationsOf(model: ast.Model): Generator<Declaration> {
  for (const element of model.elements) {
    if (isDeclaration(element)) yield element;
    if (element.$type !== 'Group' && element.$type !== 'Policy') continue;
    for (const section of element.sections) {
      if (section.$type !== 'Content') continue;
      // A category that replaces an inherited one is used wherever that one was.
      yield* section.members.filter((member) => member.$type === 'Category').filter((category) => !category.override);
    }
  }
}

function isDeclaration(element: ast.Element): element is Exclude<Declaration, ast.Group> {
  return element.$type === 'Tool' || KINDS.has(element.$type);
}
