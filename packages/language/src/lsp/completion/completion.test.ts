import { describe, expect, test } from 'vitest';
import { createGroupServices } from '../../services.ts';
import { complete, labels } from '../testing/client.ts';
import { plainText, SNIPPETS, snippetText } from './snippets.ts';

const FULL = { capabilities: { textDocument: { completion: { completionItem: { snippetSupport: true } } } } };

async function offered(marked: string, options: Parameters<typeof complete>[1] = {}): Promise<string[]> {
  return labels(await complete(marked, options));
}

describe('expectations of a scenario', () => {
  const rules = 'group G : service { tier T { otherwise } }\nscenario "s" for G { expect ';

  test('bounds, results in files, and their subjects', async () => {
    expect(await offered(`${rules}<|> }`)).toEqual(expect.arrayContaining(['at', 'outcome', 'no', 'tier', 'action']));
    expect(await offered(`${rules}at <|> }`)).toEqual(expect.arrayContaining(['least', 'most']));
    expect(await offered(`${rules}at least 2 <|> }`)).toEqual(expect.arrayContaining(['tier', 'risk', 'action']));
  });

  test('in Chinese', async () => {
    const chinese = '群 甲 : 服务型 { 层级 乙 { 其余 } }\n场景 "s" 针对 甲 { 期望 ';
    expect(await offered(`${chinese}<|> }`)).toEqual(expect.arrayContaining(['结果', '无', '层级']));
    expect(await offered(`${chinese}不 <|> }`)).toEqual(expect.arrayContaining(['少于', '多于']));
  });
});

describe('keywords', () => {
  test('at the beginning of a file', async () => {
    const found = await offered('<|>');
    expect(found).toEqual(expect.arrayContaining(['group', 'policy', 'import', 'metric', 'scenario', 'role']));
    expect(found).not.toContain('tier');
    expect(found).not.toContain('{');
  });

  test('in a group, in English and in Chinese', async () => {
    expect(await offered('group G : service { ti<|> }')).toEqual(
      expect.arrayContaining(['tier', 'risk', 'match', 'sample']),
    );
    expect(await offered('群 甲 : 服务型 { <|> }')).toEqual(expect.arrayContaining(['层级', '风险', '样本']));
  });

  test('an empty file starts in the reader’s language', async () => {
    expect(await offered('<|>', { locale: 'zh-cn' })).toContain('群');
    expect(await offered('<|>', { locale: 'fr' })).toContain('group');
  });

  test('even after an unfinished clause', async () => {
    expect(await offered('group G : service { tier A { when }\n <|>')).toContain('risk');
  });

  test('a Chinese keyword is found by its English word', async () => {
    const items = await complete('群 甲 : 服务型 { <|> }');
    expect(items.find(({ label }) => label === '层级')?.filterText).toContain('tier');
  });

  test('nothing in a comment or in a text', async () => {
    expect(await offered('// gro<|>\ngroup G : service { }')).toEqual([]);
    expect(await offered('/* <|> */')).toEqual([]);
    expect(await offered('script A "gro<|>"')).toEqual([]);
  });
});

describe('names', () => {
  test('a condition of a member: metrics, with docs in the client’s language', async () => {
    const items = await complete('group G : service { tier A { when mess<|> } }', { locale: 'zh-CN' });
    const messages = items.find(({ label }) => label === 'messages');
    expect(messages?.documentation).toMatchObject({ value: expect.stringContaining('发言条数') });
    expect(messages?.detail).toBe('指标 发言数');
    expect(labels(items)).toEqual(expect.arrayContaining(['tenure', 'active_days', 'count']));
    expect(labels(items)).not.toContain('moderator');
  });

  test('aliases in a Chinese file', async () => {
    const found = await offered('群 甲 : 服务型 { 层级 乙 { 当 <|> } }');
    expect(found).toEqual(expect.arrayContaining(['发言数', '活跃天数']));
    expect(found).not.toContain('messages');
  });

  test('signals, then fields, then the values of a field', async () => {
    expect(await offered('metric m = count(<|>')).toEqual(expect.arrayContaining(['complaint', 'interaction']));
    expect(await offered('metric m = distinct(message.<|>)')).toContain('member');
    expect(await offered('metric m = count(message where <|>)')).toEqual(
      expect.arrayContaining(['media', 'role', 'text']),
    );
    const values = await offered('metric m = count(message where media == <|>)');
    expect(values.slice(0, 3)).toEqual(['text', 'image', 'voice']);
    expect(await offered('metric m = count(message where media in [image, <|>])')).toContain('video');
  });

  test('actions, then their possible arguments', async () => {
    expect(await offered('policy P { risk R { when age > 1d do <|> } }')).toEqual(
      expect.arrayContaining(['kick', 'warn']),
    );
    const given = await offered('script Hello "x"\npolicy P { risk R { when age > 1d do publish(<|>) } }');
    expect(given).toEqual(expect.arrayContaining(['Hello', 'sender', 'what']));
  });

  test('members of the group, the inherited ones too', async () => {
    const text = `policy P { risk Base { when age > 1d } }
group G : service extends P {
  risk Mine { when age > 2d }
  risk Low { when age > 1d escalate to <|> after 2h }
}`;
    expect((await offered(text)).filter((label) => label !== 'Low').slice(0, 2)).toEqual(
      expect.arrayContaining(['Mine', 'Base']),
    );
  });

  test('from an imported file, and a group of a scenario', async () => {
    const files = { 'base.group': 'policy Shared { }\nscript Welcome "hi"' };
    expect(await offered('import "./base.group"\ngroup G : service extends <|>', { files })).toContain('Shared');
    expect(await offered('group G : service { tier T { otherwise } }\nscenario "s" for <|>')).toContain('G');
    const claims = await offered('group G : service { tier T { otherwise } }\nscenario "s" for G { expect tier <|> }');
    expect(claims).toContain('T');
  });

  test('text typed a moment ago is in scope at once', async () => {
    expect(await offered('role fresh\ngroup G : service { duty { 00:00..24:00 <|> } }')).toContain('fresh');
  });

  test('platforms, and the capabilities of tools', async () => {
    expect(await offered('group G : service { platform <|> }')).toContain('wecom');
    expect(await offered('tool T provides kick, <|>')).toContain('mute');
  });
});

describe('quantities', () => {
  test('units after a number', async () => {
    expect(await offered('group G : service { tier A { when messages in 7<|> } }')).toEqual(['7d', '7h', '7w', '7min']);
    expect(await offered('群 甲 : 服务型 { 层级 乙 { 当 发言数 近7<|> } }')).toContain('7天');
    expect(await offered('group G : service { tier A { when top 20<|> } }')).toContain('20%');
    expect(await offered('group G : service { capacity 500<|> }')).toEqual([]);
  });
});

describe('paths', () => {
  const files = {
    'rules/base.group': '',
    'logs/a.csv': '',
    'logs/readme.md': '',
    'words.txt': '',
    'roster.csv': '',
  };

  test('imports, samples, rosters and word lists each take their own', async () => {
    expect(await offered('import "<|>', { files })).toEqual(expect.arrayContaining(['rules/', 'logs/']));
    expect(await offered('import "./rules/<|>"', { files })).toEqual(['base.group']);
    expect(await offered('group G : service { sample "./logs/<|>" }', { files })).toEqual(['a.csv']);
    expect(await offered('group G : service { roster "<|>" }', { files })).toContain('roster.csv');
    expect(await offered('lexicon L { from "<|>" }', { files })).toContain('words.txt');
  });

  test('time zones', async () => {
    expect(await offered('group G : service { timezone "Asia/<|>" }')).toContain('Asia/Shanghai');
  });
});

describe('blocks', () => {
  test('are snippets if the client supports them, else examples', async () => {
    const marked = 'group G : service { <|> }';
    const snippet = (await complete(marked, FULL)).find(({ label }) => label === 'tier …');
    expect(snippet?.textEdit?.newText).toContain('tier $' + '{1:Name}');
    const plain = (await complete(marked)).find(({ label }) => label === 'tier …');
    expect(plain?.textEdit?.newText).toContain('tier Name "label" {\n  when interactions in 7d >= 3');
  });

  const services = createGroupServices().group;
  const IN_GROUP = new Set(['tier', 'content', 'risk', 'health', 'campaign', 'cadence', 'lifecycle', 'duty']);
  const WRAP: Readonly<Record<string, (text: string) => string>> = {
    task: (text) => `group G : service { tier T { ${text} } }`,
    escalate: (text) => `group G : service { risk R { ${text} } }`,
    ...Object.fromEntries(
      ['mix', 'cap', 'ban', 'slot'].map((word) => [
        word,
        (text: string) => `group G : service { content { ${text} } }`,
      ]),
    ),
    stage: (text) => `group G : service { lifecycle { ${text} } }`,
    goal: (text) => `group G : service { campaign C large { ${text} } }`,
    starts: (text) => `group G : service { campaign C large { ${text} } }`,
  };

  test.each(
    SNIPPETS.flatMap((snippet) => [
      [snippet.keyword, 'en', snippet] as const,
      [snippet.keyword, 'zh', snippet] as const,
    ]),
  )('%s parses in %s', (keyword, language, snippet) => {
    const text = plainText(snippetText(snippet, language));
    const whole = WRAP[keyword]?.(text) ?? (IN_GROUP.has(keyword) ? `group G : service { ${text} }` : text);
    const { parserErrors, lexerErrors } = services.parser.LangiumParser.parse(whole);
    expect([...parserErrors, ...lexerErrors].map(({ message }) => `${message}: ${whole}`)).toEqual([]);
    expect(whole).not.toMatch(/[$«»@]/);
  });
});
