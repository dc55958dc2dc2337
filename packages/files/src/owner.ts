/**
 * Names of temporary folders say which process owns them: its id, its start time, and the namespace of the id.
 * Ids are reused; the start time tells processes apart. Containers that share a folder have their own ids.
 */
import { readFileSync, readlinkSync } from 'node:fs';

export interface Owner {
  pid: number;
  /** Ticks of the system's clock; `0` if unknown. */
  start: string;
  /** Namespace of the process id; `0` if unknown. */
  namespace: string;
}

export function thisProcess(): Owner {
  return { pid: process.pid, start: startOf(process.pid) ?? '0', namespace: namespaceHere() };
}

export function prefixOf({ pid, start, namespace }: Owner): string {
  return `steward-${pid}-${start}-${namespace}-`;
}

/** @returns null for a name that {@link prefixOf} does not begin */
export function ownerIn(name: string): Owner | null {
  const [, pid, start, namespace] = /^steward-(\d+)-(\d+)-(\d+)-\w+$/.exec(name) ?? [];
  if (pid === undefined || start === undefined || namespace === undefined) return null;
  return { pid: Number(pid), start, namespace };
}

/** Whether the process is certainly gone. Nothing is certain about another namespace. */
export function isGone({ pid, start, namespace }: Owner): boolean {
  if (namespace !== namespaceHere()) return false;
  if (!isAlive(pid)) return true;
  const now = startOf(pid);
  return start !== '0' && now !== null && now !== start;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another user's process is alive, too.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Field 22 of Linux's `stat`; the name before it may contain blanks and brackets. */
const START_AFTER_NAME = 19;

function startOf(pid: number): string | null {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return status.slice(status.lastIndexOf(')') + 2).split(' ')[START_AFTER_NAME] ?? null;
  } catch {
    return null;
  }
}

function namespaceHere(): string {
  try {
    return /\d+/.exec(readlinkSync('/proc/self/ns/pid'))?.[0] ?? '0';
  } catch {
    return '0';
  }
}
