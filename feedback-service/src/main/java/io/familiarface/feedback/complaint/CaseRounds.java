package io.familiarface.feedback.complaint;

/**
 * A case that comes back begins another round, with a remedy of its own. What the case says of
 * itself is of its last round; the earlier ones are read from their steps, or, where another system
 * told of it and no step was taken here yet, from its dates.
 */
public final class CaseRounds {
  private CaseRounds() {}

  /**
   * For whoever counts what came of each: {@code last} is the round in which the case is, {@code
   * reopened} whether the case has ever come back, {@code came_back} whether it did after this
   * round. {@code ended_at} and {@code satisfied} are null while a round is not over.
   */
  public static final String ROWS =
      """
      (select customer_id, severity, received_at, true as last, reopened_at is not null as reopened,
         case when state <> 'AWAITING_APPROVAL' then remedy_kind end as remedy,
         case when round = 1 then received_at else reopened_at end as begun_at,
         case when next_step is null then resolved_at end as ended_at, state = 'LOST' as lost,
         case when next_step is null then customer_satisfied end as satisfied,
         round = 1 and reopened_at is not null as came_back
       from complaint
       union all
       select customer_id, severity, received_at, false, true, null, received_at,
         case when resolved_at < reopened_at then resolved_at end, false,
         case when resolved_at < reopened_at then customer_satisfied end, true
       from complaint where round > 1 and steps = 0
       union all
       select c.customer_id, c.severity, c.received_at, false, true, e.remedy,
         coalesce(e.begun_at, c.received_at), e.ended_at, coalesce(not e.satisfied, false),
         e.satisfied, true
       from complaint c
       cross join lateral (
         select min(s.at) filter (where s.step = 'REOPENING') as begun_at,
           max(s.at) filter (where s.step = 'CLOSURE') as ended_at,
           (array_agg((s.details ->> 'kind') order by s.number desc)
             filter (where s.step = 'REMEDY'))[1] as remedy,
           bool_or(cast((s.details ->> 'satisfied') as boolean)) as satisfied
         from complaint_step s where s.complaint_id = c.id and s.round < c.round
         group by s.round) e
       where c.round > 1)\
      """;
}
