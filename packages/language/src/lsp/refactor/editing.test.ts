import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CodeAction, Hover, Location, LocationLink, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { PRELUDE_TEXT } from '../../prelude/prelude.generated.ts';
import { Client } from '../testing/client.ts';

const PULLS = { textDocument: { diagnostic: {} } };

describe('diagnostics', () => {
  test('are pushed with their place, code, page and related places, and cleared when the text is fixed', async () => {
    const client = await Client.start();
    const { ranges } = await client.open('role moderator\nrole <|moderator|>\nduty');
    const found = await client.diagnostics();
    const twice = found.find(({ code }) => code === 'duplicate-name');
    expect(twice).toMatchObject({
      range: client.rangeAt(...(ranges[0] ?? [0, 0])),
      severity: 1,
      source: 'steward',
      codeDescription: { href: 'https://example.org/duplicate-name' },
    });
    expect(twice?.relatedInformation?.[0]).toMatchObject({ location: { uri: client.uri('main.group') } });
    await client.edit(0, client.document().getText().length, 'policy P { risk R { when age > 1d do warn(sender) } }');
    expect((await client.diagnostics()).filter(({ severity }) => severity === 1)).toEqual([]);
  });

  test('speak the client’s language', async () => {
    const client = await Client.start({ locale: 'zh-CN' });
    await client.open('group G : service extends Nobody { }');
    expect((await client.diagnostics()).find(({ code }) => code === 'unknown-name')?.message).toContain('Nobody');
    expect((await client.diagnostics())[0]?.message).toMatch(/[\u4E00-\u9FFF]/);
  });

  test('unused declarations are tagged', async () => {
    const client = await Client.start();
    await client.open('role nobody\ngroup G : service { tier T { otherwise } }');
    expect((await client.diagnostics()).find(({ code }) => code === 'unused-declaration')?.tags).toEqual([1]);
  });

  test('a change updates the files that import it, open or not', async () => {
    const files = { 'leaf.group': 'import "./main.group"\ngroup G : service extends Base { tier T { otherwise } }' };
    const client = await Client.start({ files });
    await client.open('policy Base { }');
    await client.pushed('leaf.group', ({ diagnostics }) => diagnostics.every(({ code }) => code !== 'unknown-name'));
    await client.edit('policy '.length, 'policy Base'.length, 'Other');
    const broken = await client.pushed('leaf.group', ({ diagnostics }) =>
      diagnostics.some(({ code }) => code === 'unknown-name'),
    );
    expect(broken.find(({ code }) => code === 'unknown-name')?.message).toContain('Base');
  });

  test('quick edits in a row are not checked one by one', async () => {
    const client = await Client.start({ settings: { debounce: 1000 } });
    const { text } = await client.open('policy P { }');
    for (let count = 0; count < 20; count++) await client.edit(text.length, text.length, ' ');
    await client.diagnostics();
    // Once; on a machine that stalls between two edits more often, but not for each edit.
    expect(client.pushes()).toBeLessThan(20);
  });

  test('are pulled by a client that pulls, with unchanged ones marked as such', async () => {
    const client = await Client.start({ capabilities: PULLS });
    await client.open('group G : service extends Nobody { }');
    const report = await client.ask<{ kind: string; resultId: string; items: { code: string }[] }>(
      'textDocument/diagnostic',
    );
    expect(report.items.map(({ code }) => code)).toContain('unknown-name');
    const again = await client.ask<{ kind: string }>('textDocument/diagnostic', { previousResultId: report.resultId });
    expect(again.kind).toBe('unchanged');
    expect(client.pushes()).toBe(0);
  });

  test('the prelude has none', async () => {
    const client = await Client.start({ capabilities: { textDocument: { diagnostic: {} } } });
    const uri = 'steward-prelude:/prelude.group';
    await client.notify('textDocument/didOpen', {
      textDocument: { uri, languageId: 'group', version: 1, text: PRELUDE_TEXT },
    });
    const report = await client.request<{ items: unknown[] }>('textDocument/diagnostic', { textDocument: { uri } });
    expect(report.items).toEqual([]);
  });

  test('a setting that hides lenses or hints makes the client refresh them', async () => {
    const workspace = { codeLens: { refreshSupport: true }, inlayHint: { refreshSupport: true } };
    const client = await Client.start({ capabilities: { workspace } });
    await client.open('policy P { }');
    for (const steward of [{ codeLens: false }, { inlayHints: false }, { debounce: 20 }]) {
      await client.notify('workspace/didChangeConfiguration', { settings: { steward } });
    }
    expect(await client.ask('textDocument/codeLens')).toEqual([]);
    expect(client.asked).toEqual(['workspace/codeLens/refresh', 'workspace/inlayHint/refresh']);
  });

  test('a file deleted on disk is reported as missing', async () => {
    const client = await Client.start({ files: { 'base.group': 'policy Base { }' } });
    await client.open('import "./base.group"\ngroup G : service extends Base { tier T { otherwise } }');
    await client.diagnostics();
    const { rmSync } = await import('node:fs');
    rmSync(join(client.folder, 'base.group'));
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: client.uri('base.group'), type: 3 }] });
    const found = await client.pushed('main.group', ({ diagnostics }) =>
      diagnostics.some(({ code }) => code === 'file-missing'),
    );
    expect(found.length).toBeGreaterThan(0);
  });
});

async function hover(marked: string, locale = 'en'): Promise<string | null> {
  const client = await Client.start({ locale });
  const { cursor } = await client.open(marked);
  const found = await client.ask<Hover | null>('textDocument/hover', { position: client.at(cursor) });
  return found === null ? null : (found.contents as { value: string }).value;
}

describe('hover', () => {
  test('a metric: its unit, formula and comment', async () => {
    const text = await hover('group G : service { tier A { when open_<|>rate in 7d > 40% } }');
    expect(text).toContain('**open_rate** `打开率` — metric');
    expect(text).toContain('Unit: a ratio');
    expect(text).toContain('distinct(read.target) / count(push of group)');
    expect(text).toContain('Distinct messages the member read, per push of the group');
  });

  test('in Chinese', async () => {
    const text = await hover('group G : service { tier A { when open_<|>rate in 7d > 40% } }', 'zh');
    expect(text).toContain('单位: 比率');
    expect(text).toContain('成员读过的消息条数与全群推送条数之比');
  });

  test('an action shows what it needs, a keyword what it does, a space nothing', async () => {
    expect(await hover('policy P { risk R { when age > 1d do ki<|>ck } }')).toContain(
      'Needs a tool that provides: kick',
    );
    expect(await hover('policy P { risk R { when age > 1d cool<|>down 2h } }')).toContain('the same one');
    expect(await hover('policy P { <|>  }')).toBe(null);
  });
});

describe('navigation from a name', () => {
  test('the definition, in another file and in the prelude', async () => {
    const client = await Client.start({ files: { 'base.group': 'policy Base { }' } });
    const { cursor } = await client.open(
      'import "./base.group"\ngroup G : service extends Ba<|>se { tier T { when messages > 1 } }',
    );
    const [found] = await client.ask<LocationLink[]>('textDocument/definition', { position: client.at(cursor) });
    expect(found?.targetUri).toBe(client.uri('base.group'));
    expect(found?.targetSelectionRange.start).toEqual({ line: 0, character: 7 });
    const inPrelude = client.at(client.document().getText().indexOf('messages'));
    const [library] = await client.ask<LocationLink[]>('textDocument/definition', { position: inPrelude });
    expect(library?.targetUri).toBe('steward-prelude:/prelude.group');
    const content = await client.request<{ text: string }>('workspace/textDocumentContent', {
      uri: library?.targetUri,
    });
    expect(content.text).toBe(PRELUDE_TEXT);
    const line = content.text.split('\n')[library?.targetSelectionRange.start.line ?? 0];
    expect(line).toMatch(/^metric messages /);
  });

  test('references in files that are not open, overrides among them', async () => {
    const files = {
      'a.group': 'import "./main.group"\ngroup A : service extends Base { override tier T { otherwise } }',
      'b.group': 'import "./a.group"\nscenario "s" for A { given { } expect tier T of "x" }',
      'other.group': 'policy Base { tier T { otherwise } }',
    };
    const client = await Client.start({ files });
    const { cursor } = await client.open('policy Base { tier T<|> { otherwise } }');
    const context = { includeDeclaration: true };
    const found = await client.ask<Location[]>('textDocument/references', { position: client.at(cursor), context });
    expect(found.map(({ uri }) => uri).sort()).toEqual(
      ['a.group', 'b.group', 'main.group'].map((path) => client.uri(path)),
    );
  });

  test('highlights in the file', async () => {
    const client = await Client.start();
    const { cursor, ranges } = await client.open(
      'script <|A<|>|> "x"\npolicy P { risk R { when age > 1d do publish(<|A|>) } }',
    );
    const found = await client.ask<Location[]>('textDocument/documentHighlight', { position: client.at(cursor) });
    expect(found.map(({ range }) => range)).toEqual(ranges.map(([start, end]) => client.rangeAt(start, end)));
  });
});

describe('rename', () => {
  async function rename(marked: string, newName: string, files: Record<string, string> = {}): Promise<WorkspaceEdit> {
    const client = await Client.start({ files });
    const { cursor } = await client.open(marked);
    const edit = await client.ask<WorkspaceEdit>('textDocument/rename', { position: client.at(cursor), newName });
    const changes = Object.entries(edit.changes ?? {}).map(([uri, edits]) => [uri.split('/').at(-1), edits] as const);
    return { changes: Object.fromEntries(changes) };
  }

  test('across files, including overrides', async () => {
    const files = {
      'a.group': 'import "./main.group"\ngroup A : service extends Base { override tier T { otherwise } }',
    };
    const { changes } = await rename('policy Base { tier T<|> { otherwise } }', 'Top', files);
    expect(changes).toEqual({
      'main.group': [{ range: { start: { line: 0, character: 19 }, end: { line: 0, character: 20 } }, newText: 'Top' }],
      'a.group': [{ range: { start: { line: 1, character: 47 }, end: { line: 1, character: 48 } }, newText: 'Top' }],
    });
  });

  test('renaming an alias changes only the uses of the alias', async () => {
    const { changes } = await rename('metric m alias 量<|> = count(message)\nmetric n = m + 量', '数');
    expect(changes?.['main.group']).toHaveLength(2);
  });

  test('refuses names of the prelude, a name that is taken, and an invalid name', async () => {
    await expect(rename('group G : service { tier T { when mess<|>ages > 1 } }', 'x')).rejects.toThrow(
      'belongs to the prelude',
    );
    await expect(rename('role a<|>\nrole b', 'b')).rejects.toThrow('new error');
    await expect(rename('role a<|>', '1a')).rejects.toThrow('is not a valid name');
    await expect(rename('policy P { <|> }', 'x')).rejects.toThrow('no name here');
  });

  test('refuses a change of meaning that would cause no error', async () => {
    const text = 'metric mine<|> = count(share)\ngroup G : service { tier T { when mine > 1 and reads > 1 } }';
    await expect(rename(text, 'reads')).rejects.toThrow(/already|new error/);
  });

  test('prepares with the range of the name', async () => {
    const client = await Client.start();
    const { cursor, ranges } = await client.open('role <|mod<|>|>');
    const prepared = await client.ask('textDocument/prepareRename', { position: client.at(cursor) });
    const [start = 0, end = 0] = ranges[0] ?? [];
    expect(prepared).toEqual({ range: client.rangeAt(start, end), placeholder: 'mod' });
  });
});

async function actions(marked: string, more: object = {}): Promise<{ client: Client; found: CodeAction[] }> {
  const client = await Client.start();
  const { ranges, text } = await client.open(marked);
  const [start, end] = ranges[0] ?? [0, text.length];
  const params = { range: client.rangeAt(start, end), context: { diagnostics: [], ...more } };
  return { client, found: await client.ask<CodeAction[]>('textDocument/codeAction', params) };
}

function after(client: Client, action: CodeAction | undefined): string {
  return client.applied(action?.edit?.changes?.[client.uri('main.group')] ?? []);
}

describe('code actions', () => {
  test('the fix of a diagnostic', async () => {
    const { client, found } = await actions('group G : service { tier A { when <|mesages|> in 7d > 1 } }');
    const fix = found.find(({ kind, title }) => kind === 'quickfix' && title.includes('messages'));
    expect(fix?.isPreferred).toBe(true);
    expect(fix?.diagnostics?.[0]?.code).toBe('unknown-name');
    expect(after(client, fix)).toContain('when messages in 7d > 1');
  });

  test('all fixes at once', async () => {
    const marked = 'group G : service { tier A { when mesages in 7d > 1 } tier B { when open_rate in 7d > 40 } }';
    const { client, found } = await actions(marked, { only: ['source.fixAll'] });
    expect(found).toHaveLength(1);
    expect(after(client, found[0])).toContain('when messages in 7d > 1 } tier B { when open_rate in 7d > 40% }');
  });

  test('a bound that resolves a finding, and a scenario that shows it; neither is part of “fix all”', async () => {
    const tiers = 'tier A { when messages in 7d > 3 } tier B { when messages in 7d < 3 }';
    const { client, found } = await actions(`group <|G|> : service { ${tiers} }`, { only: ['quickfix'] });
    const bound = found.find(({ title }) => title === 'Change `messages in 7d > 3` to `messages in 7d >= 3`');
    expect(after(client, bound)).toContain('messages in 7d >= 3 } tier B { when messages in 7d < 3 }');
    expect(bound?.isPreferred).toBeUndefined();
    const scenario = found.find(({ title }) => title === 'Create a scenario from this');
    expect(after(client, scenario)).toMatch(
      /}\n\nscenario "fits no tier" for G {[\s\S]*expect no tier B of "小李" on 2025-08-20\n}\n$/,
    );
    const all = await actions(`group G : service { ${tiers} }`, { only: ['source.fixAll'] });
    expect(after(all.client, all.found[0])).toContain(`${tiers}\n  tier Regular { otherwise }`);
  });

  test('a file is translated and back', async () => {
    const { client, found } = await actions('policy P { risk R { when messages in 7d > 1 } }', {
      only: ['refactor.rewrite'],
    });
    expect(after(client, found[0])).toBe('规范 P { 风险 R { 当 发言数 近7天 > 1 } }');
  });

  test('sections of a group become a policy', async () => {
    const marked = 'group G : service {\n  <|risk R { when age > 1d }|>\n  tier T { otherwise }\n}\n';
    const { client, found } = await actions(marked, { only: ['refactor.extract'] });
    expect(after(client, found[0])).toBe(
      'policy GRules {\n  risk R { when age > 1d }\n}\n\ngroup G : service extends GRules {\n\n  tier T { otherwise }\n}\n',
    );
  });
});

describe('a measure becomes a metric', () => {
  const only = { only: ['refactor.extract.metric'] };
  const extracted = async (marked: string): Promise<string | null> => {
    const { client, found } = await actions(marked, only);
    return found.length === 0 ? null : after(client, found[0]);
  };

  test('an aggregate, leaving the comment of its group in place', async () => {
    const marked =
      '/** Mine. */\ngroup G : service { risk R { when <|count(complaint where media == image)|> in 1h >= 3 } }';
    expect(await extracted(marked)).toBe(
      'metric complaint_count = count(complaint where media == image)\n\n/** Mine. */\ngroup G : service { risk R { when complaint_count in 1h >= 3 } }',
    );
  });

  test('in Chinese', async () => {
    expect(await extracted('群 甲 : 服务型 { 风险 乙 { 当 (<|计数(打卡) / 计数(发言)|>) 近1天 > 10% } }')).toBe(
      '指标 打卡率 = 计数(打卡) / 计数(发言)\n\n群 甲 : 服务型 { 风险 乙 { 当 打卡率 近1天 > 10% } }',
    );
  });

  test('from inside it, without its parentheses, under a free name', async () => {
    const marked =
      'metric message_rate = messages\npolicy P { risk R { when (count(message) /<||> members) in 1d > 2 } }';
    expect(await extracted(marked)).toBe(
      'metric message_rate = messages\nmetric message_rate2 = count(message) / members\n\npolicy P { risk R { when message_rate2 in 1d > 2 } }',
    );
  });

  test('not for an existing metric, a bare name, or a condition over one event', async () => {
    expect(await extracted('metric m = <|count(message)|>')).toBeNull();
    expect(await extracted('policy P { risk R { when <|messages|> > 1 } }')).toBeNull();
    expect(
      await extracted('policy P { risk R { when count(message where <|text contains "a"|>) > 1 } }'),
    ).not.toContain('= text');
  });
});

describe('formatting', () => {
  test('a file, a range, and the line that is typed', async () => {
    const client = await Client.start();
    const { text } = await client.open('policy P{\nrisk R{ when age>1d }\nrisk S{ when age>2d }\n}');
    const options = { tabSize: 2, insertSpaces: true };
    const whole = await client.ask<TextEdit[]>('textDocument/formatting', { options });
    expect(client.applied(whole)).toBe('policy P {\n  risk R { when age > 1d }\n  risk S { when age > 2d }\n}\n');
    const line = client.rangeAt(text.indexOf('risk S'), text.indexOf('risk S') + 4);
    const part = await client.ask<TextEdit[]>('textDocument/rangeFormatting', { range: line, options });
    expect(client.applied(part)).toContain('policy P{\nrisk R{ when age>1d }\n  risk S { when age > 2d }');
    const position = client.at(text.indexOf('risk R'));
    const typed = await client.ask<TextEdit[]>('textDocument/onTypeFormatting', { position, ch: '\n', options });
    expect(client.applied(typed)).toContain('policy P{\n  risk R{');
  });
});

test('a large real file works', async () => {
  const root = join(import.meta.dirname, '../../../../..');
  const client = await Client.start({
    files: { 'baseline/baseline.group': readFileSync(join(root, 'examples/baseline/baseline.group'), 'utf8') },
  });
  await client.open(readFileSync(join(root, 'examples/service-beauty/beauty.group'), 'utf8'), 'beauty/beauty.group');
  const found = await client.diagnostics('beauty/beauty.group');
  expect(found.filter(({ code }) => code === 'unknown-name')).toEqual([]);
});
