package io.familiarface.customers.feedback;

import io.familiarface.customers.question.Question;

/** What feedback-service has told of a customer, whose id is the parameter of each. */
public final class HerViews {
  private HerViews() {}

  /** One row. */
  public static final Question<HerView.Scores> SCORES =
      new Question<>(
          """
          select (array_agg(csat order by at desc) filter (where csat is not null))[1] as last_csat,
                 max(at) filter (where csat is not null) as last_csat_at,
                 round(avg(csat), 1) as average_csat,
                 (array_agg(nps order by at desc) filter (where nps is not null))[1] as last_nps,
                 count(*) as answers
          from feedback_copy where customer_id = ?""",
          HerView.Scores::from);

  public static final Question<HerView.Complaint> OPEN_COMPLAINTS =
      new Question<>(
          """
          select id, state, severity, cause, received_at, reopened_at from complaint_copy
          where customer_id = ? and state <> 'RESOLVED'
          order by received_at desc""",
          HerView.Complaint::from);

  /** No row while none was assessed. */
  public static final Question<HerView.Risk> RISK =
      new Question<>(
          """
          select as_of, probability, band, flagged, reason_codes, model_version
          from risk_copy where customer_id = ?""",
          HerView.Risk::from);

  /** The newest; no row when there never was one. */
  public static final Question<HerView.Flag> FLAG =
      new Question<>(
          """
          select id, state, raised_at, cleared_at, reason_codes from flag_copy
          where customer_id = ? order by raised_at desc limit 1""",
          HerView.Flag::from);
}
