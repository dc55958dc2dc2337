/** Whether a word is written in Chinese, so that what is suggested for it is as well. */
export function isChinese(text: string): boolean {
  return /[\u3400-\u9FFF]/.test(text);
}
