import { match, ok } from 'node:assert';
import { beforeEach, describe, it } from 'mocha';
import { type CodeLens, commands, type TextEditor } from 'vscode';
import { closeAll, write } from './support/editors.ts';
import { eventually } from './support/eventually.ts';
import { clearNotifications } from './support/notifications.ts';
import { controls } from './support/page.ts';

/** Three messages are loud; the person in the scenario writes `count` of them. */
function rules(messages: number): string {
  return `group G : service {
  tier Loud { when messages in 7d >= 3 }
  tier Quiet { otherwise }
}

scenario "three are loud" for G {
  given {
    2025-03-01T10:00 "小李" message x ${messages}
  }
  expect tier Loud of "小李" on 2025-03-01
}
`;
}

async function ready(messages: number): Promise<TextEditor> {
  const editor = await write(rules(messages));
  await eventually('its lens', async () => {
    const found = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', editor.document.uri, 20);
    ok(found.some(({ command }) => command?.title.includes('Run scenario')));
  });
  return editor;
}

describe('scenarios', () => {
  beforeEach(closeAll);

  it('a passing one is marked in the file', async () => {
    await ready(3);
    await controls.click({ css: '.codelens-decoration a', text: 'Run scenario' });
    await controls.wait({ css: '.testing-run-glyph.codicon-testing-passed-icon' }, 'visible');
  });

  it('a failing one says what happened instead, at its expectation', async () => {
    await ready(2);
    await controls.click({ css: '.codelens-decoration a', text: 'Run scenario' });
    await controls.wait({ css: '.testing-run-glyph.codicon-testing-failed-icon' }, 'visible');
    await eventually('what happened instead', async () => {
      const shown = await controls.elements({ css: '.test-error-content-widget, .test-message-inline-content' });
      match(shown.map(({ text }) => text).join(' '), /Quiet/);
    });
  });

  it('are listed and run in the editor’s test view', async () => {
    await ready(3);
    await commands.executeCommand('workbench.view.testing.focus');
    await controls.wait({ css: '.test-explorer .monaco-list-row', text: 'beauty.group' }, 'visible');
    await commands.executeCommand('testing.runAll');
    await eventually('all of them ran', async () => {
      const [count] = await controls.elements({ css: '.test-explorer .result-summary' });
      match(count?.text ?? '', /[1-9]\d*\/[1-9]\d*/);
    });
    await controls.screenshot('tests');
    await clearNotifications();
    await commands.executeCommand('workbench.view.explorer');
  });

  it('show which clauses they cover', async () => {
    await ready(3);
    await controls.wait({ css: '.testing-run-glyph' }, 'visible');
    await commands.executeCommand('testing.coverageCurrentFile');
    await controls.wait({ css: '.coverage-deco-gutter.coverage-deco-hit' }, 'visible');
    await commands.executeCommand('testing.coverage.close');
  });
});
