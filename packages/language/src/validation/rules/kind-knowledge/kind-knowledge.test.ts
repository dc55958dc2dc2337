import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { kindKnowledge } from './kind-knowledge.ts';

const ROLES = 'role tutor "答疑助教" members "A"  role guard members "B"';
const SERIES =
  'category lesson "课程" when text contains "课"  category chat when text contains "b"  mix per day { lesson 60%  chat 40% }';
const DUTY = 'duty { 00:00..24:00 tutor }';
const NO_ANSWER =
  'A knowledge group needs someone to answer questions, but no role here does. Declare one, like `role tutor "Q&A" members "…"`, and put it on `duty` or `notify` it.';
const NO_PLAN =
  'A knowledge group promises a series, but nothing says when `lesson` (课程) is posted. Give it a `slot` or a `campaign`.';
const knowledge = (body: string, name = 'G'): string => `${ROLES} ${group(body, 'knowledge', name)}`;

test('a series without a time', () =>
  expectFindings(kindKnowledge, knowledge(`content { ${SERIES} } ${DUTY}`, '<|G|>'), [NO_PLAN]));

test('a slot is a time', () =>
  expectFindings(kindKnowledge, knowledge(`content { ${SERIES} slot "Lesson" 20:00..21:00 lesson } ${DUTY}`), []));

test('a campaign is one too', () =>
  expectFindings(kindKnowledge, knowledge(`content { ${SERIES} } campaign Course large { burst 2h } ${DUTY}`), []));

test('a guard does not answer', () =>
  expectFindings(kindKnowledge, knowledge('duty { 00:00..24:00 guard }', '<|G|>'), [NO_ANSWER]));

test('a role that is notified of questions answers them', () =>
  expectFindings(
    kindKnowledge,
    knowledge('risk R { when count(message where text contains "?") in 1h > 5  do notify(tutor) }'),
    [],
  ));
