package io.familiarface.feedback.feedback;

import io.familiarface.database.Database;
import io.familiarface.database.ListQuery;
import io.familiarface.database.RoundTrip;
import io.familiarface.feedback.history.CustomerErased;
import io.familiarface.feedback.history.CustomerMerged;
import io.familiarface.feedback.recording.CustomerRecords;
import io.familiarface.feedback.words.WordsSought;
import io.familiarface.rest.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What customers said. */
@ApplicationScoped
public class FeedbackRepository implements CustomerRecords<Feedback> {
  /** What another package may read: the marks that were given, with what was said. */
  public static final String MARKS =
      "(select id, customer_id, visit_id, project_id, project_step, technician_id, at, csat, text"
          + " from feedback where csat is not null)";

  /** What another package may join. */
  public static final String ROWS =
      "(select id, customer_id, visit_id, project_id, project_step, technician_id, at, kind, csat,"
          + " nps, effort, call_me, call_me_at, heard_at, recorded_at from feedback)";

  /** Finds the few who said so first, instead of going through all from the newest on. */
  private static final String SAYING =
      """
      with saying as materialized (
        select * from feedback where to_tsvector('simple', said_words(text)) @@ to_tsquery('simple', :words))
      select * from saying\
      """;

  private final Database database;

  FeedbackRepository(Database database) {
    this.database = database;
  }

  /** Newest first. */
  List<FeedbackView> page(FeedbackFilter filter, UUID customer, PageRequest page) {
    Optional<String> words = WordsSought.of(filter.q);
    ListQuery query =
        database
            .list(words.isPresent() ? SAYING : "select * from feedback")
            .where("external_id = :externalId", "externalId", filter.externalId)
            .where("customer_id = :customer", "customer", customer)
            .where("visit_id = :visit", "visit", filter.visitId)
            .where("kind = :kind", "kind", filter.kind)
            .where("at >= :from", "from", filter.from)
            .where("at < :to", "to", filter.to);
    words.ifPresent(sought -> query.bind("words", sought));
    page.after().ifPresent(key -> query.before("at, id", key.instant(0), key.uuid(1)));
    return query.list(FeedbackView.class, "at desc, id desc", page.limit() + 1);
  }

  /** Writes, with the round trip, what has not been written yet. */
  void insert(Feedback given, RoundTrip trip) {
    List<Feedback> one = List.of(given);
    trip.bindColumn("feedbackIds", one, feedback -> feedback.id)
        .bindColumn("feedbackExternalIds", one, feedback -> feedback.externalId)
        .bindColumn("feedbackCustomers", one, feedback -> feedback.customerId)
        .bindColumn("feedbackVisits", one, feedback -> feedback.details.visitId())
        .bindColumn("feedbackProjects", one, feedback -> feedback.details.projectId())
        .bindColumn("feedbackSteps", one, feedback -> feedback.details.projectStep())
        .bindColumn("feedbackTechnicians", one, feedback -> feedback.details.technicianId())
        .bindColumn("feedbackAts", one, feedback -> feedback.details.at())
        .bindColumn("feedbackKinds", one, feedback -> feedback.details.kind())
        .bindColumn("feedbackCsats", one, feedback -> feedback.details.csat())
        .bindColumn("feedbackNpss", one, feedback -> feedback.details.nps())
        .bindColumn("feedbackEfforts", one, feedback -> feedback.details.effort())
        .bindColumn("feedbackTexts", one, feedback -> feedback.details.text())
        .bindColumn("feedbackCallMes", one, feedback -> feedback.details.callMe())
        .bindColumn("feedbackCallMeAts", one, feedback -> feedback.callMeAt)
        .bindColumn("feedbackHeardAts", one, feedback -> feedback.heardAt)
        .bindColumn("feedbackRecordedBys", one, feedback -> feedback.recordedBy)
        .bindColumn("feedbackRecordedAts", one, feedback -> feedback.recordedAt)
        .bindColumn("feedbackVersions", one, feedback -> feedback.version)
        .update(
            """
            insert into feedback
              (id, external_id, customer_id, visit_id, project_id, project_step, technician_id,
               at, kind, csat, nps, effort, text, call_me, call_me_at, heard_at, recorded_by,
               recorded_at, version)
            select * from unnest(
              cast(:feedbackIds as uuid[]),
              cast(:feedbackExternalIds as text[]),
              cast(:feedbackCustomers as uuid[]),
              cast(:feedbackVisits as uuid[]),
              cast(:feedbackProjects as uuid[]),
              cast(:feedbackSteps as int[]),
              cast(:feedbackTechnicians as uuid[]),
              cast(:feedbackAts as timestamptz[]),
              cast(:feedbackKinds as text[]),
              cast(:feedbackCsats as int[]),
              cast(:feedbackNpss as int[]),
              cast(:feedbackEfforts as int[]),
              cast(:feedbackTexts as text[]),
              cast(:feedbackCallMes as bool[]),
              cast(:feedbackCallMeAts as timestamptz[]),
              cast(:feedbackHeardAts as timestamptz[]),
              cast(:feedbackRecordedBys as text[]),
              cast(:feedbackRecordedAts as timestamptz[]),
              cast(:feedbackVersions as bigint[]))
            """);
  }

  void move(@Observes CustomerMerged merged) {
    update("customerId = ?1 where customerId = ?2", merged.into(), merged.from());
  }

  void erase(@Observes CustomerErased erased) {
    delete("customerId", erased.customerId());
  }
}
