/** A bug of our own in one rule or file is reported once, with exit code 3, after everything else is done. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OwnFaults } from '../../packages/cli/src/own-faults.ts';

const PROGRAM = join(import.meta.dirname, 'fixtures/failing-program.ts');
const DOOMED = `group Doomed : service {
  timezone "Asia/Shanghai"
  tier A { when messages in 7d >= 1 }
  tier B { otherwise }
}
scenario "one message" for Doomed {
  given { 2025-03-01T10:00 "Ann" message }
  expect tier A of "Ann" on 2025-03-01
}
`;
const BROKEN = 'group Broken : service { tier A { when mesages > 3 } tier B { otherwise } }\n';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'steward-faults-'));
  writeFileSync(join(folder, 'a.group'), DOOMED);
  writeFileSync(join(folder, 'b.group'), BROKEN);
  writeFileSync(join(folder, 'log.jsonl'), '{"ts":"2025-03-01T10:00:00+08:00","signal":"message","member":"Ann"}\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function steward(...args: string[]): { code: number | null; stdout: string; stderr: string } {
  const { LANG: _, LC_ALL: __, ...environment } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: environment,
  });
  return { code: status, stdout, stderr };
}

function times(text: string, part: string): number {
  return text.split(part).length - 1;
}

describe('a rule that fails', () => {
  test('check reports it once, by file and rule, along with every other finding', () => {
    const { code, stdout, stderr } = steward('check', 'a.group', 'b.group');
    expect(code).toBe(3);
    expect(stdout).toContain('b.group:1:40 error unknown-name');
    expect(stdout).toContain('a.group:1:1 warning internal-fault');
    expect(stderr).toContain('This is a bug in Steward');
    expect(stderr).toContain('Please report it');
    expect(times(stderr, 'a.group: the rule `failing` failed and was skipped')).toBe(1);
    expect(times(stderr, 'Error: on purpose')).toBe(1);
  });

  test('in Chinese', () => {
    const { code, stdout, stderr } = steward('check', 'a.group', '--lang', 'zh');
    expect(code).toBe(3);
    expect(stdout).toContain('Steward 自身在规则 `failing` 中出错：Error: on purpose');
    expect(stderr).toContain('a.group：规则 `failing`出错，已略过');
  });

  test('in JSON it is a finding like the others', () => {
    const { code, stdout } = steward('check', 'a.group', 'b.group', '--format', 'json');
    expect(code).toBe(3);
    expect(stdout).toContain('internal-fault');
    expect(stdout).toContain('unknown-name');
  });

  test('simulation and scenarios run as if the rule did not exist', () => {
    const simulated = steward('simulate', 'a.group', '--log', 'log.jsonl', '--format', 'json');
    expect(simulated.code).toBe(3);
    expect(JSON.parse(simulated.stdout)).toMatchObject({ groups: [{ policy: 'Doomed' }] });
    expect(simulated.stderr).toContain('a.group: the rule `failing` failed');
    const tested = steward('test', 'a.group');
    expect(tested.code).toBe(3);
    expect(tested.stdout).toContain('one message');
    expect(tested.stdout).toContain('✓');
  });

  test('files that do not trigger it are unaffected', () => {
    expect(steward('check', 'b.group')).toMatchObject({
      code: 1,
      stderr: expect.not.stringContaining('bug in Steward'),
    });
  });
});

test('failing work is skipped, and the rest continues', async () => {
  const faults = new OwnFaults();
  const part = { en: 'the work', zh: '这项工作' };
  const done: (string | null)[] = [];
  for (const file of ['a', 'b', 'c']) {
    done.push(
      await faults.spare(file, part, async () => {
        if (file === 'b') throw new RangeError('too deep');
        return file;
      }),
    );
  }
  expect(done).toEqual(['a', null, 'c']);
  expect(faults.list().map(({ file, stack }) => [file, stack.split('\n')[0]])).toEqual([['b', 'RangeError: too deep']]);
});
