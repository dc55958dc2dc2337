/** The command palette and the pickers that commands open, used like a person would. */
import { controls } from './page.ts';
import { summon } from './summon.ts';

const WIDGET = '.quick-input-widget:not([style*="display: none"])';
const ROW = `${WIDGET} .monaco-list-row`;

/** Runs a command by the words of its title. */
export async function palette(title: string): Promise<void> {
  await summon(['F1'], { css: `${WIDGET} input` });
  await controls.type(title, 0);
  await controls.wait({ css: `${ROW}.focused`, text: title }, 'visible');
  await controls.press(['Enter']);
}

/** Picks an entry of the open picker. */
export async function pick(label: string): Promise<void> {
  await controls.click({ css: ROW, text: label });
}

/** Answers the open question. */
export async function answer(prompt: string, text: string): Promise<void> {
  await controls.wait({ css: WIDGET, text: prompt }, 'visible');
  await controls.press(['Control+A']);
  await controls.type(text, 0);
  await controls.press(['Enter']);
}

/** The entries of the open picker. */
export async function offered(): Promise<string[]> {
  await controls.wait({ css: ROW }, 'visible');
  return (await controls.elements({ css: ROW })).map(({ label, text }) => label || text);
}
