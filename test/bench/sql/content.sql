-- The day's mix against its target, and the two caps.
CREATE TABLE mixes AS
SELECT "group", day,
  CASE
    WHEN total = 0 THEN 'empty'
    WHEN abs(insight * 100 - 40 * total) <= 10 * total AND abs(notice * 100 - 30 * total) <= 10 * total
      AND abs(ugc * 100 - 20 * total) <= 10 * total AND abs(light * 100 - 10 * total) <= 10 * total THEN 'kept'
    ELSE 'missed'
  END AS verdict
FROM (
  SELECT "group", day, coalesce(insight, 0) AS insight, coalesce(notice, 0) AS notice, coalesce(ugc, 0) AS ugc,
    coalesce(light, 0) AS light, coalesce(insight + notice + ugc + light, 0) AS total
  FROM group_days LEFT JOIN group_facts USING ("group", day)
);

CREATE TABLE caps AS
SELECT "group", day, category,
  CASE
    WHEN coalesce(messages, 0) = 0 THEN 'empty'
    WHEN part * 100 > bound * messages THEN 'exceeded'
    ELSE 'kept'
  END AS verdict
FROM (
  SELECT "group", day, messages, unnest([{ 'category': 'ad', 'part': ad, 'bound': 15 }, { 'category': 'flood', 'part': flood, 'bound': 10 }], recursive := true)
  FROM group_days LEFT JOIN group_facts USING ("group", day)
);

CREATE TABLE bans AS SELECT "group", sum(sensitive) AS sensitive, sum(disputes) AS disputes FROM group_facts GROUP BY "group";
