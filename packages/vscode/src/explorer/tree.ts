/** The rules view: every `.group` file at hand, its groups, their rules and their latest results. */
import { type FileAsk, OUTLINE, type RuleNode } from '@steward/editor/protocol';
import {
  commands,
  EventEmitter,
  type ExtensionContext,
  Range,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  window,
  workspace,
} from 'vscode';
import { LANGUAGE } from '../client/language-client.ts';
import type { Steward } from '../client/steward.ts';
import { say } from '../words.ts';
import { iconOf } from './icons.ts';

const VIEW = 'steward.rules';
const GROUP_FILES = '**/*.group';
const MOST_FILES = 200;
/** Debounces edits: the tree need not follow every one. */
const QUIET = 200;

interface FileElement {
  kind: 'file';
  uri: Uri;
}

interface RuleElement {
  kind: 'rule';
  file: Uri;
  node: RuleNode;
  /** Name of its policy group; null in a file without groups. */
  group: string | null;
}

export type TreeElement = FileElement | RuleElement;

/** A node as displayed. */
export interface DrawnRule {
  label: string;
  description: string;
  children: DrawnRule[];
}

/** The tree as given to the editor, for tests. */
export interface Explorer {
  tree(): Promise<DrawnRule[]>;
}

export function registerExplorer(context: ExtensionContext, steward: Steward): Explorer {
  const rules = new Rules(steward);
  const view = window.createTreeView(VIEW, { treeDataProvider: rules, showCollapseAll: true });
  const files = workspace.createFileSystemWatcher(GROUP_FILES, false, true, false);
  context.subscriptions.push(
    rules,
    view,
    files,
    files.onDidCreate(() => rules.refresh()),
    files.onDidDelete(() => rules.refresh()),
    steward.onResults(({ state }) => {
      // The end of a run reports its changes.
      if (state !== 'running') rules.refresh();
    }),
    steward.onState(() => rules.refresh()),
    window.onDidChangeActiveTextEditor((editor) => {
      if (editor?.document.languageId === LANGUAGE) rules.refresh();
    }),
    workspace.onDidCloseTextDocument(({ languageId }) => {
      if (languageId === LANGUAGE) rules.refresh();
    }),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (document.languageId !== LANGUAGE || contentChanges.length === 0) return;
      // For simulated files, results report every change.
      const state = steward.resultsOf(document.uri)?.state ?? 'none';
      if (state === 'none') rules.refresh();
    }),
    view.onDidChangeVisibility(() => rules.refresh()),
    commands.registerCommand('steward.rules.open', openRule),
    commands.registerCommand('steward.rules.simulate', (element: TreeElement) =>
      commands.executeCommand('steward.simulate', uriOf(element).toString(), groupOf(element)),
    ),
    commands.registerCommand('steward.rules.showDashboard', (element: TreeElement) =>
      commands.executeCommand('steward.showDashboard', {
        uri: uriOf(element).toString(),
        group: null,
        clause: element.kind === 'rule' ? element.node.clause : null,
      }),
    ),
    commands.registerCommand('steward.rules.refresh', () => rules.fire()),
  );
  return { tree: () => drawn(rules) };
}

/** Stands for a file's address. */
const ALL_FILES = '';

class Rules implements TreeDataProvider<TreeElement> {
  private readonly changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly steward: Steward;
  private waiting: NodeJS.Timeout | null = null;
  /** The view's last content as JSON: the list of files, and the rules of expanded ones. */
  private readonly given = new Map<string, string>();

  constructor(steward: Steward) {
    this.steward = steward;
  }

  refresh(): void {
    this.waiting ??= setTimeout(() => {
      this.waiting = null;
      void this.redraw();
    }, QUIET);
  }

  /** Redraws everything, changed or not. */
  fire(): void {
    this.changed.fire(undefined);
  }

  /** Redrawing loses a click in progress, so it is skipped if nothing has changed. */
  private async redraw(): Promise<void> {
    if (await this.hasChanged().catch(() => true)) this.fire();
  }

  private async hasChanged(): Promise<boolean> {
    const active = window.activeTextEditor?.document;
    if (active?.languageId === LANGUAGE && !this.given.has(active.uri.toString())) return true;
    for (const [uri, before] of this.given) {
      const now = uri === ALL_FILES ? listed(await groupFiles()) : JSON.stringify(await this.outlineOf(uri));
      if (now !== before) return true;
    }
    return this.given.size === 0;
  }

  private outlineOf(uri: string): Promise<RuleNode[] | null> {
    return this.steward.request<FileAsk, RuleNode[] | null>(OUTLINE, { uri });
  }

  async getChildren(element?: TreeElement): Promise<TreeElement[]> {
    if (element?.kind === 'rule') return element.node.children.map((node) => child(element, node));
    if (element?.kind === 'file') return this.rulesOf(element.uri);
    const files = await groupFiles();
    this.given.clear();
    this.given.set(ALL_FILES, listed(files));
    const [only, another] = files;
    if (only === undefined) return [];
    return another === undefined ? this.rulesOf(only) : files.map((uri) => ({ kind: 'file', uri }));
  }

  private async rulesOf(uri: Uri): Promise<TreeElement[]> {
    const nodes = await this.outlineOf(uri.toString());
    this.given.set(uri.toString(), JSON.stringify(nodes));
    return (nodes ?? []).map((node) => ({ kind: 'rule', file: uri, node, group: nameOf(node) }));
  }

  getTreeItem(element: TreeElement): TreeItem {
    return element.kind === 'file' ? fileItem(element) : ruleItem(element);
  }

  dispose(): void {
    if (this.waiting !== null) clearTimeout(this.waiting);
    this.changed.dispose();
  }
}

function child(parent: RuleElement, node: RuleNode): RuleElement {
  return { kind: 'rule', file: parent.file, node, group: parent.group };
}

function nameOf(node: RuleNode): string | null {
  return node.kind === 'group' ? node.clause : null;
}

function uriOf(element: TreeElement): Uri {
  return element.kind === 'file' ? element.uri : element.file;
}

function groupOf(element: TreeElement): string | null {
  return element.kind === 'file' ? null : element.group;
}

/** Open files and those of the workspace, by name. */
async function groupFiles(): Promise<Uri[]> {
  const open = workspace.textDocuments
    .filter(({ languageId, uri }) => languageId === LANGUAGE && ['file', 'untitled'].includes(uri.scheme))
    .map(({ uri }) => uri);
  const found = await workspace.findFiles(GROUP_FILES, '**/node_modules/**', MOST_FILES);
  const all = new Map([...open, ...found].map((uri) => [uri.toString(), uri]));
  return [...all.values()].sort((a, b) => workspace.asRelativePath(a).localeCompare(workspace.asRelativePath(b)));
}

function listed(files: readonly Uri[]): string {
  return files.map((uri) => uri.toString()).join('\n');
}

function fileItem({ uri }: FileElement): TreeItem {
  const active = window.activeTextEditor?.document.uri.toString() === uri.toString();
  const item = new TreeItem(uri, active ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed);
  item.id = uri.toString();
  item.description = true;
  item.contextValue = 'steward.file';
  return item;
}

function ruleItem(element: RuleElement): TreeItem {
  const { file, node } = element;
  const item = new TreeItem(node.label, collapsible(node));
  item.id = `${file.toString()}#${node.id}`;
  item.iconPath = iconOf(node);
  item.contextValue = node.kind === 'group' ? 'steward.group' : `steward.rule.${node.kind}`;
  if (node.description !== null) item.description = node.description;
  item.tooltip = node.description === null ? node.label : `${node.label}\n${node.description}`;
  item.accessibilityInformation = {
    label: node.description === null ? node.label : `${node.label}: ${node.description}`,
  };
  if (node.location !== null) {
    item.command = { command: 'steward.rules.open', title: say.goToRule, arguments: [node.location] };
  }
  return item;
}

function collapsible({ kind, children }: RuleNode): TreeItemCollapsibleState {
  if (children.length === 0) return TreeItemCollapsibleState.None;
  return kind === 'group' || kind === 'section'
    ? TreeItemCollapsibleState.Expanded
    : TreeItemCollapsibleState.Collapsed;
}

async function openRule(location: RuleNode['location']): Promise<void> {
  if (location === null) return;
  const { start } = location.range;
  const at = new Range(start.line, start.character, start.line, start.character);
  await window.showTextDocument(Uri.parse(location.uri), { selection: at });
}

async function drawn(rules: Rules, element?: TreeElement): Promise<DrawnRule[]> {
  const children = await rules.getChildren(element);
  return Promise.all(
    children.map(async (one) => {
      const label = one.kind === 'file' ? workspace.asRelativePath(one.uri) : one.node.label;
      const description = one.kind === 'file' ? '' : (one.node.description ?? '');
      return { label, description, children: await drawn(rules, one) };
    }),
  );
}
