/** The text that the editor draws after lines. */
import { ok } from 'node:assert';
import { eventually } from './eventually.ts';
import { controls } from './page.ts';

/** Waits until such a text is drawn and returns all that are. */
export function drawn(text: string): Promise<string[]> {
  return eventually(`“${text}” behind a line`, async () => {
    const found = await controls.elements({ css: '.view-lines .view-line span[class*="ced-"]' });
    const texts = found.map(({ after }) => after).filter((after) => after !== '' && after !== 'none');
    ok(
      texts.some((each) => each.includes(text)),
      texts.join(' | '),
    );
    return texts;
  });
}
