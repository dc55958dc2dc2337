import { sentences } from '@steward/text';

export const LSP = sentences({
  lspNeedsChannel: {
    en: '--node-ipc works only when an editor starts this command. Otherwise use --stdio.',
    zh: '--node-ipc 只用于由编辑器自己启动的情形。其他情形请用 --stdio。',
  },
});
