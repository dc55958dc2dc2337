/** Findings as SARIF 2.1.0, the interchange format of static analysis: code scanning of GitHub and others reads it. */
import type { Locale } from '@steward/text';
import type { ReportedFinding } from './finding.ts';
import { reportedPath } from './finding.ts';
import { digests, type LineOf } from './fingerprint.ts';

export interface SarifOptions {
  locale: Locale;
  /** Of this program. */
  version: string;
  lineOf: LineOf;
  /** Where to read more on a code, as a sentence. */
  helpOf: (code: string) => string;
  /** Markdown of what a code means, with its first sentence; null if it has no page. */
  pageOf: (code: string) => string | null;
}

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';
const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const;

export function sarif(findings: readonly ReportedFinding[], options: SarifOptions): string {
  const codes = [...new Set(findings.map(({ code }) => code))].sort();
  const prints = digests(findings, options.lineOf);
  const log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Steward',
            semanticVersion: options.version,
            // Without `helpUri`: the pages are printed by the program, and have no address.
            rules: codes.map((id) => ruleOf(id, options)),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { ROOT: { description: { text: 'Where the command ran.' } } },
        results: findings.map((finding, index) => ({
          ruleId: finding.code,
          ruleIndex: codes.indexOf(finding.code),
          level: LEVELS[finding.severity],
          message: { text: finding.message[options.locale] },
          locations: [{ physicalLocation: physical(finding.file, finding.range) }],
          ...related(finding, options.locale),
          ...fixes(finding, options.locale),
          partialFingerprints: { 'steward/v1': prints[index] },
        })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** GitHub shows the short text in lists, the full one above a finding, and the help beside it. */
function ruleOf(id: string, { helpOf, pageOf }: SarifOptions): object {
  const help = helpOf(id);
  const page = pageOf(id);
  const first = page === null ? null : firstParagraph(page);
  if (page === null || first === null) {
    return { id, shortDescription: { text: help }, fullDescription: { text: help }, help: { text: help } };
  }
  return {
    id,
    shortDescription: { text: firstSentence(first) },
    fullDescription: { text: first },
    help: { text: `${plainText(page)}\n\n${help}`, markdown: `${page}\n\n${help}` },
  };
}

function firstParagraph(page: string): string | null {
  const paragraph = page.split(/\n\s*\n/).find((part) => /^[^#`>|-]/.test(part.trim()));
  return paragraph === undefined ? null : plainText(paragraph).replace(/\s+/g, ' ').trim();
}

function firstSentence(text: string): string {
  return /^.*?(?:[.!?](?=\s)|[。！？])/.exec(text)?.[0] ?? text;
}

/** Markdown without its marks. */
function plainText(markdown: string): string {
  return markdown
    .replace(/^#+ /gm, '')
    .replace(/^```.*$/gm, '')
    .replace(/[*`]/g, '')
    .trim();
}

function related({ related: places }: ReportedFinding, locale: Locale): object {
  if (places.length === 0) return {};
  return {
    relatedLocations: places.map(({ file, range, message }, index) => ({
      id: index + 1,
      physicalLocation: physical(file, range),
      message: { text: message[locale] },
    })),
  };
}

function fixes({ fixes: all }: ReportedFinding, locale: Locale): object {
  if (all.length === 0) return {};
  return {
    fixes: all.map(({ title, edits }) => ({
      description: { text: title[locale] },
      artifactChanges: [...Map.groupBy(edits, ({ file }) => file)].map(([file, own]) => ({
        artifactLocation: location(file),
        replacements: own.map(({ startOffset, endOffset, newText }) => ({
          deletedRegion: { charOffset: startOffset, charLength: endOffset - startOffset },
          insertedContent: { text: newText },
        })),
      })),
    })),
  };
}

function physical(file: string, { startLine, startColumn, endLine, endColumn }: ReportedFinding['range']): object {
  return { artifactLocation: location(file), region: { startLine, startColumn, endLine, endColumn } };
}

/** An absolute path has no base; on Windows it begins with a drive. */
function location(file: string): object {
  const path = reportedPath(file);
  const uri = path.split('/').map(encodeURIComponent).join('/');
  if (path.startsWith('/')) return { uri: `file://${uri}` };
  if (/^[A-Za-z]:\//.test(path)) return { uri: `file:///${uri.replace('%3A', ':')}` };
  return { uri, uriBaseId: 'ROOT' };
}
