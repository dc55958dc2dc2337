/** Snippets for whole constructs: `@word` is a keyword in either language, `‹en|zh›` other words, `«1:…»` a placeholder. */

import type { Bilingual, Locale } from '@steward/text';
import { keywordIn } from '../../parser/keywords.ts';

export interface Snippet {
  /** The keyword it starts with. */
  keyword: string;
  title: Bilingual;
  body: string;
}

export const SNIPPETS: readonly Snippet[] = [
  {
    keyword: 'group',
    title: { en: 'a group with tiers', zh: '一个带层级的群' },
    body: '@group «1:‹Name|名称›» "«2:‹label|说明›»" : «3|@service,@interest,@knowledge,@conversion|» {\n\t@timezone "«4:Asia/Shanghai»"\n\t@tier «5:‹Active|活跃›» { @when ‹interactions in 7d|互动数 近7天› >= «6:3» }\n\t@tier «7:‹Regular|普通›» { @otherwise }\n\t$0\n}',
  },
  {
    keyword: 'policy',
    title: { en: 'rules to share', zh: '共用的规范' },
    body: '@policy «1:‹Name|名称›» "«2:‹label|说明›»" {\n\t$0\n}',
  },
  {
    keyword: 'tier',
    title: { en: 'a tier with condition and benefit', zh: '带条件和权益的层级' },
    body: '@tier «1:‹Name|名称›» "«2:‹label|说明›»" {\n\t@when «3:‹interactions in 7d|互动数 近7天› >= 3»\n\t@benefit "«4:‹benefit|权益›»"\n}',
  },
  {
    keyword: 'content',
    title: { en: 'a mix of categories', zh: '类别与配比' },
    body: '@content {\n\t@category «1:‹ad|广告›» "«2:‹label|说明›»" @when ‹text|文字内容› @contains "«3:‹word|词›»"\n\t@mix ‹per day|每天› @tolerance 10% { «1:‹ad|广告›» 100% }\n}',
  },
  {
    keyword: 'category',
    title: { en: 'a category by its words', zh: '按用词归类' },
    body: '@category «1:‹name|名称›» "«2:‹label|说明›»" @when ‹text|文字内容› @contains "«3:‹word|词›»"',
  },
  {
    keyword: 'risk',
    title: { en: 'a risk with actions', zh: '带动作的风险' },
    body: '@risk «1:‹Name|名称›» "«2:‹label|说明›»" {\n\t@when «3:‹count(complaint) in 1h|计数(投诉) 近1小时› >= 3»\n\t@cooldown «4:‹12h|12小时›»\n\t@do «5:‹warn(sender)|警告(当事人)›»\n}',
  },
  {
    keyword: 'health',
    title: { en: 'a health goal', zh: '健康目标' },
    body: '@health «1:‹name|名称›» "«2:‹label|说明›»" {\n\t@healthy @when «3:‹messages_per_member per day|人均发言数 每天› > 5»\n}',
  },
  {
    keyword: 'campaign',
    title: { en: 'a campaign in four phases', zh: '四个阶段的活动' },
    body: '@campaign «1:‹Name|名称›» "«2:‹label|说明›»" «3|@medium,@large,@light|» {\n\t@preheat ‹2d|2天›\n\t@burst ‹24h|24小时›\n\t@sustain ‹3d|3天›\n\t@review ‹1d|1天› @produces "«4:SOP»"\n\t@goal «5:‹participation_rate|参与率› > 30%»\n}',
  },
  {
    keyword: 'cadence',
    title: { en: 'how often campaigns are held', zh: '活动频率' },
    body: '@cadence {\n\t@large «1:1» ‹per month|每月›\n\t@medium «2:2» ‹per week|每周›\n\t@light «3:3» ‹per day|每天›\n}',
  },
  {
    keyword: 'lifecycle',
    title: { en: 'stages and what may follow', zh: '阶段与走向' },
    body: '@lifecycle {\n\t@stage «1:‹Startup|初创期›» @when ‹age < 30d|群龄 < 30天›\n\t@stage «2:‹Mature|成熟期›» @when ‹age >= 30d|群龄 >= 30天›\n\t@allow «1:‹Startup|初创期›» -> «2:‹Mature|成熟期›»\n}',
  },
  {
    keyword: 'duty',
    title: { en: 'who is on duty', zh: '值班安排' },
    body: '@duty {\n\t08:00..20:00 «1:‹moderator|管理员›»\n\t20:00..08:00 «2:‹moderator|管理员›»\n}',
  },
  {
    keyword: 'scenario',
    title: { en: 'a test of the rules', zh: '规则的测试' },
    body: '@scenario "«1:‹what must come|应当发生什么›»" ‹for|针对› «2:‹Group|群名›» {\n\t@given {\n\t\t2025-03-01T10:00 "«3:‹member|成员›»" ‹message text|发言 文字内容› = "«4:‹hello|你好›»"\n\t}\n\t@expect @no @risk «5:‹Risk|风险名›»\n}',
  },
  {
    keyword: 'metric',
    title: { en: 'a measure of your own', zh: '自定义指标' },
    body: '@metric «1:‹name|名称›» : @count = @count(«2:‹message|发言›» @where «3:‹media == image|媒介 == 图片›»)',
  },
  {
    keyword: 'lexicon',
    title: { en: 'a list of words', zh: '词库' },
    body: '@lexicon «1:‹Name|名称›» "«2:‹label|说明›»" {\n\t"«3:‹word|词›»"\n}',
  },
  {
    keyword: 'role',
    title: { en: 'a role with its people', zh: '角色与成员' },
    body: '@role «1:‹name|名称›» "«2:‹label|说明›»" @members "«3:‹member|成员›»"',
  },
  {
    keyword: 'tool',
    title: { en: 'a tool and what it can do', zh: '工具与能力' },
    body: '@tool «1:‹Name|名称›» "«2:‹label|说明›»" @provides «3:kick», «4:mute»',
  },
  {
    keyword: 'script',
    title: { en: 'a text to post', zh: '一段话术' },
    body: '@script «1:‹Name|名称›» "«2:‹label|说明›»" "«3:‹text|内容›»"',
  },
  {
    keyword: 'task',
    title: { en: 'a task of a tier', zh: '层级任务' },
    body: '@task "«1:‹title|标题›»" @when «2:‹contributions in 7d|贡献数 近7天› >= 1»',
  },
  {
    keyword: 'escalate',
    title: { en: 'to a more serious risk', zh: '升级到更高风险' },
    body: '@escalate @to «1:‹Risk|风险名›» @after «2:‹2h|2小时›»',
  },
  {
    keyword: 'import',
    title: { en: 'the declarations of another file', zh: '引入另一个文件' },
    body: '@import "«1:./shared.group»"',
  },
  {
    keyword: 'mix',
    title: { en: 'the shares of categories', zh: '各类内容的占比' },
    body: '@mix @per «1|@week,@day,@month|» @tolerance «2:10%» {\n\t«3:‹insight|干货›» «4:60%»\n\t«5:‹light|闲聊›» «6:40%»\n}',
  },
  {
    keyword: 'cap',
    title: { en: 'a limit for a category', zh: '某类内容的上限' },
    body: '@cap «1:‹ad|广告›» «2:15%» @per «3|@day,@week|»',
  },
  {
    keyword: 'ban',
    title: { en: 'forbidden words', zh: '不许出现的词' },
    body: '@ban «1:‹Banned|违禁词›» @do «2:‹recall(message)|撤回消息(原消息)›», «3:‹warn(sender)|警告(当事人)›»',
  },
  {
    keyword: 'slot',
    title: { en: 'a daily slot', zh: '每天固定时段的内容' },
    body: '@slot "«1:‹Morning news|早报›»" «2:07:00»..«3:09:00» «4:‹insight|干货›»',
  },
  {
    keyword: 'stage',
    title: { en: 'a stage of the group', zh: '群的一个阶段' },
    body: '@stage «1:‹Growing|成长期›» "«2:‹label|说明›»" @when «3:‹messages per month rises by 10%|发言数 每月 上升 达 10%›» @focus "«4:‹what to do|要做的事›»"',
  },
  {
    keyword: 'goal',
    title: { en: 'the goal of the campaign', zh: '活动要达到的目标' },
    body: '@goal «1:‹participation_rate|参与率› > 30%»',
  },
  {
    keyword: 'starts',
    title: { en: 'when the campaign is held', zh: '活动什么时候办' },
    body: '@starts @every «1|@fri,@sat,@sun|» @at «2:20:00»',
  },
  {
    keyword: 'signal',
    title: { en: 'events counted together', zh: '合在一起计数的事件' },
    body: '@signal «1:‹name|名称›» = «2:‹message where media == image|发言 其中 媒介 == 图片›» | «3:‹share|转发›»',
  },
  {
    keyword: 'action',
    title: { en: 'an action for rules', zh: '规则可以执行的动作' },
    body: '@action «1:‹name|名称›»(«2:‹who = member|谁 = 该成员›»)',
  },
];

/** With placeholders in the LSP snippet syntax. */
export function snippetText({ body }: Snippet, language: Locale): string {
  const written = body
    .replace(/‹([^|›]*)\|([^›]*)›/g, (_, english: string, chinese: string) => (language === 'zh' ? chinese : english))
    .replace(/@(\w+)/g, (_, keyword: string) => keywordIn(keyword, language));
  return written.replace(/«([^«»]*)»/g, '$${$1}');
}

/** For clients without snippets: placeholders become examples. */
export function plainText(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
    .replace(/\$\{\d+:([^{}]*)\}/g, '$1')
    .replace(/\$\d+/g, '')
    .replaceAll('\t', '  ');
}
