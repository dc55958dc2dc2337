/**
 * The type of a message of WeFlow or EchoTrace: by its Chinese name, which differs between their versions, or else by `localType`, WeChat's
 * own number.
 */
import type { Media } from '@steward/events';
import { isSystemType, wechatMedia } from '../wechat/app-types.ts';

/** `null`: the type is unknown. */
export type MessageType = Media | 'system' | null;

const NAMES: Readonly<{ [name: string]: Exclude<MessageType, null> }> = {
  文本消息: 'text',
  图片消息: 'image',
  语音消息: 'voice',
  视频消息: 'video',
  视频号消息: 'video',
  视频号视频: 'video',
  视频号直播: 'video',
  视频号直播卡片: 'video',
  文件消息: 'file',
  动画表情: 'sticker',
  表情消息: 'sticker',
  表情包: 'sticker',
  名片消息: 'card',
  链接消息: 'link',
  卡片式链接: 'link',
  卡片链接: 'link',
  图文消息: 'link',
  位置消息: 'location',
  红包消息: 'redpacket',
  红包卡片: 'redpacket',
  转账消息: 'transfer',
  转账卡片: 'transfer',
  小程序消息: 'miniapp',
  小程序分享: 'miniapp',
  小程序卡片: 'miniapp',
  引用消息: 'quote',
  聊天记录: 'forward',
  聊天记录合并转发: 'forward',
  合并转发: 'forward',
  合并转发消息: 'forward',
  群公告: 'announcement',
  拍一拍: 'poke',
  通话消息: 'call',
  语音通话: 'call',
  视频通话: 'call',
  接龙消息: 'note',
  群接龙: 'note',
  笔记消息: 'note',
  音乐消息: 'other',
  音乐卡片: 'other',
  音乐分享: 'other',
  微信礼物: 'other',
  系统消息: 'system',
};

const LOW_HALF = 0xffff_ffffn;
const HALF_BITS = 32n;

/**
 * @param name as the exporter writes it @param localType WeChat's number as digits: the low 32 bits are the type, the high ones the subtype
 * @param appType the subtype, if the exporter writes it separately
 */
export function messageType(name: string, localType: string, appType: string): MessageType {
  const named = Object.hasOwn(NAMES, name) ? NAMES[name] : undefined;
  if (named !== undefined) return named;
  // A number would lose the type beyond 2^53.
  const digits = /^\d{1,19}$/.test(localType) ? BigInt(localType) : 0n;
  const type = Number(digits & LOW_HALF);
  const subType = Number(digits >> HALF_BITS) || Number(appType) || 0;
  return isSystemType(type) ? 'system' : wechatMedia(type, subType);
}
