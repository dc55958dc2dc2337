import { expect, test } from 'vitest';
import { panelDocument } from './document.ts';

const parts = {
  script: 'https://panel/dashboard.js',
  style: 'https://panel/style.css',
  source: 'https://panel',
  nonce: 'n0nce',
  language: 'zh-cn',
  title: 'vip.group',
  file: 'file:///rules/vip.group',
};

test('only the page itself may run: its script by a nonce, its style from the panel, nothing inline', () => {
  const document = panelDocument(parts);
  expect(document).toContain(
    `content="default-src 'none'; script-src 'nonce-n0nce'; style-src https://panel; base-uri 'none'; form-action 'none'"`,
  );
  expect(document).not.toContain('unsafe');
  expect(document).not.toMatch(/<style|style="|<script>/);
});

test('the language is set, and a name cannot break out of its attribute', () => {
  const document = panelDocument({ ...parts, title: '<b>"x"', file: 'file:///a"><script>' });
  expect(document).toContain('<html lang="zh-CN">');
  expect(document).toContain('<title>&lt;b>&quot;x&quot;</title>');
  expect(document).toContain('data-file="file:///a&quot;>&lt;script>"');
});
