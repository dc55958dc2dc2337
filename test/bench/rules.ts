/**
 * The same rules twice: as a `.group` file, and as the YAML that one would write for a schema checker.
 * One group is fifty lines of `.group`.
 */

export const LINES_OF_A_GROUP = 50;

export interface Written {
  group: string;
  yaml: string;
}

/** @param from number of the first group; files side by side must not share one */
export function rulesOf(groups: number, from = 0): Written {
  const numbers = Array.from({ length: groups }, (_, index) => from + index);
  return {
    group: numbers.map(groupText).join(''),
    yaml: `groups:\n${numbers.map(yamlText).join('')}`,
  };
}

function groupText(number: number): string {
  return `group Club${number} "Reading club ${number}" : interest {
  match "club-${number}-*"
  platform wecom
  timezone "Asia/Shanghai"
  purpose "Members read a book a month and talk about it"

  tier Core "Core" #C8102E {
    when top ${(number % 4) * 5 + 5}% by active_days in 7d and contributions in 30d >= 4
    grace 2d
    badge "crown"
    benefit "A seat at the author's table", "New books"
  }
  tier Active "Active" #E8833A {
    when interactions in 7d >= 3 and shares in 7d >= 1
    grace 3d
    benefit "New books"
  }
  tier Churned "Churned" #6B7280 {
    when idle >= 30d
  }
  tier Regular "Regular" #4C8BF5 {
    otherwise
  }

  content {
    category review "Review" when text matches /review|chapter|quote/
    category ugc "Photos" when media == image
    category notice "Notice" when media == announcement
    category chat "Chat" when media == sticker or text contains "haha"
    mix per week tolerance 10% { review 40%  ugc 20%  notice 15%  chat 25% }
    cap chat 40% per day
  }

  health activity "Activity" {
    healthy when messages_per_member per day > 1
    healthy when interactions_per_member per week > 0.8
    on breach for 3d do notify("host-${number}", "The club is falling silent")
  }

  risk Spam "Spam" {
    when count(message where category == chat) in 1h >= ${(number % 20) + 30}
    cooldown 6h
    do warn(sender)
    escalate to Storm after 3 times in 7d
  }
  risk Storm "Storm" {
    when distinct(complaint.member) in 2h >= 10
    do notify("host-${number}", "Come at once")
  }
}
`;
}

function yamlText(number: number): string {
  return `  - name: Club${number}
    label: Reading club ${number}
    kind: interest
    match: ["club-${number}-*"]
    platform: wecom
    timezone: Asia/Shanghai
    purpose: Members read a book a month and talk about it
    tiers:
      - name: Core
        label: Core
        color: "#C8102E"
        when: top ${(number % 4) * 5 + 5}% by active_days in 7d and contributions in 30d >= 4
        grace: 2d
        badge: crown
        benefits: [A seat at the author's table, New books]
      - name: Active
        label: Active
        color: "#E8833A"
        when: interactions in 7d >= 3 and shares in 7d >= 1
        grace: 3d
        benefits: [New books]
      - name: Churned
        label: Churned
        color: "#6B7280"
        when: idle >= 30d
      - name: Regular
        label: Regular
        color: "#4C8BF5"
        when: otherwise
    content:
      categories:
        - { name: review, label: Review, when: "text matches /review|chapter|quote/" }
        - { name: ugc, label: Photos, when: media == image }
        - { name: notice, label: Notice, when: media == announcement }
        - { name: chat, label: Chat, when: media == sticker or text contains "haha" }
      mixes:
        - { per: week, tolerance: 10, shares: { review: 40, ugc: 20, notice: 15, chat: 25 } }
      caps:
        - { category: chat, percent: 40, per: day }
    health:
      - name: activity
        label: Activity
        goals: [messages_per_member per day > 1, interactions_per_member per week > 0.8]
        onBreach: [{ for: 3d, do: ['notify("host-${number}", "The club is falling silent")'] }]
    risks:
      - name: Spam
        label: Spam
        when: count(message where category == chat) in 1h >= ${(number % 20) + 30}
        cooldown: 6h
        do: [warn(sender)]
        escalate: [{ to: Storm, after: 3 times in 7d }]
      - name: Storm
        label: Storm
        when: distinct(complaint.member) in 2h >= 10
        do: ['notify("host-${number}", "Come at once")']
`;
}
