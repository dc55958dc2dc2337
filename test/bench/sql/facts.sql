-- One scan: what every member of every group did on every local day. The other files read this table, not the log.
-- A day is a DATE in Asia/Shanghai, which is UTC+8 all year.
CREATE TABLE facts AS
WITH event AS (
  SELECT
    "group", member, role, kind, media, text, ts,
    make_timestamp(epoch_us(ts) + 28800000000)::DATE AS day,
    CASE
      WHEN kind <> 'message' THEN NULL
      WHEN category IN ('ad', '广告') THEN 'ad'
      WHEN category IN ('insight', '干货') THEN 'insight'
      WHEN category IN ('notice', '通知') THEN 'notice'
      WHEN category IN ('ugc', '用户UGC') THEN 'ugc'
      WHEN category IN ('light', '轻量互动') THEN 'light'
      WHEN category IN ('flood', '灌水') THEN 'flood'
      WHEN media = 'miniapp' OR regexp_matches(text, '加微信|领券|代理|返现|扫码|promo code|agents wanted|DM me') THEN 'ad'
      WHEN regexp_matches(text, '教程|攻略|干货|指南|测评|笔记|guide|tutorial|how-to|cheat sheet') THEN 'insight'
      WHEN media = 'announcement' OR regexp_matches(text, '通知|公告|预告|报名|秒杀|直播|notice|sign up|flash sale|live session') THEN 'notice'
      WHEN regexp_matches(text, '晒单|打卡|买家秀|作业|反馈图|my results|checking in|homework|photo of mine') THEN 'ugc'
      WHEN media IN ('redpacket', 'vote') OR regexp_matches(text, '接龙|红包|投票|竞猜|抽奖|red packet|poll|guess the|lucky draw') THEN 'light'
      WHEN media = 'sticker' THEN 'flood'
    END AS topic
  FROM log
)
SELECT
  "group", member, day,
  count_if(kind = 'message') AS messages,
  count_if(kind IN ('message', 'reaction', 'checkin', 'participation', 'click', 'share')) AS interactions,
  count_if(kind = 'message' AND role = 'member') AS own_messages,
  count_if(kind = 'message' AND role = 'member'
    AND (media IN ('image', 'video', 'file', 'link', 'note') OR length(text) >= 15)) AS offerings,
  count_if(kind = 'message' AND role IN ('owner', 'staff', 'bot')) AS pushes,
  count_if(kind = 'share') AS shares,
  count_if(kind = 'read') AS reads,
  count_if(kind = 'read' AND media = 'announcement') AS notice_reads,
  count_if(kind = 'participation') AS participations,
  count_if(kind = 'click') AS clicks,
  count_if(kind = 'complaint') AS complaints,
  count_if(kind = 'recall') AS recalls,
  count_if(kind = 'message' AND regexp_matches(text, getvariable('sensitive'), 'i')) AS sensitive,
  count_if(kind = 'message' AND regexp_matches(text, getvariable('disputes'), 'i')) AS disputes,
  count_if(topic = 'ad') AS ad,
  count_if(topic = 'insight') AS insight,
  count_if(topic = 'notice') AS notice,
  count_if(topic = 'ugc') AS ugc,
  count_if(topic = 'light') AS light,
  count_if(topic = 'flood') AS flood,
  max(ts) FILTER (kind = 'leave') AS last_leave,
  max(ts) FILTER (kind <> 'leave') AS last_sign,
  bool_or(role = 'bot') AS is_bot
FROM event
GROUP BY ALL;

-- What everybody in a group did on a day: the sums of the table above.
CREATE TABLE group_facts AS
SELECT "group", day, sum(COLUMNS(* EXCLUDE ("group", member, day, last_leave, last_sign, is_bot))),
  count_if(member IS NOT NULL AND reads > 0) AS readers
FROM facts GROUP BY "group", day;

CREATE TABLE span AS SELECT min(day) AS first_day, max(day) AS last_day FROM facts;

-- Every evaluated day of every group, empty ones too.
CREATE TABLE group_days AS
SELECT "group", unnest(generate_series(first_day, last_day, INTERVAL 1 DAY))::DATE AS day
FROM (SELECT "group", min(day) AS first_day FROM facts GROUP BY "group"), (SELECT last_day FROM span);
