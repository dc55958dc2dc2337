/** Names that people know from other tools, by the kind of name expected, and their likely counterparts here. */

const NAMES: Readonly<Record<string, readonly (readonly [written: RegExp, names: readonly string[]])[]>> = {
  Action: [
    [/^(?:ban|block|expel|boot)$/i, ['kick', 'mute']],
    [/^(?:remove|delete|erase)$/i, ['recall', 'kick']],
    [/^(?:silence|gag|timeout)$/i, ['mute']],
    [/^(?:alert|tell|inform|message|email|page)$/i, ['notify']],
    [/^(?:post|send|say)$/i, ['publish', 'push']],
    [/^(?:warning)$/i, ['warn']],
    [/^(?:封禁|封号|拉黑|踢|踢出|移除|踢人)$/, ['移出', '禁言']],
    [/^(?:删除|删|删消息|撤下|撤回|撤销)$/, ['撤回消息']],
    [/^(?:提示|告诫|警示)$/, ['警告', '提醒']],
    [/^(?:告知|上报|汇报)$/, ['通知']],
    [/^(?:发送|推送|群发)$/, ['定向推送', '发布']],
  ],
  RefTarget: [
    [/^(?:message|content|body|msg)$/i, ['text']],
    [/^(?:内容|正文|消息|消息内容|文本|文字|发言)$/, ['文字内容']],
    [/^(?:sender|user|author|member_role)$/i, ['role']],
  ],
  Signal: [
    [/^(?:msg|messages|post|posts|chat|says?|said|sends?|sent|writes?|wrote)$/i, ['message']],
    [/^(?:like|likes|emoji)$/i, ['reaction']],
    [/^(?:buy|order|orders|purchases)$/i, ['purchase']],
    [/^(?:消息|聊天|说话|说|发送|发了|发消息)$/, ['发言']],
    [/^(?:下单|订单|成交)$/, ['购买']],
    [/^(?:点赞|赞)$/, ['表态']],
  ],
};

/** Our names that someone else's name of that kind may stand for, likeliest first; empty if unknown. */
export function namesMeant(kind: string, written: string): readonly string[] {
  return NAMES[kind]?.find(([pattern]) => pattern.test(written))?.[1] ?? [];
}
