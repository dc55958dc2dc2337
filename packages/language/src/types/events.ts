/** Checks conditions over one event: which field compares with what. */

import type { Bilingual } from '@steward/text';
import type { Fix } from '../diagnostics/diagnostic.ts';
import { replaceFix } from '../diagnostics/fixes.ts';
import { rangeOf, textAt } from '../diagnostics/place.ts';
import type * as ast from '../generated/ast.ts';
import { flatten } from '../linking/link.ts';
import { documentOf, type SymbolTables } from '../linking/symbols.ts';
import { isChinese } from '../parser/chinese.ts';
import { type BareValues, bareValuesIn } from './bare-values.ts';
import { fieldOf } from './fields.ts';
import type { Session } from './session.ts';

export class EventChecker {
  private readonly session: Session;
  private readonly symbols: SymbolTables;

  constructor(session: Session, symbols: SymbolTables) {
    this.session = session;
    this.symbols = symbols;
  }

  /** Checks a condition over one event, from its outermost connective. */
  whole(expression: ast.Expression): void {
    for (const bare of bareValuesIn(expression, this.session.incomplete)) this.withoutField(bare);
    this.condition(expression);
  }

  private withoutField({ values, meant, edit }: BareValues): void {
    const [first, ...others] = values;
    if (first === undefined || this.session.taint.has(first)) return;
    const file = this.session.pathOf(first);
    this.session.report(
      'wrong-scope',
      { node: first },
      {
        problem: {
          en: `\`${textAt({ node: first })}\` is only a value: \`and\` and \`or\` join whole conditions. Write \`${meant}\`.`,
          zh: `\`${textAt({ node: first })}\` 只是一个值，而 \`且\`、\`或\` 连接的是完整的条件。请写成 \`${meant}\`。`,
        },
      },
      { fixes: edit === null ? [] : [replaceFix(file, edit, meant)] },
    );
    for (const other of others) this.session.taint.mark(other);
  }

  private condition(expression: ast.Expression): void {
    if (this.session.taint.has(expression)) return;
    switch (expression.$type) {
      case 'Logical':
        this.condition(expression.left);
        this.condition(expression.right);
        return;
      case 'Not':
        this.condition(expression.operand);
        return;
      case 'Compare':
        this.compare(expression);
        return;
      case 'Contains':
      case 'Matches':
        this.text(expression);
        return;
      case 'InSet':
        this.set(expression);
        return;
      default:
        this.notOfAnEvent(expression);
    }
  }

  private compare(node: ast.Compare): void {
    const field = fieldOf(node.left) ?? fieldOf(node.right);
    const value = fieldOf(node.left) ? node.right : node.left;
    if (field === undefined) {
      this.notOfAnEvent(node);
      return;
    }
    if (field.fieldType === 'number') {
      if (value.$type !== 'NumberLiteral')
        this.misused(value, {
          en: `\`${field.name}\` is compared with a bare number, like \`> 100\`.`,
          zh: `\`${field.name}\` 只能与数比较，例如 \`> 100\`。`,
        });
      return;
    }
    if (field.fieldType === 'text') {
      this.misused(
        node,
        {
          en: 'Text cannot be compared directly: use `contains "…"` or `matches /…/`.',
          zh: '文字不能直接比较：请用 `包含 "…"` 或 `匹配 /…/`。',
        },
        this.lookedInto(node, [value]),
      );
      return;
    }
    if (node.operator !== '==' && node.operator !== '!=') {
      this.misused(node, {
        en: `\`${field.name}\` has no order: use \`==\`, \`!=\` or \`in […]\`.`,
        zh: `\`${field.name}\` 没有大小：请用 \`==\`、\`!=\` 或 \`属于 […]\`。`,
      });
      return;
    }
    this.value(value, field);
    this.categoryOfCategory(node, field);
  }

  private value(value: ast.Expression, field: ast.Field): void {
    if (this.session.taint.has(value)) return;
    if (value.$type === 'StringLiteral') {
      if (field.fieldType === 'word') this.quotedValue(value, value.value, field);
      return;
    }
    if (value.$type === 'Ref' && value.target.ref?.$type === 'FieldValue' && value.target.ref.$container === field)
      return;
    if (value.$type === 'Ref' && value.target.ref?.$type === 'Category' && field.fieldType === 'topic') return;
    if (value.$type === 'Ref' && value.target.ref?.$type === 'Role' && field.name === 'role') {
      this.listed(value, value.target.ref);
      return;
    }
    const { en, zh } = valuesOf(field);
    this.misused(value, { en: `\`${field.name}\` is compared with ${en}.`, zh: `\`${field.name}\` 要与${zh}比较。` });
  }

  /** A value from a closed set, written as a text. */
  private quotedValue(node: ast.Expression | ast.SetValue, text: string, field: ast.Field): void {
    const isRole = field.name === 'role' && this.symbols.findInFiles(documentOf(node), 'Role', text) !== undefined;
    const isName = isRole || field.values.some(({ name, alias }) => name === text || alias === text);
    this.misused(
      node,
      {
        en: `\`${field.name}\` is one of: ${field.values.map((one) => one.name).join(', ')}. Write it without quotes.`,
        zh: `\`${field.name}\` 的取值是：${field.values.map((one) => one.alias ?? one.name).join('、')}。请不要加引号。`,
      },
      isName ? [replaceFix(this.session.pathOf(node), rangeOf({ node }), text)] : [],
    );
  }

  /** `text == "y"`, `text in ["a", "b"]` → `text contains …`. */
  private lookedInto(node: ast.Compare | ast.InSet, values: readonly (ast.Expression | ast.SetValue)[]): Fix[] {
    const field = node.$type === 'InSet' || fieldOf(node.left) !== undefined ? node.left : node.right;
    const isText = (value: ast.Expression | ast.SetValue): boolean =>
      value.$type === 'StringLiteral' || ('text' in value && value.text !== undefined);
    if (values.some((value) => !isText(value) && !isLexicon(value))) return [];
    if (node.$type === 'Compare' && node.operator !== '==' && node.operator !== '!=') return [];
    const name = textAt({ node: field });
    const [contains, or, not] = isChinese(name) ? ['包含', '或', '非 '] : ['contains', 'or', 'not '];
    const each = values.map((value) => `${name} ${contains} ${textAt({ node: value })}`);
    const all = each.length > 1 ? `(${each.join(` ${or} `)})` : each.join('');
    const isNegated = node.$type === 'Compare' && node.operator === '!=';
    return [replaceFix(this.session.pathOf(node), rangeOf({ node }), `${isNegated ? not : ''}${all}`)];
  }

  /** Only the list of a declared role says who has it. */
  private listed(node: ast.Expression | ast.SetValue, role: ast.Role): void {
    if (role.members.length > 0) return;
    this.misused(node, {
      en: `\`${role.name}\` lists nobody, so this matches no message. Name its members where it is declared: \`role ${role.name} members "…"\`.`,
      zh: `角色 \`${role.name}\` 没有列出任何人，无法据此判断。请在声明处写明成员：\`角色 ${role.name} 成员 "…"\`。`,
    });
  }

  private text(node: ast.Contains | ast.Matches): void {
    if (fieldOf(node.left)?.fieldType === 'text') return;
    this.misused(node.left, {
      en: 'Only `text` can be searched like this.',
      zh: '只有 `文字内容`（text）可以这样查找。',
    });
  }

  private set(node: ast.InSet): void {
    const field = fieldOf(node.left);
    if (field === undefined) {
      this.notOfAnEvent(node.left);
      return;
    }
    if (field.fieldType === 'text' || field.fieldType === 'number') {
      this.misused(
        node.left,
        { en: `\`${field.name}\` has no set of values.`, zh: `\`${field.name}\` 没有固定的取值。` },
        field.fieldType === 'text' ? this.lookedInto(node, node.values) : [],
      );
      return;
    }
    for (const value of node.values) {
      if (value.target?.ref?.$type === 'Role') this.listed(value, value.target.ref);
      if (value.text !== undefined && field.fieldType === 'word') this.quotedValue(value, value.text, field);
    }
    this.categoryOfCategory(node, field);
  }

  /** A category's condition decides which messages belong to it, so it cannot refer to the category. */
  private categoryOfCategory(node: ast.Compare | ast.InSet, field: ast.Field): void {
    if (field.name !== 'category') return;
    for (
      let current: ast.Compare['$container'] | undefined = node.$container;
      current;
      current = current.$container as typeof current | undefined
    ) {
      if ((current.$type as string) !== 'Category') continue;
      this.misused(node, {
        en: 'A category cannot be defined by the category: use `text`, `media` or `role`.',
        zh: '判定类别的条件里不能再用类别：请用文字、媒介或身份。',
      });
      return;
    }
  }

  /** The comparison that was probably meant by a bare value: `media == video` for `video`. */
  private comparisonFor(expression: ast.Expression): string | null {
    const written = textAt({ node: expression });
    const [text, category, role, contains] = isChinese(written)
      ? ['文字内容', '分类', '身份', '包含']
      : ['text', 'category', 'role', 'contains'];
    if (expression.$type === 'StringLiteral') return `${text} ${contains} ${written}`;
    const target = expression.$type === 'Ref' ? expression.target.ref : undefined;
    switch (target?.$type) {
      case 'FieldValue': {
        const field = target.$container;
        return `${written === target.alias ? (field.alias ?? field.name) : field.name} == ${written}`;
      }
      case 'Category':
        return `${category} == ${written}`;
      case 'Role':
        return `${role} == ${written}`;
      case 'Lexicon':
        return `${text} ${contains} ${written}`;
      default:
        return null;
    }
  }

  private notOfAnEvent(expression: ast.Expression): void {
    const meant = this.comparisonFor(expression);
    if (meant !== null) {
      this.session.report(
        'wrong-scope',
        { node: expression },
        {
          problem: {
            en: `A value alone is no condition. Say what it is compared with: \`${meant}\`.`,
            zh: `单独一个值不是条件。请写明与什么比较：\`${meant}\`。`,
          },
        },
        { fixes: [replaceFix(this.session.pathOf(expression), rangeOf({ node: expression }), meant)] },
      );
      return;
    }
    const hasAggregate = flatten(expression).nodes.some(
      (node) =>
        node.$type === 'Aggregate' || node.$type === 'Windowed' || node.$type === 'Trend' || node.$type === 'Rank',
    );
    this.session.report(
      'wrong-scope',
      { node: expression },
      hasAggregate
        ? {
            problem: {
              en: 'This measures many events, but the condition is about a single one. Use its fields: `text`, `media`, `role`…',
              zh: '这是对许多事件的统计，而这里只看单个事件。请用它的字段：文字内容、媒介、身份等。',
            },
          }
        : {
            problem: {
              en: 'A condition over one event is expected here, like `media == image` or `text contains "…"`.',
              zh: '这里要写针对单个事件的条件，例如 `媒介 == 图片` 或 `文字内容 包含 "…"`。',
            },
          },
    );
  }

  private misused(node: ast.Expression | ast.SetValue, problem: Bilingual, fixes: readonly Fix[] = []): void {
    this.session.report('field-misused', { node }, { problem }, { fixes });
  }
}

function isLexicon(node: ast.Expression | ast.SetValue): boolean {
  return node.$type === 'Ref' && node.target.ref?.$type === 'Lexicon';
}

/** The values that a field may be compared with. */
function valuesOf(field: ast.Field): Bilingual {
  if (field.fieldType === 'topic') return { en: 'a category, or a text in quotes', zh: '类别，或引号里的文字' };
  if (field.fieldType !== 'word') return { en: 'a name in quotes', zh: '引号里的名字' };
  return {
    en: `one of: ${field.values.map((one) => one.name).join(', ')}`,
    zh: `取值之一：${field.values.map((one) => one.alias ?? one.name).join('、')}`,
  };
}
