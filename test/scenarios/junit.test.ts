/** `--format junit` writes what JUnit's schema allows (from Jenkins' dtkit, which includes its licence). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type JunitCase, junitXml } from '@steward/report';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { afterAll, beforeAll, expect, test } from 'vitest';

let schema: XmlDocument;
let validator: XsdValidator;
beforeAll(() => {
  schema = XmlDocument.fromString(readFileSync(join(import.meta.dirname, 'fixtures/junit-4.xsd'), 'utf8'));
  validator = XsdValidator.fromDoc(schema);
});
afterAll(() => {
  validator.dispose();
  schema.dispose();
});

/** The fault that the schema reports; null if there is none. */
function faultOf(xml: string): string | null {
  const document = XmlDocument.fromString(xml);
  try {
    validator.validate(document);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    document.dispose();
  }
}

const CASES: readonly JunitCase[] = [
  { name: '两次投诉 & <more>', className: 'G', seconds: 0.0123, failures: [], error: null },
  {
    name: 'fails "twice"',
    className: 'G',
    seconds: 1,
    failures: [
      { message: 'expect risk Loud', text: 'g.group:3:1\nNo incident\u0000 of Loud' },
      { message: 'expect no risk\nLoud', text: ']]> <!-- 👋 \u001b[31m' },
    ],
    error: null,
  },
  { name: 'cannot run', className: 'G', seconds: 0, failures: [], error: 'logs/a.jsonl:1: "ts" is missing' },
];

test('a complete report is valid, with correct counts', () => {
  const xml = junitXml([
    { name: 'rules/g.group', cases: [...CASES] },
    { name: 'empty.group', cases: [] },
  ]);
  expect(faultOf(xml)).toBeNull();
  const document = XmlDocument.fromString(xml);
  const attribute = (path: string): string | undefined => document.get(path)?.content;
  expect(attribute('/testsuites/@tests')).toBe('3');
  expect(attribute('/testsuites/@failures')).toBe('1');
  expect(attribute('/testsuites/testsuite[1]/@errors')).toBe('1');
  expect(attribute('//testcase[1]/@name')).toBe('两次投诉 & <more>');
  expect(attribute('//testcase[2]/failure[2]/@message')).toBe('expect no risk\nLoud');
  expect(attribute('//testcase[2]/failure[2]')).toBe(']]> <!-- 👋 \ufffd[31m');
  expect(attribute('//testcase[3]/error/@message')).toBe('logs/a.jsonl:1: "ts" is missing');
  document.dispose();
});

test('an empty report is valid too', () => expect(faultOf(junitXml([]))).toBeNull());

test('the schema does reject', () => {
  const xml = junitXml([{ name: 'g.group', cases: [...CASES] }]);
  expect(faultOf(xml.replace('<testcase name=', '<testcase title='))).not.toBeNull();
});
