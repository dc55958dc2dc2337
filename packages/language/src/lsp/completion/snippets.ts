/** Whole constructs, written once: `@word` is a keyword in either language, `«1:…»` a place to fill in. */
import type { LocalizedText } from '../../diagnostics/diagnostic.ts';
import type { Language } from '../../parser/keywords.ts';
import { keywordIn } from '../../parser/keywords.ts';

export interface Snippet {
  /** The keyword that it begins with. */
  keyword: string;
  title: LocalizedText;
  body: string;
}

export const SNIPPETS: readonly Snippet[] = [
  {
    keyword: 'group',
    title: { en: 'a group with tiers', zh: '一个带层级的群' },
    body: '@group «1:Name» "«2:label»" : «3|@service,@interest,@knowledge,@conversion|» {\n\t@timezone "«4:Asia/Shanghai»"\n\t@tier «5:Active» { @when interactions @in 7d >= «6:3» }\n\t@tier «7:Regular» { @otherwise }\n\t$0\n}',
  },
  {
    keyword: 'policy',
    title: { en: 'rules to share', zh: '共用的规范' },
    body: '@policy «1:Name» "«2:label»" {\n\t$0\n}',
  },
  {
    keyword: 'tier',
    title: { en: 'a tier with condition and benefit', zh: '带条件和权益的层级' },
    body: '@tier «1:Name» "«2:label»" {\n\t@when «3:interactions @in 7d >= 3»\n\t@benefit "«4:benefit»"\n}',
  },
  {
    keyword: 'content',
    title: { en: 'a mix of categories', zh: '类别与配比' },
    body: '@content {\n\t@category «1:ad» "«2:label»" @when text @contains "«3:word»"\n\t@mix @per @day @tolerance 10% { «1:ad» 100% }\n}',
  },
  {
    keyword: 'category',
    title: { en: 'a category by its words', zh: '按用词归类' },
    body: '@category «1:name» "«2:label»" @when text @contains "«3:word»"',
  },
  {
    keyword: 'risk',
    title: { en: 'a risk with actions', zh: '带动作的风险' },
    body: '@risk «1:Name» "«2:label»" {\n\t@when «3:count(complaint) @in 1h >= 3»\n\t@cooldown «4:12h»\n\t@do «5:warn(sender)»\n}',
  },
  {
    keyword: 'health',
    title: { en: 'a health goal', zh: '健康目标' },
    body: '@health «1:name» "«2:label»" {\n\t@healthy @when «3:messages_per_member @per @day > 5»\n}',
  },
  {
    keyword: 'campaign',
    title: { en: 'a campaign in four phases', zh: '四个阶段的活动' },
    body: '@campaign «1:Name» "«2:label»" «3|@medium,@large,@light|» {\n\t@preheat 2d\n\t@burst 24h\n\t@sustain 3d\n\t@review 1d @produces "«4:SOP»"\n\t@goal «5:participation_rate > 30%»\n}',
  },
  {
    keyword: 'cadence',
    title: { en: 'how often campaigns are held', zh: '活动频率' },
    body: '@cadence {\n\t@large «1:1» @per @month\n\t@medium «2:2» @per @week\n\t@light «3:3» @per @day\n}',
  },
  {
    keyword: 'lifecycle',
    title: { en: 'stages and what may follow', zh: '阶段与走向' },
    body: '@lifecycle {\n\t@stage «1:Startup» @when age < 30d\n\t@stage «2:Mature» @when age >= 30d\n\t@allow «1:Startup» -> «2:Mature»\n}',
  },
  {
    keyword: 'duty',
    title: { en: 'who is on duty', zh: '值班安排' },
    body: '@duty {\n\t08:00..20:00 «1:moderator»\n\t20:00..08:00 «2:moderator»\n}',
  },
  {
    keyword: 'scenario',
    title: { en: 'a test of the rules', zh: '规则的测试' },
    body: '@scenario "«1:what must come»" @for|针对 «2:Group» {\n\t@given {\n\t\t2025-03-01T10:00 "«3:member»" message text = "«4:hello»"\n\t}\n\t@expect @no @risk «5:Risk»\n}',
  },
  {
    keyword: 'metric',
    title: { en: 'a measure of your own', zh: '自定义指标' },
    body: '@metric «1:name» : @count = @count(«2:message» @where «3:media == image»)',
  },
  {
    keyword: 'lexicon',
    title: { en: 'a list of words', zh: '词库' },
    body: '@lexicon «1:Name» "«2:label»" {\n\t"«3:word»"\n}',
  },
  {
    keyword: 'role',
    title: { en: 'a role with its people', zh: '角色与成员' },
    body: '@role «1:name» "«2:label»" @members "«3:member»"',
  },
  {
    keyword: 'tool',
    title: { en: 'a tool and what it can do', zh: '工具与能力' },
    body: '@tool «1:Name» "«2:label»" @provides «3:kick», «4:mute»',
  },
  {
    keyword: 'script',
    title: { en: 'a text to post', zh: '一段话术' },
    body: '@script «1:Name» "«2:label»" "«3:text»"',
  },
  {
    keyword: 'task',
    title: { en: 'a task of a tier', zh: '层级任务' },
    body: '@task "«1:title»" @when «2:contributions @in 7d >= 1»',
  },
  {
    keyword: 'escalate',
    title: { en: 'to a graver risk', zh: '升级到更高风险' },
    body: '@escalate @to «1:Risk» @after «2:2h»',
  },
  {
    keyword: 'import',
    title: { en: 'the declarations of another file', zh: '引入另一个文件' },
    body: '@import "«1:./shared.group»"',
  },
  {
    keyword: 'mix',
    title: { en: 'how much of each category', zh: '各类内容的占比' },
    body: '@mix @per «1|@week,@day,@month|» @tolerance «2:10%» {\n\t«3:insight» «4:60%»\n\t«5:light» «6:40%»\n}',
  },
  {
    keyword: 'cap',
    title: { en: 'at most so much of a category', zh: '某类内容的上限' },
    body: '@cap «1:ad» «2:15%» @per «3|@day,@week|»',
  },
  {
    keyword: 'ban',
    title: { en: 'words that nobody may use', zh: '不许出现的词' },
    body: '@ban «1:Banned» @do «2:recall(message)», «3:warn(sender)»',
  },
  {
    keyword: 'slot',
    title: { en: 'something every day at that time', zh: '每天固定时段的内容' },
    body: '@slot "«1:Morning news»" «2:07:00»..«3:09:00» «4:insight»',
  },
  {
    keyword: 'stage',
    title: { en: 'a stage of the group', zh: '群的一个阶段' },
    body: '@stage «1:Growing» "«2:label»" @when «3:messages @per @month @rises @by 10%» @focus "«4:what to do»"',
  },
  {
    keyword: 'goal',
    title: { en: 'what the campaign is to reach', zh: '活动要达到的目标' },
    body: '@goal «1:participation_rate > 30%»',
  },
  {
    keyword: 'starts',
    title: { en: 'when the campaign is held', zh: '活动什么时候办' },
    body: '@starts @every «1|@fri,@sat,@sun|» @at «2:20:00»',
  },
  {
    keyword: 'signal',
    title: { en: 'events to be counted as one', zh: '合在一起计数的事件' },
    body: '@signal «1:name» = «2:message @where media == image» | «3:share»',
  },
  {
    keyword: 'action',
    title: { en: 'something that rules may do', zh: '规则可以执行的动作' },
    body: '@action «1:name»(«2:who = member»)',
  },
];

/** With the places as a client's snippets write them. */
export function snippetText({ body }: Snippet, language: Language): string {
  const written = body.replace(/@(\w+)(?:\|([\u3400-\u9FFF]+))?/g, (_, keyword: string, chinese?: string) =>
    language === 'zh' && chinese !== undefined ? chinese : keywordIn(keyword, language),
  );
  return written.replace(/«([^«»]*)»/g, '$${$1}');
}

/** For a client without snippets: what is to be filled in stands there as an example. */
export function plainText(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
    .replace(/\$\{\d+:([^{}]*)\}/g, '$1')
    .replace(/\$\d+/g, '')
    .replaceAll('\t', '  ');
}
