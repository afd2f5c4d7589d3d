package io.familiarface.jobs.planning;

import static io.familiarface.jobs.planning.ManyVisits.AGREEMENT;
import static io.familiarface.jobs.planning.ManyVisits.CUSTOMER;
import static io.familiarface.jobs.planning.ManyVisits.TECHNICIAN;
import static io.familiarface.rest.testing.plan.LargeTables.key;

import io.familiarface.jobs.Company;
import io.familiarface.rest.testing.plan.Operations;
import java.time.LocalDate;

/** Calls whatever says who works here and what was agreed, and takes a history in. */
final class BookOperations {
  private BookOperations() {}

  static void technicians(Operations operations) {
    operations.send(
        "POST",
        "/v1/technicians",
        "{\"externalId\":\"T9001\",\"name\":\"Ann\",\"branch\":\"north\"}");
    operations.pages("/v1/technicians");
    operations.pages("/v1/technicians?branch=branch%201");
    operations.get("/v1/technicians?externalId=T7");
    operations.get("/v1/technicians?externalId=T7&externalId=T8&limit=200");
    operations.pages("/v1/technicians?employedOn=" + LocalDate.now());
    String one = "/v1/technicians/{id}";
    operations.change("PATCH", one, one, "{\"name\":\"Anna\"}", "ext:T9001");
    String absence =
        operations
            .send(
                "POST",
                one + "/absences",
                "{\"kind\":\"SICK\",\"from\":\"2026-01-05\",\"to\":\"2026-01-07\"}",
                key(TECHNICIAN, 9))
            .path("id");
    operations.get(one + "/absences", key(TECHNICIAN, 9));
    String away = one + "/absences/{absenceId}";
    operations.change("DELETE", away, away, null, key(TECHNICIAN, 9), absence);
    String training =
        operations
            .send(
                "POST",
                one + "/training",
                "{\"course\":\"Listening\",\"kind\":\"SOFT\",\"on\":\"2026-01-05\"}",
                key(TECHNICIAN, 9))
            .path("id");
    operations.pages(one + "/training", key(TECHNICIAN, 9));
    operations.get(one + "/voice", key(TECHNICIAN, 9));
    String trained = one + "/training/{trainingId}";
    operations.change("DELETE", trained, trained, null, key(TECHNICIAN, 9), training);
    operations.importLines(
        "/v1/technicians/import",
        "{\"externalId\":\"T9002\",\"name\":\"Ben\"}",
        "{\"externalId\":\"T11\",\"name\":\"Other\"}");
  }

  static void agreements(Operations operations) {
    operations.send(
        "POST",
        "/v1/agreements",
        """
        {"externalId":"A900001","customerExternalId":"C77","program":"Monthly","recurrence":"FREQ=MONTHLY",
         "startsOn":"%s","price":{"amount":"89.00","currency":"USD"},"technicianExternalId":"T7"}
        """
            .formatted(Company.today()));
    operations.pages("/v1/agreements");
    operations.pages("/v1/agreements?state=CANCELLED");
    operations.pages("/v1/agreements?state=ACTIVE");
    operations.pages("/v1/agreements?endingBefore=" + Company.today().plusYears(1));
    operations.pages("/v1/agreements?technicianId=ext:T7");
    operations.pages("/v1/agreements?customerId=" + key(CUSTOMER, 7));
    operations.pages("/v1/agreements?customerId=ext:C7&technicianId=ext:T8&state=ACTIVE");
    operations.get("/v1/agreements?externalId=A7");
    String one = "/v1/agreements/{id}";
    operations.change("PATCH", one, one, "{\"recurrence\":\"FREQ=WEEKLY\"}", "ext:A900001");
    operations.send(
        "POST",
        "/v1/agreements",
        """
        {"externalId":"A900009","customerExternalId":"C78","program":"Monthly","recurrence":"FREQ=MONTHLY;COUNT=3",
         "startsOn":"%s","price":{"amount":"89.00","currency":"USD"},"technicianExternalId":"T7"}
        """
            .formatted(Company.today()));
    operations.send(
        "POST",
        one + "/renewal",
        "{\"endsOn\":\"%s\"}".formatted(Company.today().plusYears(1)),
        "ext:A900009");
    operations.send(
        "POST",
        one + "/pause",
        "{\"from\":\"%s\"}".formatted(Company.today().plusDays(5)),
        key(AGREEMENT, 102));
    operations.change("DELETE", one + "/pause", one, null, key(AGREEMENT, 102));
    operations.send("POST", one + "/cancellation", "{\"reason\":\"PRICE\"}", key(AGREEMENT, 101));
    operations.get(one + "/cancellation", key(AGREEMENT, 101));
  }

  static void history(Operations operations) {
    operations.importLines(
        "/v1/agreements/import",
        """
        {"externalId":"A900002","customerExternalId":"C78","program":"Monthly","recurrence":"FREQ=MONTHLY","startsOn":"2025-01-06","price":{"amount":"89.00","currency":"USD"},"technicianExternalId":"T7"}\
        """
            .strip());
    operations.importLines(
        "/v1/visits/import",
        """
        {"externalId":"V900002-1","agreementExternalId":"A900002","scheduledAt":"2025-01-06T15:00:00Z","outcome":"COMPLETED","technicianExternalId":"T7","plannedTechnicianExternalId":"T7"}\
        """,
        """
        {"externalId":"V900002-2","agreementExternalId":"A900002","scheduledAt":"2025-02-06T15:00:00Z","outcome":"COMPLETED","technicianExternalId":"T8","plannedTechnicianExternalId":"T7","changeReason":"LEFT_COMPANY","permanence":"FOR_GOOD"}\
        """,
        """
        {"externalId":"V12-7","agreementExternalId":"A12","scheduledAt":"2025-02-06T15:00:00Z","outcome":"COMPLETED","technicianExternalId":"T8"}\
        """);
    operations.importLines(
        "/v1/cancellations/import",
        "{\"agreementExternalId\":\"A900002\",\"cancelledAt\":\"2026-03-01T15:00:00Z\",\"reason\":\"PRICE\"}");
  }
}
