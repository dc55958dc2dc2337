/** Keywords and prelude names in traditional Chinese characters. */
import { readKeyword } from './keywords.ts';

/** Pairs of a traditional character and its simplified form, for the words of the language and its prelude. */
const PAIRS =
  '與与買买於于產产價价餘余償偿關关興兴內内冊册擊击別别辦办務务動动勵励區区單单佔占參参發发臺台號号後后啟启員员週周圖图場场處处復复複复獎奖寬宽對对層层屬属佈布並并庫库開开歸归當当誌志態态執执數数無无時时暱昵暫暂術术機机權权來来標标樣样歡欢沒没滿满點点熱热獻献蓋盖盤盘稱称筆笔籤签簽签類类紅红級级結结給给繼继續续節节範范補补規规視视觸触計计記记許许設设識识訴诉詞词話话該该語语請请讀读誰谁貢贡賬账帳账購购躍跃轉转輕轻達达針针鏈链銷销長长閱阅階阶險险預预頻频題题額额風风齡龄卻却組组過过個个鐘钟種种羣群應应測测試试';

const SIMPLIFIED: ReadonlyMap<string, string> = new Map(
  [...PAIRS.matchAll(/(.)(.)/gu)].map(([, traditional = '', simplified = '']) => [traditional, simplified]),
);
const TRADITIONAL = new RegExp(`[${[...SIMPLIFIED.keys()].join('')}]`, 'g');

/** Replaces traditional characters; the length stays the same. */
export function inSimplified(text: string): string {
  return text.replace(TRADITIONAL, (character) => SIMPLIFIED.get(character) ?? character);
}

/** `層級` → `层级`; null unless the result is a keyword. Names are resolved elsewhere: they may be declared that way. */
export function keywordInSimplified(word: string): string | null {
  const simplified = inSimplified(word);
  return simplified !== word && readKeyword(simplified, null) !== null ? simplified : null;
}
