/** Test items: every `.group` file with scenarios, and its scenarios under it. */
import { SCENARIOS, type ScenarioItem } from '@steward/editor/protocol';
import { type TestController, type TestItem, type Uri, workspace } from 'vscode';
import { rangeOf } from '../client/range.ts';
import type { Steward } from '../client/steward.ts';

const RULES = '**/*.group';
const EXCLUDED = '**/node_modules/** '; /** In huge workspaces, files are listed as they are opened. */
const MOST_FILES = 500;

export class ScenarioItems {
  readonly #controller: TestController;
  readonly #steward: Steward;

  constructor(controller: TestController, steward: Steward) {
    this.#controller = controller;
    this.#steward = steward;
  }

  /** Every file of the workspace, on disk or in an editor. */
  async findAll(): Promise<void> {
    const found = await workspace.findFiles(RULES, EXCLUDED, MOST_FILES);
    for (const uri of found) await this.refresh(uri);
  }

  /** Refreshes a file's scenarios; files without any are not listed. */
  async refresh(uri: Uri): Promise<void> {
    const scenarios = await this.#steward.request<{ uri: string }, ScenarioItem[]>(SCENARIOS, { uri: uri.toString() });
    if (scenarios.length === 0) {
      this.forget(uri);
      return;
    }
    const file = this.#fileItem(uri);
    file.children.replace(scenarios.map((scenario) => this.#scenarioItem(uri, scenario, file)));
  }

  forget(uri: Uri): void {
    this.#controller.items.delete(uri.toString());
  }

  of(uri: Uri, title: string): TestItem | null {
    return this.#controller.items.get(uri.toString())?.children.get(scenarioId(uri, title)) ?? null;
  }

  #fileItem(uri: Uri): TestItem {
    const id = uri.toString();
    const known = this.#controller.items.get(id);
    if (known !== undefined) return known;
    const created = this.#controller.createTestItem(id, workspace.asRelativePath(uri), uri);
    this.#controller.items.add(created);
    return created;
  }

  /** Keeps the item, and so its last result, while the title stays the same. */
  #scenarioItem(uri: Uri, { title, group, range }: ScenarioItem, file: TestItem): TestItem {
    const id = scenarioId(uri, title);
    const item = file.children.get(id) ?? this.#controller.createTestItem(id, title, uri);
    item.description = group;
    item.range = rangeOf(range);
    return item;
  }
}

function scenarioId(uri: Uri, title: string): string {
  return `${uri.toString()}#${title}`;
}

/** Scenarios to run, by file: expands whole files, without duplicates or exclusions. */
export function scenariosIn(
  controller: TestController,
  include: readonly TestItem[] | undefined,
  exclude: readonly TestItem[] | undefined,
): Map<string, TestItem[]> {
  const left = new Set(exclude);
  const chosen = new Set<TestItem>();
  const add = (item: TestItem): void => {
    if (left.has(item)) return;
    if (item.children.size === 0) chosen.add(item);
    else item.children.forEach(add);
  };
  if (include === undefined) controller.items.forEach(add);
  else for (const item of include) add(item);
  const byFile = new Map<string, TestItem[]>();
  for (const item of chosen) {
    const file = item.uri?.toString() ?? '';
    byFile.set(file, [...(byFile.get(file) ?? []), item]);
  }
  return byFile;
}
