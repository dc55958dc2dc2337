/** Random `.group` files in English, for properties that hold of every file. */
import fc from 'fast-check';
import { LENGTHS } from '../src/parser/grammar-words.ts';

/** What may separate two words: spaces, a line break, or a comment. */
const gap = fc.oneof(
  { arbitrary: fc.constant(' '), weight: 12 },
  fc.constant('  '),
  fc.constant('   '),
  fc.constant('\n  '),
  fc.constant('\t'),
  fc.constant(' /* 近7天 in 7d */ '),
  fc.constant(' // when 当\n'),
);

const duration = fc
  .tuple(fc.integer({ min: 1, max: 99 }), fc.constantFrom('s', 'min', 'h', 'd', 'w'))
  .map(([amount, unit]) => `${amount}${unit}`);
const period = fc.constantFrom('hour', 'day', 'week', 'month');
const percent = fc.integer({ min: 1, max: 100 }).map((value) => `${value}%`);
const number = fc.constantFrom('1', '3', '12', '0.5', '2.75');
const time = fc.constantFrom('00:00', '08:30', '9:05', '23:59');
const string = fc.constantFrom('"加微信"', '"in 7d"', '"近7天 当"', '"a \\"b\\""', '"// no comment"');
/** Names a file may declare, including keywords of both languages. */
const name = fc.constantFrom('Core', 'light', '层级', 'when', '活跃', 'R1', '周一', 'times', '次');
const metric = fc.constantFrom('messages', 'interactions', 'shares', 'contributions', 'joins');
const signal = fc.constantFrom('message', 'complaint', 'interaction', 'share', 'push');
const phrase = (...parts: fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc
    .tuple(fc.tuple(...parts), fc.array(gap, { minLength: parts.length, maxLength: parts.length }))
    .map(([words, gaps]) => words.map((word, index) => (index === 0 ? word : `${gaps[index]}${word}`)).join(''));
const word = (text: string): fc.Arbitrary<string> => fc.constant(text);

/** Every duration that a clause can have, named by its keyword. */
const lengths = (type: string): fc.Arbitrary<string>[] =>
  (LENGTHS.get(type) ?? []).flatMap((name) => [word(name), duration]);

const filter = fc.oneof(
  phrase(word('media'), word('=='), fc.constantFrom('image', 'link', 'text')),
  phrase(word('media'), word('in'), word('['), word('image'), word(','), word('video'), word(']')),
  phrase(word('role'), word('!='), fc.constantFrom('staff', 'owner')),
  phrase(word('text'), word('contains'), string),
  phrase(word('text'), word('matches'), fc.constantFrom('/加(微信|V)/', '/a\\/b/i')),
  phrase(word('about'), word('=='), string),
);
const window = fc.oneof(phrase(word('in'), duration), phrase(word('per'), period));
const aggregate = fc.oneof(
  phrase(word('count'), word('('), signal, word('where'), filter, word(')')),
  phrase(word('distinct'), word('('), signal, word('.'), word('member'), word('of'), word('group'), word(')')),
  phrase(word('days'), word('('), signal, word(')')),
);
const count = phrase(fc.oneof(metric, aggregate), window);
const total = phrase(word('('), count, fc.constantFrom('+', '-'), count, word(')'));
const factor = fc.oneof(count, total);
const calculation = fc.oneof(
  phrase(factor, word('*'), factor),
  // A quotient of counts may be a share, which is compared with a percentage.
  phrase(factor, word('/'), total),
  phrase(count, fc.constantFrom('+', '-'), factor),
  phrase(word('('), metric, word('/'), word('members'), word(')'), window),
);
const condition: fc.Arbitrary<string> = fc.letrec<{ condition: string }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small' },
    phrase(count, fc.constantFrom('<', '<=', '>', '>=', '==', '!='), number),
    phrase(calculation, fc.constantFrom('<', '>='), number),
    phrase(word('('), metric, word('/'), factor, word(')'), window, word('falls'), word('by'), percent),
    phrase(fc.constantFrom('idle', 'age', 'since(message)'), word('>='), duration),
    phrase(fc.constantFrom('open_rate', 'click_rate', 'growth'), window, word('<'), percent),
    phrase(metric, word('per'), period, fc.constantFrom('rises', 'falls'), word('by'), percent),
    phrase(tie('condition'), fc.constantFrom('and', 'or'), tie('condition')),
    phrase(word('not'), word('('), tie('condition'), word(')')),
  ),
})).condition;
const rank = phrase(
  fc.constantFrom('top', 'bottom'),
  fc.oneof(percent, fc.constantFrom('1', '3')),
  word('by'),
  fc.oneof(phrase(metric, window), phrase(word('('), calculation, word(')'))),
);
const calls = fc.constantFrom(
  'warn',
  'warn(sender)',
  'kick(who: sender)',
  'mute(sender, 2h)',
  'mute(period: 30min)',
  'recall(message), notify("值班")',
  'reward("in 7d", member)',
);

const tier = phrase(
  word('tier'),
  name,
  string,
  word('{'),
  word('when'),
  fc.oneof(condition, phrase(rank, word('and'), condition)),
  ...lengths('Tier'),
  word('benefit'),
  string,
  word('do'),
  calls,
  word('}'),
);
const risk = phrase(
  word('risk'),
  name,
  word('{'),
  word('when'),
  condition,
  ...lengths('Risk'),
  word('do'),
  calls,
  word('escalate'),
  word('to'),
  word('Last'),
  word('after'),
  fc.oneof(
    duration,
    phrase(
      number.filter((text) => !text.includes('.')),
      word('times'),
      word('in'),
      duration,
    ),
  ),
  word('}'),
);
const health = phrase(
  word('health'),
  name,
  word('{'),
  word('healthy'),
  word('when'),
  condition,
  ...lengths('HealthGoal'),
  word('on'),
  word('breach'),
  ...lengths('Response'),
  word('do'),
  calls,
  word('}'),
);
const start = fc.oneof(
  word('2025-03-01T20:00'),
  phrase(word('every'), word('day'), word('at'), time, word(','), time),
  phrase(word('every'), word('mon'), word(','), word('thu'), word('at'), time),
  phrase(word('every'), word('month'), word('on'), word('18'), word('at'), time),
);
const campaign = phrase(
  word('campaign'),
  name,
  fc.constantFrom('large', 'medium', 'light'),
  word('{'),
  word('preheat'),
  duration,
  word('burst'),
  duration,
  word('goal'),
  condition,
  word('starts'),
  start,
  word(','),
  start,
  word('}'),
);
const content = phrase(
  word('content'),
  word('{'),
  word('category'),
  word('own'),
  word('when'),
  filter,
  word('mix'),
  word('per'),
  period,
  word('tolerance'),
  percent,
  word('{'),
  word('own'),
  percent,
  word('}'),
  word('cap'),
  word('own'),
  percent,
  word('per'),
  period,
  word('}'),
);
const cadence = phrase(
  word('cadence'),
  word('{'),
  fc.constantFrom('large', 'medium', 'light'),
  word('3'),
  word('per'),
  period,
  word('}'),
);
const lifecycle = phrase(
  word('lifecycle'),
  word('{'),
  word('stage'),
  name,
  word('when'),
  condition,
  ...lengths('Stage'),
  word('}'),
);

/** Kinds of sections, each at most once per file, so that their names do not clash. */
const SECTIONS = [tier, risk, health, campaign, content, cadence, lifecycle];

/** Files that parse and link. */
export const program: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('service', 'interest', 'knowledge', 'conversion'),
    name,
    fc.tuple(...SECTIONS),
    fc.subarray([0, 1, 2, 3, 4, 5, 6]),
  )
  .map(([kind, title, sections, chosen]) => {
    const last = 'risk Last { when complaints > 3 }';
    const body = chosen.map((index) => sections[index]).join('\n');
    return `group ${title} : ${kind} {\n${body}\n${last}\n}\n`;
  });
