import { expect, test } from 'vitest';
import { colored, localeOf, widthOf } from './environment.ts';

const english = () => 'en-US';

test('the language is the first one set, else the system’s', () => {
  expect(localeOf({ LC_ALL: 'zh_CN.UTF-8', LANG: 'en_US.UTF-8' }, english)).toBe('zh');
  expect(localeOf({ LC_ALL: '', LANG: 'zh_TW.UTF-8' }, english)).toBe('zh');
  expect(localeOf({ LC_ALL: 'C', LANG: 'zh_CN.UTF-8' }, english)).toBe('en');
  expect(localeOf({}, () => 'zh-Hans-CN')).toBe('zh');
});

test('an option beats NO_COLOR, which beats FORCE_COLOR, which beats the terminal', () => {
  expect(colored(true, { NO_COLOR: '1' }, false)).toBe(true);
  expect(colored(false, { FORCE_COLOR: '1' }, true)).toBe(false);
  expect(colored(null, { NO_COLOR: '1', FORCE_COLOR: '1' }, true)).toBe(false);
  expect(colored(null, { NO_COLOR: '', FORCE_COLOR: '1' }, false)).toBe(true);
  expect(colored(null, { FORCE_COLOR: '0' }, true)).toBe(false);
  expect(colored(null, {}, true)).toBe(true);
  expect(colored(null, { TERM: 'dumb' }, true)).toBe(false);
  expect(colored(null, {}, false)).toBe(false);
});

test('width: the terminal, COLUMNS, a default', () => {
  expect(widthOf({ COLUMNS: '90' }, 120)).toBe(120);
  expect(widthOf({ COLUMNS: '90' }, undefined)).toBe(90);
  expect(widthOf({ COLUMNS: 'wide' }, undefined)).toBe(100);
});
