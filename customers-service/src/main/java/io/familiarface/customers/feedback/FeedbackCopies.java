package io.familiarface.customers.feedback;

import io.familiarface.customers.customer.MergedCustomers;
import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Keeps the newest of what we were told; an older or repeated event changes nothing. */
@ApplicationScoped
class FeedbackCopies {

  private final Database database;

  FeedbackCopies(Database database) {
    this.database = database;
  }

  /** Keeps all that was told, in one round trip. */
  void write(FeedbackTold told) {
    RoundTrip trip = database.roundTrip();
    if (!told.given().isEmpty()) {
      writeGiven(trip, told.given());
    }
    if (!told.complaints().isEmpty()) {
      writeComplaints(trip, told.complaints());
    }
    if (!told.risks().isEmpty()) {
      writeRisks(trip, told.risks());
    }
    if (!told.flags().isEmpty()) {
      writeFlags(trip, told.flags());
    }
    trip.send();
  }

  private static void writeGiven(RoundTrip trip, Collection<FeedbackGiven> given) {
    trip.bindColumn("given", given, FeedbackGiven::feedbackId)
        .bindColumn("givenBy", given, FeedbackGiven::customerId)
        .bindColumn("givenAt", given, FeedbackGiven::at)
        .bindColumn("kinds", given, FeedbackGiven::kind)
        .bindColumn("csats", given, FeedbackGiven::csat)
        .bindColumn("npss", given, FeedbackGiven::nps)
        .bindColumn("givenRevisions", given, FeedbackGiven::revision)
        .update(
            """
            insert into feedback_copy (id, customer_id, at, kind, csat, nps, revision)
            select told.id, coalesce(into_id, customer_id), at, kind, csat, nps, revision
            from unnest(cast(:given as uuid[]), cast(:givenBy as uuid[]),
              cast(:givenAt as timestamptz[]), cast(:kinds as text[]), cast(:csats as int[]),
              cast(:npss as int[]), cast(:givenRevisions as bigint[]))
              as told (id, customer_id, at, kind, csat, nps, revision)
            left join %s as merged on merged.id = told.customer_id
            on conflict (id) do update set
              at = excluded.at, kind = excluded.kind, csat = excluded.csat, nps = excluded.nps,
              revision = excluded.revision
            where feedback_copy.revision < excluded.revision"""
                .formatted(MergedCustomers.MERGED));
  }

  private static void writeComplaints(RoundTrip trip, Collection<ComplaintChanged> complaints) {
    trip.bindColumn("complaints", complaints, ComplaintChanged::complaintId)
        .bindColumn("complaintsBy", complaints, ComplaintChanged::customerId)
        .bindColumn("complaintStates", complaints, ComplaintChanged::state)
        .bindColumn("severities", complaints, ComplaintChanged::severity)
        .bindColumn("causes", complaints, ComplaintChanged::cause)
        .bindColumn("received", complaints, ComplaintChanged::receivedAt)
        .bindColumn("reopened", complaints, ComplaintChanged::reopenedAt)
        .bindColumn("complaintRevisions", complaints, ComplaintChanged::revision)
        .update(
            """
            insert into complaint_copy
              (id, customer_id, state, severity, cause, received_at, reopened_at, revision)
            select told.id, coalesce(into_id, customer_id), state, severity, cause, received_at,
              reopened_at, revision
            from unnest(cast(:complaints as uuid[]), cast(:complaintsBy as uuid[]),
              cast(:complaintStates as text[]), cast(:severities as text[]),
              cast(:causes as text[]), cast(:received as timestamptz[]),
              cast(:reopened as timestamptz[]), cast(:complaintRevisions as bigint[]))
              as told (id, customer_id, state, severity, cause, received_at, reopened_at, revision)
            left join %s as merged on merged.id = told.customer_id
            on conflict (id) do update set
              state = excluded.state, severity = excluded.severity, cause = excluded.cause,
              received_at = excluded.received_at, reopened_at = excluded.reopened_at,
              revision = excluded.revision
            where complaint_copy.revision < excluded.revision"""
                .formatted(MergedCustomers.MERGED));
  }

  private static void writeRisks(RoundTrip trip, Collection<RiskAssessed> risks) {
    trip.bindColumn("assessed", risks, RiskAssessed::customerId)
        .bindColumn("asOf", risks, RiskAssessed::asOf)
        .bindColumn("probabilities", risks, RiskAssessed::probability)
        .bindColumn("bands", risks, RiskAssessed::band)
        .bindColumn("flagged", risks, RiskAssessed::flagged)
        .bindColumn("riskReasons", risks, RiskAssessed::reasonCodes)
        .bindColumn("models", risks, RiskAssessed::modelVersion)
        .update(
            """
            insert into risk_copy
              (customer_id, as_of, probability, band, flagged, reason_codes, model_version)
            select customer_id, as_of, probability, band, flagged, cast(reasons as text[]), model
            from unnest(cast(:assessed as uuid[]), cast(:asOf as timestamptz[]),
              cast(:probabilities as numeric[]), cast(:bands as text[]),
              cast(:flagged as boolean[]), cast(:riskReasons as text[]), cast(:models as text[]))
              as told (customer_id, as_of, probability, band, flagged, reasons, model)
            where not exists (select from %s as merged where merged.id = told.customer_id)
            on conflict (customer_id) do update set
              as_of = excluded.as_of, probability = excluded.probability, band = excluded.band,
              flagged = excluded.flagged, reason_codes = excluded.reason_codes,
              model_version = excluded.model_version"""
                .formatted(MergedCustomers.MERGED));
  }

  private static void writeFlags(RoundTrip trip, Collection<FlagChanged> flags) {
    trip.bindColumn("flags", flags, FlagChanged::flagId)
        .bindColumn("flagsOf", flags, FlagChanged::customerId)
        .bindColumn("flagStates", flags, FlagChanged::state)
        .bindColumn("raised", flags, FlagChanged::raisedAt)
        .bindColumn("cleared", flags, FlagChanged::clearedAt)
        .bindColumn("flagReasons", flags, FlagChanged::reasonCodes)
        .bindColumn("flagRevisions", flags, FlagChanged::revision)
        .update(
            """
            insert into flag_copy
              (id, customer_id, state, raised_at, cleared_at, reason_codes, revision)
            select told.id, coalesce(into_id, customer_id), state, raised_at, cleared_at,
              cast(reasons as text[]), revision
            from unnest(cast(:flags as uuid[]), cast(:flagsOf as uuid[]),
              cast(:flagStates as text[]), cast(:raised as timestamptz[]),
              cast(:cleared as timestamptz[]), cast(:flagReasons as text[]),
              cast(:flagRevisions as bigint[]))
              as told (id, customer_id, state, raised_at, cleared_at, reasons, revision)
            left join %s as merged on merged.id = told.customer_id
            on conflict (id) do update set
              state = excluded.state, raised_at = excluded.raised_at,
              cleared_at = excluded.cleared_at, reason_codes = excluded.reason_codes,
              revision = excluded.revision
            where flag_copy.revision < excluded.revision"""
                .formatted(MergedCustomers.MERGED));
  }

  List<UUID> customers() {
    return database
        .sql(
            """
            select customer_id from feedback_copy union select customer_id from complaint_copy
            union select customer_id from risk_copy union select customer_id from flag_copy
            """)
        .list(UUID.class);
  }

  void forget(Collection<UUID> customerIds) {
    RoundTrip trip = database.roundTrip().bind("customers", customerIds);
    for (String copy : List.of("feedback_copy", "complaint_copy", "risk_copy", "flag_copy")) {
      trip.update("delete from " + copy + " where customer_id = any(:customers)");
    }
    trip.send();
  }
}
