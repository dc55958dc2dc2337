/** Generated from the folders of packages/logs/src/formats; do not edit. */
import { format as chatlogFormat } from './chatlog/chatlog.ts';
import { format as gitterFormat } from './gitter/gitter.ts';
import { format as wecomFormat } from './wecom/wecom.ts';
import { format as weflowFormat } from './weflow/weflow.ts';
import type { ExportFormat } from './format.ts';

export const EXPORTS: readonly ExportFormat[] = [chatlogFormat, gitterFormat, wecomFormat, weflowFormat];
