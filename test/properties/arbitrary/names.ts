/** The few names that generated logs and policies share, so that they match. */

export const MEMBERS = ['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7', 'm8'] as const;

/** Two members share a name, and one has none. */
export const MEMBER_NAMES: Readonly<Record<string, string>> = {
  m1: 'Ann-A',
  m2: 'Bo',
  m3: 'Bo',
  m5: '小美',
  m6: 'm1',
  m7: 'Cy-C',
  m8: 'Dee',
};

/** Known only to a roster. */
export const STRANGERS = ['r1', 'r2'] as const;

export const CATEGORIES = [
  { name: 'ad', label: '广告' },
  { name: 'insight', label: '干货' },
  { name: 'notice', label: null },
] as const;

/** What a log may use as a category or an `about`. */
export const LABELS = ['ad', '广告', 'insight', '干货', 'notice', 'other'] as const;

export const RISKS = [
  { name: 'R1', label: '风险一' },
  { name: 'R2', label: null },
  { name: 'R3', label: '风险三' },
] as const;

export const CAMPAIGNS = [
  { name: 'C1', label: '活动一' },
  { name: 'C2', label: null },
] as const;

export const TEXTS = [
  'hello',
  'Hello V',
  '加V领券',
  'how to win',
  '教程一',
  'a\nb',
  'R1',
  '风险三',
  'C1',
  '活动一',
  '',
] as const;

export const WORDS = ['hello', 'V', '领券', 'HOW TO', '教程', 'a', 'zzz'] as const;

export const PATTERNS = ['^hello', 'o.*w', '[加领]', 'a.b', '一$', 'v'] as const;

export const MEDIA_USED = ['text', 'image', 'link', 'quote'] as const;
