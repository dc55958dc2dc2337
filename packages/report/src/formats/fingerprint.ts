/**
 * Identifies a finding from one run to the next. Line numbers are not part of it, because text above may come and go. The text of its
 * line is, so that the same slip elsewhere is another finding.
 */
import type { ReportedFinding } from './finding.ts';
import { reportedPath } from './finding.ts';

/** @param line the text of the line that the finding starts on */
export function fingerprint(finding: ReportedFinding, line: string): string {
  return [reportedPath(finding.file), finding.code, finding.message.en, line.trim()].join('\n');
}

const OFFSET = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;
const WIDTH = 64;

/** FNV-1a of 64 bits over the UTF-16 units, in 16 hexadecimal digits. */
function digest(text: string): string {
  let value = OFFSET;
  for (let index = 0; index < text.length; index++) {
    value = BigInt.asUintN(WIDTH, (value ^ BigInt(text.charCodeAt(index))) * PRIME);
  }
  return value.toString(16).padStart(16, '0');
}

/** Digests in the order of the findings; equal ones get a number. */
export function digests(findings: readonly ReportedFinding[], lineOf: LineOf): string[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const print = fingerprint(finding, lineOf(finding.file, finding.range.startLine));
    const count = (seen.get(print) ?? 0) + 1;
    seen.set(print, count);
    return digest(count === 1 ? print : `${print}\n${count}`);
  });
}

/** The text of a line, 1-based; empty if the file could not be read. */
export type LineOf = (file: string, line: number) => string;
