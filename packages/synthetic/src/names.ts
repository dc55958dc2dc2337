/** Nicknames of members. */
import type { Random } from './random.ts';
import type { SyntheticOptions } from './settings.ts';

const CITIES = ['上海', '北京', '杭州', '成都', '广州', '深圳', '武汉', '南京', '西安', '长沙', '苏州', '青岛'];
const NICE = ['小', '阿', '大', '老', '爱笑的', '努力的', '佛系', '暖暖', '云上', '快乐'];
const WHO = [
  '鹿',
  '橙子',
  '麦子',
  '桃子',
  '柚子',
  '糯米',
  '栗子',
  '团子',
  '星星',
  '月亮',
  '芝麻',
  '豆包',
  '可乐',
  '年糕',
  '白菜',
  '石头',
];
const TAIL = ['妈妈', '同学', '呀', '酱', '', '', '', '一号', '在路上', '不加班'];

const GIVEN = [
  'Mia',
  'Liam',
  'Noah',
  'Emma',
  'Olivia',
  'Ethan',
  'Ava',
  'Lucas',
  'Zoe',
  'Leo',
  'Nina',
  'Omar',
  'Ivy',
  'Max',
  'Ruth',
];
const FAMILY = [
  'Chen',
  'Smith',
  'Garcia',
  'Khan',
  'Novak',
  'Silva',
  'Meyer',
  'Rossi',
  'Tanaka',
  'Okafor',
  'Olsen',
  'Park',
];
const CITIES_EN = ['London', 'Berlin', 'Austin', 'Lagos', 'Osaka', 'Lima', 'Oslo', 'Cairo'];

/** Share of members who ignore the group's format. */
const CARELESS = 0.12;

/** Unique within the group: there are few names, so the index distinguishes namesakes. */
export function nameOf(options: SyntheticOptions, random: Random, index: number): string {
  const english = options.language === 'en';
  const base = english
    ? `${random.pick(GIVEN)} ${random.pick(FAMILY)}`
    : `${random.pick(NICE)}${random.pick(WHO)}${random.pick(TAIL)}`;
  const unique = `${base}${index + 1}`;
  const city = random.pick(english ? CITIES_EN : CITIES);
  if (options.nicknames === 'plain' || random.chance(CARELESS)) return unique;
  return `${city}-${unique}`;
}
