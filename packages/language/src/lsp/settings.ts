/** Client settings: `initializationOptions` at the start, the `steward` section of its configuration later. */
import type { Locale } from '@steward/text';

export interface Settings {
  /** Quiet time after a keystroke before a check, in milliseconds. Slow checks wait on their own. */
  debounce: number;
  inlayHints: boolean;
  codeLens: boolean;
}

export const DEFAULTS: Settings = { debounce: 0, inlayHints: true, codeLens: true };

/** Reads settings from untyped client data; missing or mistyped values keep their previous value. */
export function readSettings(given: unknown, before: Settings): Settings {
  if (typeof given !== 'object' || given === null) return before;
  const { debounce, inlayHints, codeLens } = given as Readonly<Record<keyof Settings, unknown>>;
  return {
    debounce: typeof debounce === 'number' && debounce >= 0 && debounce <= 5000 ? debounce : before.debounce,
    inlayHints: typeof inlayHints === 'boolean' ? inlayHints : before.inlayHints,
    codeLens: typeof codeLens === 'boolean' ? codeLens : before.codeLens,
  };
}

/** `zh-cn` → Chinese; anything else → English. */
export function localeOf(tag: string | undefined): Locale {
  return tag?.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}
