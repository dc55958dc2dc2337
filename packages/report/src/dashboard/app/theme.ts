/** Colours of the page as the canvas needs them, read from the style sheet, so that charts follow every theme of the editor. */

export interface Theme {
  ink: string;
  muted: string;
  line: string;
  surface: string;
  accent: string;
  good: string;
  bad: string;
  /** Something that happened and is over. */
  caution: string;
  /** Palette for things without a colour of their own. */
  series: string[];
  font: string;
  /** Outlines shapes instead of relying on fill (high contrast). */
  contrast: boolean;
  /** Reduced motion: no animation. */
  still: boolean;
}

const SERIES = 8;

export function readTheme(): Theme {
  const style = getComputedStyle(document.body);
  const token = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  const stillWanted = matchMedia('(prefers-reduced-motion: reduce)').matches;
  return {
    ink: token('ink'),
    muted: token('muted'),
    line: token('line'),
    surface: token('surface'),
    accent: token('accent'),
    good: token('good'),
    bad: token('bad'),
    caution: token('caution'),
    series: Array.from({ length: SERIES }, (_, index) => token(`series-${index + 1}`)),
    font: style.fontFamily,
    contrast: document.body.className.includes('high-contrast') || matchMedia('(forced-colors: active)').matches,
    still: stillWanted || document.body.classList.contains('vscode-reduce-motion'),
  };
}

/** Calls back when the editor's or system's colours change. */
export function onThemeChange(changed: () => void): void {
  const observer = new MutationObserver(changed);
  observer.observe(document.body, { attributes: true, attributeFilter: ['class', 'data-vscode-theme-id'] });
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style', 'class'] });
  for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)', '(prefers-reduced-motion: reduce)']) {
    matchMedia(query).addEventListener('change', changed);
  }
}
