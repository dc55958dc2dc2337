/** Checks conditions over one event: which field compares with what. */
import type { Bilingual } from '@steward/text';
import type * as ast from '../generated/ast.ts';
import { flatten } from '../linking/link.ts';
import type { Session } from './session.ts';

export class EventChecker {
  private readonly session: Session;

  constructor(session: Session) {
    this.session = session;
  }

  condition(expression: ast.Expression): void {
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
      this.misused(node, {
        en: 'Text cannot be compared directly: use `contains "…"` or `matches /…/`.',
        zh: '文字不能直接比较：请用 `包含 "…"` 或 `匹配 /…/`。',
      });
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
      if (field.fieldType !== 'word') return;
      this.misused(value, {
        en: `\`${field.name}\` is one of: ${field.values.map((one) => one.name).join(', ')}. Write it without quotes.`,
        zh: `\`${field.name}\` 的取值是：${field.values.map((one) => one.alias ?? one.name).join('、')}。请不要加引号。`,
      });
      return;
    }
    if (value.$type === 'Ref' && value.target.ref?.$type === 'FieldValue' && value.target.ref.$container === field)
      return;
    if (value.$type === 'Ref' && value.target.ref?.$type === 'Category' && field.fieldType === 'topic') return;
    const { en, zh } = valuesOf(field);
    this.misused(value, { en: `\`${field.name}\` is compared with ${en}.`, zh: `\`${field.name}\` 要与${zh}比较。` });
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
      this.misused(node.left, {
        en: `\`${field.name}\` has no set of values.`,
        zh: `\`${field.name}\` 没有固定的取值。`,
      });
      return;
    }
    for (const value of node.values) {
      if (value.text !== undefined && field.fieldType === 'word') {
        this.misused(value, {
          en: `\`${field.name}\` is one of: ${field.values.map((one) => one.name).join(', ')}. Write it without quotes.`,
          zh: `\`${field.name}\` 的取值是：${field.values.map((one) => one.alias ?? one.name).join('、')}。请不要加引号。`,
        });
      }
    }
    this.categoryOfCategory(node, field);
  }

  /** The condition of a category determines the category, so it cannot refer to it. */
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

  private notOfAnEvent(expression: ast.Expression): void {
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

  private misused(node: ast.Expression | ast.SetValue, problem: Bilingual): void {
    this.session.report('field-misused', { node }, { problem });
  }
}

/** The field that an operand names, if any. */
export function fieldOf(expression: ast.Expression | undefined): ast.Field | undefined {
  const target = expression?.$type === 'Ref' ? expression.target.ref : undefined;
  return target?.$type === 'Field' ? target : undefined;
}

/** What a field may be compared with. */
function valuesOf(field: ast.Field): Bilingual {
  if (field.fieldType === 'topic') return { en: 'a category, or a text in quotes', zh: '类别，或引号里的文字' };
  if (field.fieldType !== 'word') return { en: 'a name in quotes', zh: '引号里的名字' };
  return {
    en: `one of: ${field.values.map((one) => one.name).join(', ')}`,
    zh: `取值之一：${field.values.map((one) => one.alias ?? one.name).join('、')}`,
  };
}
