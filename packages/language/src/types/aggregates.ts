/** Which fields aggregates take. */
import type { Bilingual } from '@steward/text';
import type * as ast from '../generated/ast.ts';

export interface AggregateProblem {
  /** Where to report it. */
  property: 'function' | 'field';
  problem: Bilingual;
}

/** @returns null for an aggregate whose field suits its function */
export function aggregateProblem(node: ast.Aggregate): AggregateProblem | null {
  const wantsField = node.function === 'distinct' || node.function === 'sum' || node.function === 'average';
  const field = node.field?.ref;
  if (wantsField && !node.field) {
    return {
      property: 'function',
      problem: {
        en: `\`${node.function}\` needs a field, like \`${node.function}(${node.signal.$refText}.${node.function === 'distinct' ? 'member' : 'amount'})\`.`,
        zh: `\`${node.function}\` 要写明字段，例如 \`${node.signal.$refText}.${node.function === 'distinct' ? '成员' : '金额'}\`。`,
      },
    };
  }
  if (!wantsField && node.field) {
    return {
      property: 'field',
      problem: {
        en: `\`${node.function}\` takes a signal without a field. To count different values, use \`distinct\`.`,
        zh: `\`${node.function}\` 只接信号，不接字段。要统计不同的值，请用 \`去重\`（distinct）。`,
      },
    };
  }
  if (field && node.function !== 'distinct' && field.fieldType !== 'number') {
    return {
      property: 'field',
      problem: {
        en: `\`${node.function}\` needs a field that is a number, like \`amount\`.`,
        zh: `\`${node.function}\` 只能用于数值字段，例如 \`金额\`。`,
      },
    };
  }
  if (field && node.function === 'distinct' && (field.fieldType === 'text' || field.fieldType === 'number')) {
    return {
      property: 'field',
      problem: {
        en: `\`distinct\` counts different members, targets or words, not \`${field.name}\`.`,
        zh: `\`去重\` 统计不同的成员、指向或词，不能用于 \`${field.name}\`。`,
      },
    };
  }
  return null;
}
