/** The windows in which the tests run, and which test files run in each. */

export interface TestWindow {
  name: string;
  /** Files of `suite/`, without their ending, in their order. */
  files: readonly string[];
  /** What is opened: a copy of `folder/` and of the examples, or nothing. */
  folder: 'examples' | 'none';
  trusted: boolean;
  language: 'en' | 'zh-cn';
  settings: Readonly<Record<string, unknown>>;
}

export const WINDOWS: readonly TestWindow[] = [
  {
    name: 'rules',
    files: ['activation', 'findings', 'reading', 'editing', 'commands', 'simulation', 'dashboard'],
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
  { name: 'no-folder', files: ['no-folder'], folder: 'none', trusted: true, language: 'en', settings: {} },
  { name: 'chinese', files: ['chinese'], folder: 'examples', trusted: true, language: 'zh-cn', settings: {} },
];
