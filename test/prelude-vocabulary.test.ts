/** The prelude declares exactly what the events schema can hold. */
import { MEDIA, ROLES, SIGNALS } from '@steward/events';
import { checkWorkspace, memoryFileSystem, PRELUDE_TEXT } from '@steward/language';
import { expect, test } from 'vitest';

const elements =
  checkWorkspace(['prelude.group'], memoryFileSystem({ 'prelude.group': PRELUDE_TEXT })).files[0]?.model.elements ?? [];

function valuesOf(field: string): string[] {
  return elements.flatMap((element) =>
    element.$type === 'Field' && element.name === field ? element.values.map(({ name }) => name) : [],
  );
}

test('base signals are those of the schema', () => {
  const base = elements.filter((element) => element.$type === 'Signal').filter(({ parts }) => parts.length === 0);
  expect(base.map(({ name }) => name).sort()).toEqual([...SIGNALS].sort());
});

test('the values of closed fields are those of the schema', () => {
  expect(valuesOf('media').sort()).toEqual([...MEDIA].sort());
  expect(valuesOf('role').sort()).toEqual([...ROLES].sort());
});
