package io.familiarface.feedback.insight;

import io.familiarface.feedback.customer.CustomerCopies;
import io.familiarface.feedback.jobs.ProjectCopies;
import io.familiarface.feedback.technician.TechnicianCopies;

/** Steps of projects that ended within a period, and what was said of them. */
final class StepSql {
  /** {@code ended}: the steps that ended from {@code :from} to before {@code :to}. */
  static final String ENDED =
      """
      ended as (
        select s.project_id, s.number, s.title, s.supplier, s.technician_id, t.name as technician,
          coalesce(u.branch, t.branch) as branch
        from %s s
        join %s p on p.id = s.project_id
        left join %s u on u.id = p.customer_id
        left join %s t on t.id = s.technician_id
        where s.ends_at >= :from and s.ends_at < :to)\
      """
          .formatted(
              ProjectCopies.STEPS,
              ProjectCopies.ROWS,
              CustomerCopies.NAMES,
              TechnicianCopies.NAMES);

  /** By what they are told apart, where they are grouped by {@link #SETS}. */
  static final String GROUP =
      """
      case when grouping(title, branch) = 0 then 'BRANCH_STEP'
        when grouping(title) = 0 then 'STEP'
        when grouping(supplier) = 0 then 'SUPPLIER'
        when grouping(branch) = 0 then 'STEP_BRANCH'
        when grouping(technician_id) = 0 then 'STEP_TECHNICIAN' end as dimension,
      case when grouping(title, branch) = 0 then (branch || ' / ' || title)
        else coalesce(title, supplier, branch, technician_id::text) end as key,
      case when grouping(title, branch) = 0 then (branch || ' branch, ' || title || ' step')
        when grouping(technician_id) = 0 then max(technician) end as called\
      """;

  /** Each by one thing, by branch and kind of step together, and all of them. */
  static final String SETS =
      "grouping sets ((title), (supplier), (branch), (technician_id), (branch, title), ())";

  private StepSql() {}
}
