-- The thresholds of the five dimensions, at the end of every day. A week counts when it is over.
CREATE TABLE health AS
WITH heads AS (
  SELECT "group", day, count(*) AS heads FROM member_days WHERE is_member GROUP BY ALL
), weekly_people AS (
  SELECT "group", date_trunc('week', day)::DATE AS week,
    count(DISTINCT member) FILTER (notice_reads > 0) AS notice_readers,
    count(DISTINCT member) FILTER (participations > 0) AS participants,
    count(DISTINCT member) FILTER (clicks > 0) AS clickers
  FROM facts GROUP BY ALL
), weekly AS (
  SELECT "group", date_trunc('week', day)::DATE AS week, sum(messages) AS week_messages FROM group_facts GROUP BY ALL
), daily AS (
  SELECT d."group", d.day, (date_trunc('week', d.day + 1) - INTERVAL 7 DAY)::DATE AS week,
    coalesce(messages, 0) AS messages, coalesce(interactions, 0) AS interactions, coalesce(readers, 0) AS readers,
    coalesce(sensitive, 0) + coalesce(recalls, 0) AS abnormal, coalesce(complaints, 0) AS complaints, nullif(heads, 0) AS heads
  FROM group_days d LEFT JOIN group_facts f USING ("group", day) LEFT JOIN heads h USING ("group", day)
), known AS (
  SELECT d.*, w.heads AS week_heads, d.week >= first_day AS week_covered, d.week - 7 >= first_day AS base_covered,
    coalesce(p.notice_readers, 0) AS notice_readers, coalesce(p.participants, 0) AS participants, coalesce(p.clickers, 0) AS clickers,
    coalesce(c.week_messages, 0) AS week_messages, coalesce(b.week_messages, 0) AS base_messages
  FROM daily d JOIN span ON true
  LEFT JOIN heads w ON w."group" = d."group" AND w.day = d.week + 6
  LEFT JOIN weekly_people p ON p."group" = d."group" AND p.week = d.week
  LEFT JOIN weekly c ON c."group" = d."group" AND c.week = d.week
  LEFT JOIN weekly b ON b."group" = d."group" AND b.week = d.week - 7
), goals AS (
  SELECT "group", day,
    messages > 5 * heads AND interactions * 10 > 8 * heads AS activity,
    readers * 100 > 75 * heads AND CASE WHEN week_covered THEN notice_readers * 100 > 60 * week_heads END AS stickiness,
    CASE WHEN week_covered THEN participants * 100 > 30 * week_heads AND clickers * 100 > 15 * week_heads END AS efficiency,
    CASE WHEN messages > 0 THEN abnormal * 100 < 2 * messages AND complaints * 1000 < 5 * messages END AS safety,
    CASE WHEN base_covered AND base_messages > 0 THEN (base_messages - week_messages) * 100 < 20 * base_messages END AS momentum
  FROM known
)
SELECT "group", day, dimension, CASE state WHEN true THEN 'healthy' WHEN false THEN 'breach' ELSE 'unknown' END AS state
FROM goals UNPIVOT INCLUDE NULLS (state FOR dimension IN (activity, stickiness, efficiency, safety, momentum));
