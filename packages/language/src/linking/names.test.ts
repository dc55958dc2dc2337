import { expect, test } from 'vitest';
import { checkFiles, diagnose, findIn } from '../testing/marked.ts';
import { findCycles } from './cycles.ts';

function messagesOf(files: Readonly<Record<string, string>>): string[] {
  return checkFiles(files).diagnostics.map(({ file, code, message }) => `${file} ${code}: ${message.en}`);
}

test('names, aliases and labels are interchangeable', () => {
  const text = `metric chatty alias 话痨度 = count(发言) signal busy alias 忙 = 互动 | 退群
    group G : service { content { category insight "干货" when 文字内容 contains "教程" mix per day { 干货 60%  "干货" 40% } }
      risk R { when 话痨度 per day > 3 and count(忙) per day > 3 and count(message where 分类 == 干货 and 媒介 in [图片]) per day > 1 do 警告(当事人) } }`;
  const { diagnostics, policy } = checkFiles({ 'main.group': text });
  expect(diagnostics).toEqual([]);
  expect(policy?.groups[0]?.content.mixes[0]?.shares.map(({ category }) => category)).toEqual(['insight', 'insight']);
});

test('a value is resolved in the field that it is compared with, on either side', () => {
  const conditions = [
    'role == staff',
    'staff == role',
    'role in [staff, bot]',
    'media == text',
    'role == member',
    'category == other',
  ];
  const text = (condition: string): string =>
    `group G : service { content { category other when text contains "x" } risk R { when count(message where ${condition}) > 1 } }`;
  for (const condition of conditions)
    expect([condition, diagnose(text(condition)).map(({ message }) => message.en)]).toEqual([condition, []]);
  expect(findIn(text('role == <|image|>')).messages).toEqual([
    'field-misused: `role` is compared with one of: member, staff, owner, bot.',
  ]);
});

test('members are those of the group and what it extends', () => {
  const marked =
    'policy P { risk A { when complaints > 3 } } group G : service extends P { risk B { when complaints > 4 escalate to A after 2h escalate to <|C|> after 2h } } group H : service { risk C { when complaints > 3 } }';
  expect(findIn(marked)).toEqual({ marked, messages: ['unknown-name: There is no risk `C` here.'] });
});

test('a file sees what it imports and what that imports', () => {
  const files = {
    'main.group': 'import "./lib/a.group" group G : service extends Deep { tier T { when depth in 7d > 3 } }',
    'lib/a.group': 'import "b.group"',
    'lib/b.group': 'policy Deep { tier Base { otherwise } } metric depth = count(message)',
  };
  expect(messagesOf(files)).toEqual([]);
  expect(messagesOf({ ...files, 'lib/a.group': '' })).toEqual([
    'main.group unknown-name: There is no policy `Deep` here.',
    'main.group unknown-name: There is no metric or quantity `depth` here.',
  ]);
});

test('a missing file, and two that import each other', () => {
  expect(messagesOf({ 'main.group': 'import "./nope.group"' })).toEqual([
    'main.group file-missing: There is no file `./nope.group`. Check the path: it is relative to this file.',
  ]);
  expect(messagesOf({ 'main.group': 'import "a.group"', 'a.group': 'import "main.group"' })).toEqual([
    'main.group import-cycle: These files import each other: main.group → a.group → main.group. Move what they share into a third file.',
  ]);
});

test('two declarations of one name that see each other', () => {
  expect(messagesOf({ 'main.group': 'import "a.group" role desk', 'a.group': 'role desk' })).toEqual([
    'main.group duplicate-name: The role `desk` already exists. Choose another name.',
  ]);
  expect(diagnose('metric messages = count(message)').map(({ code, related }) => [code, related[0]?.file])).toEqual([
    ['duplicate-name', 'prelude:prelude.group'],
  ]);
  expect(diagnose('role desk script desk "…" tool desk provides kick')).toEqual([]);
});

test('declarations that only the prelude may have', () => {
  const marked = 'signal <|a|> subject <|b|> field <|c|> : word';
  expect(findIn(marked).messages.map((message) => message.split(':')[0])).toEqual([
    'clause-missing',
    'prelude-only',
    'prelude-only',
  ]);
});

test('circular definitions are reported once each', () => {
  expect(findIn('metric <|a|> = b metric b = a + 1').messages).toEqual([
    'definition-cycle: This metric is defined in terms of itself: a → b → a.',
  ]);
  expect(findIn('signal <|a|> = b | message signal b = a').messages).toEqual([
    'definition-cycle: This signal is defined in terms of itself: a → b → a.',
  ]);
});

test('cycles of a graph', () => {
  const graph: Readonly<Record<string, string[]>> = { a: ['b', 'c'], b: ['a'], c: ['c'], d: ['a'] };
  expect(findCycles(Object.keys(graph), (node) => graph[node] ?? [])).toEqual([
    ['a', 'b', 'a'],
    ['c', 'c'],
  ]);
});

test('the second check of a checker sees the new text and forgets the old', () => {
  const broken = { 'main.group': 'import "a.group" group G : service extends P { }', 'a.group': '' };
  expect(messagesOf(broken)).toEqual(['main.group unknown-name: There is no policy `P` here.']);
  expect(messagesOf({ ...broken, 'a.group': 'policy P { }' })).toEqual([]);
  expect(messagesOf(broken)).toEqual(['main.group unknown-name: There is no policy `P` here.']);
});

test('resolving a name costs the same however many there are', () => {
  const risks = (count: number): string => {
    const one = (index: number): string =>
      `risk R${index} { when complaints per day > ${index + 1} escalate to R${(index + 1) % count} after 2h }`;
    return `group G : service { ${Array.from({ length: count }, (_, index) => one(index)).join('\n')} }`;
  };
  const time = (count: number): number => {
    const text = risks(count);
    // Of this process alone: a busy machine makes it wait, and costs it nothing.
    const { user } = process.cpuUsage();
    expect(diagnose(text)).toEqual([]);
    return process.cpuUsage().user - user;
  };
  time(500);
  const small = Math.min(time(499), time(498), time(497));
  const large = Math.min(time(4_000), time(3_999));
  // Eight times the names: quadratic would be 64 times the work.
  expect(large / small).toBeLessThan(30);
});

test('a mix may name a category that only the log labels; a slip of a declared one is still a slip', () => {
  const text = (share: string, rest = ''): string =>
    `group G : service { content { category insight when text contains "x" mix per day { insight 60% ${share} 40% } } ${rest} }`;
  const bare = checkFiles({ 'main.group': text('ugc', 'content { cap ugc 50% per day }') });
  expect(bare.diagnostics.map(({ code, severity }) => `${code} ${severity}`)).toEqual(['category-undeclared warning']);
  expect(bare.policy?.groups[0]?.content.categories.map(({ name, when }) => [name, when.kind])).toEqual([
    ['insight', 'contains'],
    ['ugc', 'field-in'],
  ]);
  expect(messagesOf({ 'main.group': text('insigth') })).toEqual([
    'main.group unknown-name: There is no category `insigth` here. Did you mean `insight`?',
  ]);
  const declared = text('ugc').replace('mix per', 'category ugc "晒单" mix per');
  expect(diagnose(declared)).toEqual([]);
});

test('a group may declare names that its base uses but does not declare', () => {
  const text = `policy P { content { mix per day { a 60% bcde 40% } } }
    group G : service extends P { content { category bcde when text contains "x" } }
    group H : service extends P { }`;
  const groups = checkFiles({ 'main.group': text }).policy?.groups ?? [];
  const conditions = groups.map(({ content }) => content.categories.map(({ name, when }) => `${name} ${when.kind}`));
  expect(conditions).toEqual([
    ['bcde contains', 'a field-in'],
    ['a field-in', 'bcde field-in'],
  ]);
});
