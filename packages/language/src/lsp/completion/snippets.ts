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
