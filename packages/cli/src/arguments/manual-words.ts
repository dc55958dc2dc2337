/** The sentences of the manual page, apart from what the command tables say. */
import { sentences } from '@steward/text';

export const MANUAL = sentences({
  section: { en: 'User Commands', zh: '用户命令' },
  name: { en: 'Name', zh: '名称' },
  synopsis: { en: 'Synopsis', zh: '用法' },
  description: { en: 'Description', zh: '说明' },
  about: {
    en: [
      'Rules of chat groups stand in .group files: who is in which tier, what belongs in the group, when a risk opens and who then does what.',
      'Steward checks them, tests them with the scenarios that stand beside them, and shows on a log what they would have done. Nothing is ever sent, and nothing in a log leaves the machine.',
      'Results go to standard output, or to the file that --output names; everything else goes to standard error.',
    ],
    zh: [
      '群规写在 .group 文件里：谁属于哪个等级、群里聊什么、什么时候算风险、由谁处理。',
      'Steward 检查这些规则，用写在旁边的场景测试，并在日志上显示规则会做什么。什么都不会发送，日志的内容也不会离开本机。',
      '结果写到标准输出，或 --output 指定的文件；其余内容写到标准错误。',
    ],
  },
  environment: { en: 'Environment', zh: '环境变量' },
  variables: {
    en: {
      'LC_ALL, LC_MESSAGES, LANG':
        'the language of the messages, where --lang does not say: Chinese for zh, else English',
      'NO_COLOR, FORCE_COLOR': 'without and with colours',
      CI: 'where it is set, nothing is asked',
      STEWARD_SNAPSHOT: 'off: check starts without the start-up snapshot that it keeps in the cache folder',
    },
    zh: {
      'LC_ALL, LC_MESSAGES, LANG': '没有 --lang 时消息的语言：zh 为中文，否则为英文',
      'NO_COLOR, FORCE_COLOR': '不用颜色，用颜色',
      CI: '有此变量时不询问',
      STEWARD_SNAPSHOT: 'off：check 启动时不使用缓存文件夹里的快照',
    },
  },
  files: { en: 'Files', zh: '文件' },
  config: {
    en: 'What a team always passes: the nearest one from the working folder upward counts. Its schema: steward schema config',
    zh: '团队总是使用的选项：从当前文件夹向上，最近的一个有效。其模式：steward schema config',
  },
});
