/** Known facts about the platforms that groups live on. */
import type { Bilingual } from '@steward/text';
import { nearest } from '../../parser/slips.ts';

export interface PlatformFacts {
  title: Bilingual;
  /** Signals that an export of the platform never holds, with the reason. */
  neverShown: readonly string[];
  /** Signals that exports of the platform never contain. */
  capacity: number | null;
  /** Maximum number of members of a group. */
  statisticsDays: number | null;
  /** Limits of the platform's own spam rules. */
  spamRules: { rules: number; words: number } | null;
}

const NOTHING_KNOWN = { neverShown: [], capacity: null, statisticsDays: null, spamRules: null };

const PLATFORMS: Readonly<Record<string, PlatformFacts>> = {
  wechat: { ...NOTHING_KNOWN, title: { en: 'WeChat', zh: '微信' }, neverShown: ['read', 'click'], capacity: 500 },
  wecom: {
    ...NOTHING_KNOWN,
    title: { en: 'WeCom', zh: '企业微信' },
    statisticsDays: 180,
    spamRules: { rules: 100, words: 300 },
  },
  qq: { ...NOTHING_KNOWN, title: { en: 'QQ', zh: 'QQ' } },
  dingtalk: { ...NOTHING_KNOWN, title: { en: 'DingTalk', zh: '钉钉' } },
  feishu: { ...NOTHING_KNOWN, title: { en: 'Feishu', zh: '飞书' } },
  gitter: { ...NOTHING_KNOWN, title: { en: 'Gitter', zh: 'Gitter' } },
  matrix: { ...NOTHING_KNOWN, title: { en: 'Matrix', zh: 'Matrix' } },
  slack: { ...NOTHING_KNOWN, title: { en: 'Slack', zh: 'Slack' } },
  discord: { ...NOTHING_KNOWN, title: { en: 'Discord', zh: 'Discord' } },
  telegram: { ...NOTHING_KNOWN, title: { en: 'Telegram', zh: 'Telegram' } },
  whatsapp: { ...NOTHING_KNOWN, title: { en: 'WhatsApp', zh: 'WhatsApp' } },
  line: { ...NOTHING_KNOWN, title: { en: 'LINE', zh: 'LINE' } },
};

const ALIASES: Readonly<Record<string, string>> = {
  weixin: 'wechat',
  微信: 'wechat',
  wework: 'wecom',
  wxwork: 'wecom',
  企业微信: 'wecom',
  企微: 'wecom',
  钉钉: 'dingtalk',
  飞书: 'feishu',
  lark: 'feishu',
};

export const PLATFORM_NAMES: readonly string[] = Object.keys(PLATFORMS);

export function platformFacts(name: string | null): PlatformFacts | null {
  if (name === null) return null;
  const key = name.toLowerCase();
  return PLATFORMS[ALIASES[key] ?? key] ?? null;
}

export function nearestPlatform(name: string): string | null {
  return nearest(name, [...PLATFORM_NAMES, ...Object.keys(ALIASES)]);
}
