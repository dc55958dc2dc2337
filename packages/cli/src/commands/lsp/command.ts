import type { CommandSpecification } from '../../arguments/specification.ts';

export const command: CommandSpecification = {
  section: 'setup',
  name: 'lsp',
  operands: '',
  least: 0,
  most: 0,
  about: { en: 'Run the language server for an editor', zh: '为编辑器提供语言服务' },
  options: [
    {
      name: 'stdio',
      kind: 'flag',
      about: { en: 'communicate over standard input and output (default)', zh: '通过标准输入输出通信（默认）' },
    },
    {
      name: 'node-ipc',
      kind: 'flag',
      about: {
        en: 'communicate over the IPC channel of the Node process that started this one',
        zh: '通过启动它的 Node 进程的通道通信',
      },
    },
    {
      name: 'clientProcessId',
      kind: 'value',
      value: 'PID',
      about: { en: 'exit when this process does (editors pass it)', zh: '该进程结束时一同结束（由编辑器传入）' },
    },
  ],
  examples: ['steward lsp --stdio'],
};
