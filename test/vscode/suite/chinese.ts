import { match, ok, strictEqual } from 'node:assert';
import { beforeEach, describe, it } from 'mocha';
import { type CodeLens, commands, env, type Hover, MarkdownString } from 'vscode';
import { closeAll, findings, open, positionIn, write } from './support/editors.ts';
import { eventually } from './support/eventually.ts';
import { controls } from './support/page.ts';
import { offered, palette } from './support/palette.ts';
import { results, steward, textOf } from './support/steward.ts';

const CHINESE = /\p{Script=Han}/u;

describe('in Chinese', () => {
  beforeEach(closeAll);

  it('the extension gets the language', () => strictEqual(env.language, 'zh-cn'));

  it('findings', async () => {
    const { document } = await write('群 甲 : 服务型 继承 无名 { }\n');
    const found = await findings(document.uri, 'a name is unknown', (codes) => codes.includes('unknown-name'));
    match(found[0]?.message ?? '', CHINESE);
  });

  it('hovers and lenses', async () => {
    const { document } = await open('service-beauty/beauty.group');
    const place = positionIn(document, 'offerings in 30d');
    await eventually('a hover in Chinese', async () => {
      const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, place);
      const all = hovers
        .flatMap(({ contents }) => contents)
        .map((each) => (each instanceof MarkdownString ? each.value : ''));
      match(all.join('\n'), /单位/);
    });
    const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 20);
    ok(lenses.some(({ command }) => command?.title.includes('模拟')));
  });

  it('commands, and their prompts', async () => {
    await palette('Steward: 新建群规则文件');
    // The palette is still open for a moment.
    await eventually('the four kinds', async () => {
      const kinds = await offered();
      strictEqual(kinds.length, 4);
      for (const kind of kinds) match(kind, CHINESE);
    });
    await controls.press(['Escape']);
  });

  it('results beside the rules, in the view and in the status bar', async () => {
    const { document } = await open('service-beauty/beauty.group');
    await commands.executeCommand('steward.simulate', document.uri.toString(), null, { kind: 'sample' });
    const found = await results(document.uri, 'fresh', ({ state }) => state === 'fresh');
    match(textOf(found, 'BeautyVIP/tier/Core'), /人/);
    for (const { text, clause } of found.lines) ok(CHINESE.test(text) || !/[a-z]{4}/i.test(text), `${clause}: ${text}`);
    await eventually('the view of rules', async () => {
      const [file] = (await steward().rules()).filter(({ label }) => label.endsWith('beauty.group'));
      match(JSON.stringify(file), /人/);
    });
  });
});
