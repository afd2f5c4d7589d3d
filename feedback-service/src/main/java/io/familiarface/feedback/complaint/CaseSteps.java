package io.familiarface.feedback.complaint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.familiarface.database.Database;
import io.familiarface.feedback.recovery.CaseStep;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The steps that were taken to mend what customers complained of; none is ever changed. */
@ApplicationScoped
class CaseSteps {
  /** More than that nobody takes in one case; it bounds what one answer holds. */
  static final int AT_MOST = 500;

  private final Database database;
  private final ObjectMapper json;

  CaseSteps(Database database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  void add(Complaint complaint, CaseStepView step) {
    database
        .sql(
            """
            insert into complaint_step
              (id, complaint_id, number, round, step, at, by, recorded_by, recorded_at, details)
            values (:id, :complaint, :number, :round, :step, :at, :by, :recordedBy,
              :recordedAt, cast(:details as jsonb))
            """)
        .bind("id", step.id())
        .bind("complaint", complaint.id)
        .bind("number", complaint.steps)
        .bind("round", step.round())
        .bind("step", step.step())
        .bind("at", step.at())
        .bind("by", step.by())
        .bind("recordedBy", step.recordedBy())
        .bind("recordedAt", step.recordedAt())
        .bind("details", write(step.details()))
        .update();
  }

  /** In the order in which they were taken. */
  List<CaseStepView> of(UUID complaint) {
    return database
        .sql(
            """
            select id, step, round, at, by, recorded_by, recorded_at, details::text as details
            from complaint_step where complaint_id = :complaint
            order by number limit %d
            """
                .formatted(AT_MOST))
        .bind("complaint", complaint)
        .list(Row.class)
        .stream()
        .map(this::view)
        .toList();
  }

  /**
   * What else was agreed on with the customer of a case, in one currency: in its earlier rounds,
   * and in other cases since an instant. Of each round the last counts, also while it awaits an
   * approval, unless it was refused.
   *
   * @param since by when it was recorded: when it was agreed on, whoever records it may say
   */
  BigDecimal agreedBefore(Complaint complaint, String currency, Instant since) {
    return database
        .sql(
            """
            select coalesce(sum(cast(((details -> 'amount') ->> 'amount') as numeric)), 0)
            from (
              select distinct on (s.complaint_id, s.round) s.step, s.details
              from complaint c join complaint_step s on s.complaint_id = c.id
              where c.customer_id = :customer
                and (s.step = 'REMEDY'
                  or s.step = 'APPROVAL' and (s.details ->> 'approved') = 'false')
                and case when c.id = :complaint then s.round < :round
                  else s.recorded_at > :since end
              order by s.complaint_id, s.round, s.number desc) agreed
            where step = 'REMEDY' and ((details -> 'amount') ->> 'currency') = :currency
            """)
        .bind("customer", complaint.customerId)
        .bind("complaint", complaint.id)
        .bind("round", complaint.recovery.round())
        .bind("since", since)
        .bind("currency", currency)
        .one(BigDecimal.class);
  }

  private CaseStepView view(Row row) {
    return new CaseStepView(
        row.id,
        row.step,
        row.round,
        row.at,
        row.by,
        row.recordedBy,
        row.recordedAt,
        read(row.details));
  }

  private String write(StepDetails details) {
    try {
      return json.writeValueAsString(details);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The details of a step cannot be stored", e);
    }
  }

  private StepDetails read(String details) {
    try {
      return json.readValue(details, StepDetails.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The stored details of a step cannot be read", e);
    }
  }

  /** As it is stored. */
  record Row(
      UUID id,
      CaseStep step,
      int round,
      Instant at,
      String by,
      String recordedBy,
      Instant recordedAt,
      String details) {}
}
