/**
 * Decides which declarations to check again: those that changed, those whose names may now refer to something else, and everything
 * that depends on one of them.
 */
import type { AstNode } from 'langium';
import type { Element } from '../generated/ast.ts';
import type { LexiconReader } from '../lower/lexicons.ts';
import type { LoadResult } from '../workspace/load.ts';
import type { FileRecords, SeenChanges } from './records.ts';
import type { Unit, Units } from './units.ts';

export interface StaleParts {
  units: Units;
  records: FileRecords;
  lexicons: LexiconReader;
  /** Redeclarations, by the top-level declaration that contains them. */
  duplicates: ReadonlyMap<AstNode, readonly AstNode[]>;
  check: number;
}

export function staleElements(loaded: LoadResult, parts: StaleParts): Set<Element> {
  const files = [...loaded.files, loaded.prelude];
  const live = new Set<Element>(files.flatMap((file) => file.model.elements));
  const stale = new Set<Element>();
  const users = new Map<Element, Element[]>();
  for (const file of files) {
    const changes = parts.records.changesSeenBy(file, loaded, parts.check);
    for (const element of file.model.elements) {
      const unit = parts.units.of(element);
      if (isStale(unit, changes, live, parts)) stale.add(element);
      for (const target of unit.targets) {
        const known = users.get(target);
        if (known === undefined) users.set(target, [element]);
        else known.push(element);
      }
    }
  }
  // Iterating over the set while adding to it visits everything that leads here.
  for (const element of stale) for (const user of users.get(element) ?? []) stale.add(user);
  return stale;
}

function isStale(
  unit: Unit,
  changes: SeenChanges,
  live: ReadonlySet<Element>,
  { units, lexicons, duplicates }: StaleParts,
): boolean {
  if (unit.stamp === 0 || changes === 'all') return true;
  if (changes.some(({ names, hasCategories }) => mayMean(unit, names, hasCategories))) return true;
  if (!areEqual(unit.duplicates, duplicates.get(unit.element) ?? [])) return true;
  if (unit.element.$type === 'Lexicon' && lexicons.hasChanged(unit.element)) return true;
  for (const target of unit.targets) {
    if (!live.has(target) || units.of(target).stamp > unit.stamp) return true;
  }
  return false;
}

function mayMean(unit: Unit, names: ReadonlySet<string>, hasCategories: boolean): boolean {
  if (unit.isOpen || (hasCategories && unit.shares.length > 0)) return true;
  for (const name of names) if (unit.names.has(name)) return true;
  return false;
}

function areEqual(left: readonly AstNode[], right: readonly AstNode[]): boolean {
  return left.length === right.length && left.every((node, index) => node === right[index]);
}
