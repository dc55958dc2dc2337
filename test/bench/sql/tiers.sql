-- Everybody's tier at the end of every day: windows over a row for each member and day.

-- A read of a push counts in the 30 days from it, but once for a message that is read again.
CREATE TABLE opened AS
WITH read AS (
  SELECT DISTINCT "group", member, target, make_timestamp(epoch_us(ts) + 28800000000)::DATE AS day
  FROM log WHERE kind = 'read' AND target IS NOT NULL AND member IS NOT NULL
), again AS (
  SELECT *, lead(day) OVER (PARTITION BY "group", member, target ORDER BY day) AS next FROM read
), change AS (
  SELECT "group", member, day, 1 AS delta FROM again
  UNION ALL SELECT "group", member, least(day + 30, next), -1 FROM again
)
SELECT "group", member, day, sum(delta)::INTEGER AS delta FROM change GROUP BY ALL;

CREATE TABLE member_days AS
WITH people AS (
  SELECT "group", member, min(day) AS first_day FROM facts
  WHERE member IS NOT NULL GROUP BY "group", member HAVING NOT bool_or(is_bot)
), grid AS (
  SELECT "group", member, unnest(generate_series(first_day, last_day, INTERVAL 1 DAY))::DATE AS day
  FROM people, (SELECT last_day FROM span)
), filled AS (
  SELECT g."group", g.member, g.day,
    coalesce(f.interactions, 0)::INTEGER AS interactions, coalesce(f.shares, 0)::INTEGER AS shares,
    coalesce(f.offerings, 0)::INTEGER AS offerings, (coalesce(f.own_messages, 0) > 0)::INTEGER AS engaged,
    coalesce(o.delta, 0) AS delta, f.last_leave, f.last_sign,
    CASE WHEN f.day IS NULL THEN NULL ELSE f.last_sign IS NOT NULL AND (f.last_leave IS NULL OR f.last_sign > f.last_leave) END AS signs
  FROM grid g
  LEFT JOIN facts f USING ("group", member, day)
  LEFT JOIN opened o USING ("group", member, day)
), present AS (
  SELECT *, coalesce(last_value(signs IGNORE NULLS) OVER (PARTITION BY "group", member ORDER BY day), false) AS is_member FROM filled
), begun AS (
  SELECT *, CASE WHEN is_member AND (last_leave IS NOT NULL
    OR NOT coalesce(lag(is_member) OVER (PARTITION BY "group", member ORDER BY day), false)) THEN day END AS start_day
  FROM present
)
SELECT "group", member, day, is_member,
  sum(engaged) OVER week AS engaged_7, sum(interactions) OVER week AS interactions_7, sum(shares) OVER week AS shares_7,
  sum(offerings) OVER month AS offerings_30, sum(interactions) OVER month AS interactions_30,
  sum(delta) OVER so_far AS opened_30,
  greatest(max(CASE WHEN interactions > 0 THEN day END) OVER so_far, max(start_day) OVER so_far) AS last_active
FROM begun
WINDOW
  week AS (PARTITION BY "group", member ORDER BY day ROWS 6 PRECEDING),
  month AS (PARTITION BY "group", member ORDER BY day ROWS 29 PRECEDING),
  so_far AS (PARTITION BY "group", member ORDER BY day ROWS UNBOUNDED PRECEDING);

CREATE TABLE tiers AS
WITH pushed AS (
  SELECT "group", day, sum(coalesce(pushes, 0)) OVER (PARTITION BY "group" ORDER BY day ROWS 29 PRECEDING) AS pushes_30
  FROM group_days LEFT JOIN group_facts USING ("group", day)
), ranked AS (
  SELECT *,
    rank() OVER (PARTITION BY "group", day ORDER BY engaged_7 DESC) AS place,
    count(*) OVER (PARTITION BY "group", day) AS heads,
    day - row_number() OVER (PARTITION BY "group", member ORDER BY day)::INTEGER AS run
  FROM member_days WHERE is_member
), judged AS (
  SELECT "group", member, day, run,
    day >= first_day + 6 AND engaged_7 > 0 AND place <= ceil(heads * 20 / 100) AND offerings_30 >= 4 AS core,
    interactions_7 >= 3 AND shares_7 >= 1 AS active,
    last_active <= day - 30 AS churned,
    day >= first_day + 29 AND interactions_30 < 2 AND pushes_30 > 0 AND opened_30 * 100 < 40 * pushes_30 AS silent
  FROM ranked JOIN pushed USING ("group", day), span
), core_held AS (
  SELECT *, bool_or(core) OVER (PARTITION BY "group", member, run ORDER BY day ROWS 2 PRECEDING) AS in_core FROM judged
), held AS (
  SELECT *,
    max(CASE WHEN active AND NOT in_core THEN day END) OVER recent AS active_day,
    max(CASE WHEN in_core THEN day END) OVER recent AS core_day
  FROM core_held
  WINDOW recent AS (PARTITION BY "group", member, run ORDER BY day ROWS 3 PRECEDING)
)
SELECT "group", day,
  CASE
    WHEN in_core THEN 'Core'
    WHEN active_day IS NOT NULL AND (core_day IS NULL OR active_day > core_day) THEN 'Active'
    WHEN churned THEN 'Churned'
    WHEN silent THEN 'Silent'
    ELSE 'Regular'
  END AS tier,
  count(*) AS members
FROM held GROUP BY ALL;
