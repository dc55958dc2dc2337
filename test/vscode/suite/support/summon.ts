/** Keys that open something: on a busy machine the first press may come before the window is ready. */
import type { Where } from '../../harness/controls.ts';
import { eventually } from './eventually.ts';
import { controls } from './page.ts';

/** Milliseconds before the keys are pressed again. */
const PATIENCE = 10_000;

export function summon(keys: string[], where: Where): Promise<null> {
  return eventually(`${keys.join(' ')} opens ${JSON.stringify(where)}`, async () => {
    await controls.press(keys);
    return controls.wait(where, 'visible', PATIENCE);
  });
}
