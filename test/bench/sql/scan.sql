-- The least that anything over this log has to pay: every value of the columns that the baseline needs, decoded once.
SELECT
  count(*), bit_xor(epoch_us(ts)), sum(strlen("group")), sum(strlen(member)), sum(strlen(role)), sum(strlen(kind)),
  sum(strlen(media)), sum(strlen(category)), sum(strlen(text)), sum(strlen(target)), sum(strlen(about)), sum(strlen(id))
FROM log;
