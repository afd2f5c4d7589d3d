package io.familiarface.customers.feedback;

import io.familiarface.database.RoundTrip;
import io.familiarface.database.RoundTrip.Rows;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.mapper.PropagateNull;

/**
 * What a customer thinks of us, as far as feedback-service has told. What is added to a round trip
 * is asked about the customer that the trip binds as {@code :customer}.
 */
public final class CustomerSentiment {
  private CustomerSentiment() {}

  /** How content they say they are; null where they have not said. */
  public record Scores(
      Integer lastCsat, Instant lastCsatAt, BigDecimal averageCsat, Integer lastNps) {}

  /** A complaint that is not mended yet. */
  public record Complaint(
      UUID id, String state, String severity, String cause, Instant receivedAt, boolean reopened) {}

  /** How likely they are to leave. */
  public record Risk(
      @PropagateNull Instant asOf,
      BigDecimal probability,
      String band,
      boolean flagged,
      List<String> reasonCodes,
      String modelVersion) {}

  /** That somebody should act. */
  public record Flag(
      @PropagateNull UUID id,
      String state,
      Instant raisedAt,
      Instant clearedAt,
      List<String> reasonCodes) {}

  /**
   * All that there is one of.
   *
   * @param risk null while none was assessed
   * @param flag the open one, or else the newest for which there was a reason; null when there is
   *     none
   */
  public record Standing(
      @Nested Scores scores, @Nested("risk") Risk risk, @Nested("flag") Flag flag) {}

  /** One row. */
  public static Rows<Standing> standing(RoundTrip trip) {
    return trip.query(
        """
        select scores.*, as_of as risk_as_of, probability as risk_probability, band as risk_band,
          flagged as risk_flagged, risk.reason_codes as risk_reason_codes,
          model_version as risk_model_version, flag.id as flag_id, state as flag_state,
          raised_at as flag_raised_at, cleared_at as flag_cleared_at,
          flag.reason_codes as flag_reason_codes
        from (
          select (array_agg(csat order by at desc, id desc) filter (where csat is not null))[1] as last_csat,
            max(at) filter (where csat is not null) as last_csat_at,
            round(avg(csat), 1) as average_csat,
            (array_agg(nps order by at desc, id desc) filter (where nps is not null))[1] as last_nps
          from feedback_copy where customer_id = :customer) as scores
        left join risk_copy risk on customer_id = :customer
        left join (
          select id, state, raised_at, cleared_at, reason_codes from flag_copy
          where customer_id = :customer and state <> 'WITHDRAWN'
          order by state in ('RAISED', 'ACKNOWLEDGED', 'ACTED') desc, raised_at desc, id desc
          limit 1) as flag on true""",
        Standing.class);
  }

  public static Rows<Complaint> openComplaints(RoundTrip trip) {
    return trip.query(
        """
        select id, state, severity, cause, received_at, reopened_at is not null as reopened
        from complaint_copy
        where customer_id = :customer and state not in ('CLOSED', 'LOST')
        order by received_at desc, id desc""",
        Complaint.class);
  }
}
