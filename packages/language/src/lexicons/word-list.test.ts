import { expect, test } from 'vitest';
import { oddityOf } from './oddities.ts';
import { wordsInList } from './word-list.ts';

const words = (text: string): string[] => wordsInList(text).map(({ word }) => word);
const THREE = ['代购', '返现', '赌博'];

test.each([
  ['line feeds', '代购\n返现\n赌博\n'],
  ['carriage returns and line feeds, with a mark', '\uFEFF代购\r\n返现\r\n赌博'],
  ['carriage returns', '代购\r返现\r赌博'],
  ['line separators', '代购\u2028返现\u2029赌博'],
  ['blank lines, of wide blanks too', '\n\n代购\n  \n返现\n\u3000\n赌博\n\u3000 \n'],
  ['zero-width spaces', '\u200B代购\n返\u200B现\n赌博\u200B\n'],
  ['marks of direction and joiners at the edges', '\u200E代购\u200F\n\u200D返现\n\u2066赌博\u2069'],
  ['commas at the end', '代购,\n返现，\n赌博、 \n'],
  ['quotation marks', '"代购",\n“返现”\n\'赌博\''],
  ['comments', '# 说明\n//说明\n#\n代购\n返现 # 尾注\n赌博 // 尾注\n'],
])('%s do no harm', (_, text) => {
  expect(words(text)).toEqual(THREE);
  expect(words(text).map((word) => oddityOf(word, true))).toEqual([null, null, null]);
});

test('characters that belong to a word are kept', () => {
  const kept = [
    'https://a.example/b',
    'C#',
    '#话题#',
    '👨‍👩‍👧',
    'buy now',
    'click here, now',
    '1,000元',
    'a/b',
    '加我，送红包',
    '的',
    '3|',
  ];
  expect(words(kept.join('\n'))).toEqual([...kept.slice(0, -1), '3']);
  expect(kept.map((word) => oddityOf(word.replace('|', ''), true)?.kind ?? null)).toEqual(kept.map(() => null));
});

test.each([
  ['代购,返现,赌博', 'several'],
  ['代购、返现', 'several'],
  ['代购|返现|赌博', 'several'],
  ['代购;返现', 'several'],
  ['代购，返现，赌博', 'several'],
  ['代购/返现/赌博', 'several'],
  ['代购\t1', 'columns'],
  ['代 购', 'blank'],
  ['代购 返现', 'blank'],
  ['#代购', 'hash'],
  ['代购.*', 'pattern'],
  ['(代购|返现)', 'pattern'],
  ['\\d+元', 'pattern'],
])('%s is odd: %s', (word, kind) => {
  expect(oddityOf(word, true)?.kind).toBe(kind);
});
