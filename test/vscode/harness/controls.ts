/**
 * What a test in the extension host can ask of the page that shows its window, and what it reports to the harness.
 * A call is a POST of {@link Call} as JSON to the address in {@link CONTROL_VARIABLE}; the answer is {@link Answer}.
 */

/** Environment variable of the extension host: the control server's address, including its secret. */
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
  /** In the webview that contains an element for this selector; otherwise in the workbench itself. */
  webview?: string;
  /** Selector; or a role with a name. */
  css?: string;
  role?: string;
  /** Accessible name, or part of it. */
  name?: string;
  /** Whether the name must match completely. */
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
  /** Content that its style adds after it: the editor draws the text of decorations there. */
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
  /** Or its tag name. */
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
  /** Including the names of its suites. */
  name: string;
  file: string;
  state: 'passed' | 'failed' | 'skipped';
  milliseconds: number;
  /** If it failed. */
  message: string | null;
}

export interface Controls {
  /** Waits for the first such element; throws if it doesn't appear. Milliseconds. */
  wait(where: Where, state: State, limit?: number): Promise<null>;
  /** Every such element that is present now. */
  elements(where: Where): Promise<ElementFacts[]>;
  click(where: Where, modifiers?: ('Alt' | 'Control' | 'Shift')[]): Promise<null>;
  hover(where: Where): Promise<null>;
  focus(where: Where): Promise<null>;
  /** Fills a field at once. */
  fill(where: Where, text: string): Promise<null>;
  /** Presses keys one after another, named as in Playwright: `Control+Shift+P`. */
  press(keys: string[]): Promise<null>;
  /** Types at the focus, like a person. Milliseconds between keys. */
  type(text: string, delay?: number): Promise<null>;
  /** The focused element of the page, or of the webview. */
  focused(webview?: string): Promise<Focus>;
  /** Takes a screenshot of the page and returns its path. */
  screenshot(name: string): Promise<string>;
  /** What axe-core finds in a webview. */
  accessibility(webview: string): Promise<AccessibilityProblem[]>;
  /** Violations of content security policies reported on the consoles since the window opened. */
  policyViolations(): Promise<string[]>;
  /** A test ended. A failed one leaves a screenshot. */
  ended(result: TestResult): Promise<null>;
  /** All tests ended. */
  finished(): Promise<null>;
}

export interface Call {
  name: keyof Controls;
  args: unknown[];
}

export type Answer = { value: unknown } | { error: string };
