/** The windows that tests run in, and which test files run in each. */

export interface TestWindow {
  name: string;
  /** Files of `suite/`, without extension, in order. */
  files: readonly string[];
  /** What is opened: a copy of the examples, a hostile folder (`harness/hostile.ts`), or nothing. */
  folder: 'examples' | 'hostile' | 'none';
  trusted: boolean;
  language: 'en' | 'zh-cn';
  settings: Readonly<Record<string, unknown>>;
  /** Number of events in a log generated for its folder as `large.parquet`. */
  largeLog?: number;
}

export const WINDOWS: readonly TestWindow[] = [
  {
    name: 'language',
    files: ['activation', 'findings', 'reading', 'editing', 'commands'],
    folder: 'examples',
    trusted: true,
    language: 'en',
    settings: {},
  },
  {
    name: 'simulation',
    files: ['simulation', 'results', 'dashboard', 'scenarios', 'what-if'],
    folder: 'examples',
    trusted: true,
    language: 'en',
    settings: {},
  },
  {
    name: 'untrusted',
    files: ['untrusted'],
    folder: 'examples',
    trusted: false,
    language: 'en',
    settings: { 'security.workspace.trust.startupPrompt': 'never', 'security.workspace.trust.banner': 'never' },
  },
  {
    name: 'hostile',
    files: ['hostile'],
    folder: 'hostile',
    trusted: false,
    language: 'en',
    settings: { 'security.workspace.trust.startupPrompt': 'never', 'security.workspace.trust.banner': 'never' },
  },
  { name: 'newcomer', files: ['first-steps'], folder: 'examples', trusted: true, language: 'en', settings: {} },
  { name: 'no-folder', files: ['no-folder'], folder: 'none', trusted: true, language: 'en', settings: {} },
  { name: 'chinese', files: ['chinese'], folder: 'examples', trusted: true, language: 'zh-cn', settings: {} },
  {
    name: 'large',
    files: ['large-log'],
    folder: 'examples',
    trusted: true,
    language: 'en',
    settings: {},
    largeLog: 1_000_000,
  },
];

const BARE = {
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
  'editor.minimap.enabled': false,
};

/** Windows that are drawn for people to look at, with what they show. */
export const PICTURES: readonly TestWindow[] = [
  {
    name: 'light',
    files: ['pictures-light'],
    folder: 'examples',
    trusted: true,
    language: 'en',
    settings: { ...BARE, 'workbench.colorTheme': 'Default Light Modern' },
  },
  {
    name: 'dark',
    files: ['pictures-dark'],
    folder: 'examples',
    trusted: true,
    language: 'en',
    settings: { ...BARE, 'workbench.colorTheme': 'Default Dark Modern' },
  },
  {
    name: 'chinese',
    files: ['pictures-chinese'],
    folder: 'examples',
    trusted: true,
    language: 'zh-cn',
    settings: { ...BARE, 'workbench.colorTheme': 'Default Light Modern' },
  },
];
