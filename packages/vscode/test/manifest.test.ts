/** What the manifest promises is there. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

interface Manifest {
  contributes: {
    languages: { configuration: string; icon: { light: string; dark: string } }[];
    grammars: { path: string }[];
    snippets: { path: string }[];
    commands: { command: string }[];
    menus: Record<string, { command: string }[]>;
    viewsContainers: { activitybar: { icon: string }[] };
    walkthroughs: { steps: { description: string; media: { markdown: string }; completionEvents: string[] }[] }[];
    configuration: { properties: Record<string, { default?: unknown }> };
  };
  icon: string;
  activationEvents: string[];
  engines: { vscode: string };
  devDependencies: Record<string, string>;
  capabilities: { untrustedWorkspaces: { supported: string; restrictedConfigurations: string[] } };
}

const PACKAGE = join(import.meta.dirname, '..');
const MANIFEST: Manifest = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8'));
const { contributes } = MANIFEST;
const COMMANDS = new Set(contributes.commands.map(({ command }) => command));
const SOURCES = globSync('src/**/*.ts', { cwd: PACKAGE })
  .filter((path) => !path.endsWith('.test.ts'))
  .map((path) => readFileSync(join(PACKAGE, path), 'utf8'));

test('its files exist', () => {
  const files = [
    MANIFEST.icon,
    ...contributes.languages.flatMap(({ configuration, icon }) => [configuration, icon.light, icon.dark]),
    ...contributes.grammars.map(({ path }) => path),
    ...contributes.snippets.map(({ path }) => path),
    ...contributes.viewsContainers.activitybar.map(({ icon }) => icon),
    ...contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.markdown)),
  ];
  expect(files.filter((file) => !existsSync(join(PACKAGE, file)))).toEqual([]);
});

describe('commands', () => {
  test('of menus and of the walkthrough are contributed', () => {
    const named = [
      ...Object.values(contributes.menus).flatMap((items) => items.map(({ command }) => command)),
      ...contributes.walkthroughs.flatMap(({ steps }) =>
        steps.flatMap(({ completionEvents }) =>
          completionEvents.flatMap((event) => /^onCommand:(.*)/.exec(event)?.[1] ?? []),
        ),
      ),
    ];
    expect(named.filter((command) => !COMMANDS.has(command))).toEqual([]);
  });

  test('are registered by the sources or by a constant of the protocol', () => {
    const text = `${SOURCES.join('\n')}${readFileSync(join(PACKAGE, '../editor/src/protocol.ts'), 'utf8')}`;
    expect([...COMMANDS].filter((command) => !text.includes(`'${command}'`))).toEqual([]);
  });
});

test('only working with rules activates the extension', () => {
  // A dashboard that was open when the window was closed is restored.
  expect(MANIFEST.activationEvents).toEqual(['onWebviewPanel:steward.dashboard']);
});

/** Settings that a folder may have before it is trusted, and what makes that harmless. */
const HARMLESS: Readonly<Record<string, string>> = {
  'steward.debounce': 'how long the checker waits; the server bounds it',
  'steward.inlayHints': 'shows or hides',
  'steward.codeLens': 'shows or hides',
  'steward.inline.enabled': 'shows or hides',
  'steward.inline.dimIdle': 'shows or hides',
};

test('an untrusted folder cannot configure what is run, read or written', () => {
  const { supported, restrictedConfigurations } = MANIFEST.capabilities.untrustedWorkspaces;
  expect(supported).toBe('limited');
  const settings = Object.keys(contributes.configuration.properties);
  expect([...restrictedConfigurations, ...Object.keys(HARMLESS)].sort()).toEqual(settings.sort());
});

test('is compiled against the oldest editor that it allows', () => {
  expect(MANIFEST.engines.vscode).toBe(`^${MANIFEST.devDependencies['@types/vscode']}`);
});
