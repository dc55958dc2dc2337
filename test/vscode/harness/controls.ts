/**
 * What a test, which runs in the extension host, may ask of the page that shows its window, and tells the harness of itself.
 * One call is one POST of {@link Call} as JSON to the address in {@link CONTROL_VARIABLE}; the answer is {@link Answer}.
 */

/** Environment variable of the extension host: address of the control server, with its secret. */
export const CONTROL_VARIABLE = 'STEWARD_TEST_CONTROL';
/** Environment variable of the extension host: {@link SuiteOrder} as JSON. */
export const SUITE_VARIABLE = 'STEWARD_TEST_SUITE';

export interface SuiteOrder {
  /** Absolute paths of bundled test files. */
  files: string[];
  /** Only tests whose full name contains it. */
  filter: string | null;
}

/** An element of the page. */
export interface Where {
  /** In the webview that has an element for this selector; else in the workbench itself. */
  webview?: string;
  /** Selector; or a role with a name. */
  css?: string;
  role?: string;
  /** Accessible name, or a part of it. */
  name?: string;
  /** Whether the name has to be the whole one. */
  exact?: boolean;
  /** Only those that contain this text. */
  text?: string;
}

export type State = 'visible' | 'hidden';

export interface ElementFacts {
  text: string;
  /** Accessible name given by `aria-label`, or empty. */
  label: string;
  classes: string;
  /** What its style adds behind it: there the editor draws the text of decorations. */
  after: string;
  /** Computed. */
  color: string;
  opacity: string;
  /** In the page, in pixels. */
  top: number;
  left: number;
  width: number;
  height: number;
}

export interface Focus {
  /** Or the name of its tag. */
  role: string;
  name: string;
  text: string;
}

export interface AccessibilityProblem {
  rule: string;
  impact: string;
  help: string;
  elements: string[];
}

export interface TestResult {
  /** With the names of its suites. */
  name: string;
  file: string;
  state: 'passed' | 'failed' | 'skipped';
  milliseconds: number;
  /** Of a failed one. */
  message: string | null;
}

export interface Controls {
  /** Waits for the first such element. Throws when it does not come. Milliseconds. */
  wait(where: Where, state: State, limit?: number): Promise<null>;
  /** Every such element that is there now. */
  elements(where: Where): Promise<ElementFacts[]>;
  click(where: Where, modifiers?: ('Alt' | 'Control' | 'Shift')[]): Promise<null>;
  hover(where: Where): Promise<null>;
  focus(where: Where): Promise<null>;
  /** Puts text in a field at once. */
  fill(where: Where, text: string): Promise<null>;
  /** Keys as Playwright names them, one after another: `Control+Shift+P`. */
  press(keys: string[]): Promise<null>;
  /** Types at the focus, as a person does. Milliseconds between two keys. */
  type(text: string, delay?: number): Promise<null>;
  /** What has the focus in the page, or in the webview. */
  focused(webview?: string): Promise<Focus>;
  /** Saves a picture of the page. The answer is its path. */
  screenshot(name: string): Promise<string>;
  /** What axe-core finds in a webview. */
  accessibility(webview: string): Promise<AccessibilityProblem[]>;
  /** What consoles said of broken content security policies since the window opened. */
  policyViolations(): Promise<string[]>;
  /** A test ended. A failed one leaves a picture. */
  ended(result: TestResult): Promise<null>;
  /** All tests ended. */
  finished(): Promise<null>;
}

export interface Call {
  name: keyof Controls;
  args: unknown[];
}

export type Answer = { value: unknown } | { error: string };
