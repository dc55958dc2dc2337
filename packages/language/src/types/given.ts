/** Checks the events of a scenario: base signals, and fields that fit them. */
import type * as ast from '../generated/ast.ts';
import type { Session } from './session.ts';

export function checkGivenEvent(event: ast.GivenEvent, session: Session): void {
  const signal = event.signal?.ref;
  if (signal && signal.parts.length > 0) {
    const parts = signal.parts.map((part) => part.signal.$refText);
    session.report(
      'field-misused',
      { node: event, property: 'signal' },
      {
        problem: {
          en: `\`${signal.name}\` is a derived signal; a log contains only its base signals: ${parts.join(', ')}.`,
          zh: `\`${signal.name}\` 是派生信号，日志里只有它的来源：${parts.join('、')}。`,
        },
      },
    );
  }
  for (const given of event.fields) checkField(given, session);
}

function checkField(given: ast.GivenField, session: Session): void {
  const field = given.field?.ref;
  if (field === undefined || session.taint.has(given)) return;
  const isNumber = given.number !== undefined;
  if (field.fieldType === 'number' && !isNumber) {
    session.report(
      'field-misused',
      { node: given },
      {
        problem: {
          en: `\`${field.name}\` is a number, like \`${field.name} = 12\`.`,
          zh: `\`${field.name}\` 是数值，例如 \`${field.name} = 12\`。`,
        },
      },
    );
  } else if (field.fieldType === 'word' && given.target === undefined) {
    const values = field.values.map((value) => value.name).join(', ');
    session.report(
      'field-misused',
      { node: given },
      { problem: { en: `\`${field.name}\` is one of: ${values}.`, zh: `\`${field.name}\` 的取值是：${values}。` } },
    );
  } else if (field.fieldType !== 'number' && isNumber) {
    session.report(
      'field-misused',
      { node: given },
      { problem: { en: `Put the value of \`${field.name}\` in quotes.`, zh: `\`${field.name}\` 的值要放进引号。` } },
    );
  }
}
