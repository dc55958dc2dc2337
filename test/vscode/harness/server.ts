/** VS Code's server on a loopback port, with its own profile. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface ServerOptions {
  /** Folder of the installed `code-server`, of {@link install}. */
  program: string;
  /** Folder of installed extensions. */
  extensions: string;
  /** User settings, in addition to those that keep the workbench quiet. */
  settings: Readonly<Record<string, unknown>>;
  /** Whether every folder is trusted. If not, the workbench asks, or follows the settings. */
  trusted: boolean;
  /** Language of the workbench and its extensions, as VS Code names it: `en`, `zh-cn`. */
  language: string;
  /** Added to the environment of the extension host. */
  environment: Readonly<Record<string, string>>;
  /** 0: any free port. */
  port: number;
}

export interface Server {
  origin: string;
  /** Temporary folder: profile and logs. */
  profile: string;
  /** The end of its output. */
  output(): string;
  /** Resolves with a sentence if it ended by itself. */
  ended: Promise<string>;
  /** Ends it and removes its profile. */
  close(): Promise<void>;
}

/** Milliseconds. Takes one second on an idle machine. */
const START_LIMIT = 120_000;
const STOP_LIMIT = 10_000;

const QUIET: Readonly<Record<string, unknown>> = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'git.enabled': false,
  // In a browser it would save automatically; on the desktop it doesn't.
  'files.autoSave': 'off',
  // Tests on a slow machine need neither a blinking cursor nor dialogs that ask about it.
  'editor.cursorBlinking': 'solid',
  'window.confirmBeforeClose': 'never',
};

export async function startServer(options: ServerOptions): Promise<Server> {
  const profile = newProfile(options.settings);
  const child = spawn(process.execPath, serverArguments(options, profile), {
    env: serverEnvironment(options.environment),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output = `${output}${chunk}`.slice(-100_000);
    });
  }
  const ended = once(child, 'exit').then(([code]) => `VS Code's server ended with ${code}:\n${output.slice(-4000)}`);
  const close = async (): Promise<void> => {
    await stop(child);
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  };
  try {
    const port = await listening(child, () => output, ended);
    return { origin: `http://127.0.0.1:${port}`, profile, output: () => output, ended, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Installs VSIX files into an extensions folder. Throws with the output if it fails. */
export function installExtensions(program: string, extensions: string, packages: readonly string[]): void {
  mkdirSync(extensions, { recursive: true });
  const profile = newProfile({});
  const args = packages.flatMap((path) => ['--install-extension', path]);
  const result = spawnSync(process.execPath, [...commonArguments(program, extensions, profile), ...args], {
    env: serverEnvironment({}),
    encoding: 'utf8',
  });
  rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  if (result.status === 0) return;
  throw new Error(`cannot install ${packages.join(', ')}:\n${result.stdout}${result.stderr}`);
}

/** A short path: it will contain a socket, whose path is limited to 107 characters. */
function newProfile(settings: Readonly<Record<string, unknown>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'vscode-'));
  mkdirSync(join(folder, 'u', 'User'), { recursive: true });
  writeFileSync(join(folder, 'u', 'User', 'settings.json'), JSON.stringify({ ...QUIET, ...settings }, null, 2));
  writeFileSync(join(folder, 'config.yaml'), '{}\n');
  return folder;
}

function commonArguments(program: string, extensions: string, profile: string): string[] {
  return [
    join(program, 'out', 'node', 'entry.js'),
    '--config',
    join(profile, 'config.yaml'),
    '--user-data-dir',
    join(profile, 'u'),
    '--extensions-dir',
    extensions,
  ];
}

function serverArguments(options: ServerOptions, profile: string): string[] {
  return [
    ...commonArguments(options.program, options.extensions, profile),
    ...['--bind-addr', `127.0.0.1:${options.port}`],
    ...['--auth', 'none'],
    ...['--locale', options.language],
    '--disable-telemetry',
    '--disable-update-check',
    '--disable-getting-started-override',
    '--ignore-last-opened',
    ...(options.trusted ? ['--disable-workspace-trust'] : []),
    // Without it, VS Code accepts neither an extension under development nor tests from the page's address.
    ...['--vscode-option', 'enable-smoke-test-driver'],
  ];
}

function serverEnvironment(added: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const own = { ...process.env };
  for (const name of ['NODE_OPTIONS', 'ELECTRON_RUN_AS_NODE', 'VSCODE_IPC_HOOK_CLI', 'PASSWORD', 'PORT'])
    delete own[name];
  return { ...own, EXTENSIONS_GALLERY: '{"serviceUrl":""}', CS_DISABLE_GETTING_STARTED_OVERRIDE: '1', ...added };
}

/** Returns the port once it answers. */
function listening(child: ChildProcess, output: () => string, ended: Promise<string>): Promise<string> {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error(`VS Code's server did not start:\n${output()}`)), START_LIMIT);
    const look = (): void => {
      const port = /HTTP server listening on http:\/\/127\.0\.0\.1:(\d+)/.exec(output())?.[1];
      if (port === undefined) return;
      clearTimeout(limit);
      resolve(port);
    };
    child.stdout?.on('data', look);
    child.stderr?.on('data', look);
    void ended.then((why) => {
      clearTimeout(limit);
      reject(new Error(why));
    });
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  const limit = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT);
  child.kill('SIGTERM');
  await gone;
  clearTimeout(limit);
}
