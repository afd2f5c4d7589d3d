package io.familiarface.jobs.planning;

import static io.familiarface.jobs.planning.ManyVisits.CUSTOMER;
import static io.familiarface.jobs.planning.ManyVisits.TECHNICIAN;
import static io.familiarface.jobs.planning.ManyVisits.visit;
import static io.familiarface.rest.testing.plan.LargeTables.key;

import io.familiarface.jobs.Company;
import io.familiarface.rest.testing.Tokens;
import io.familiarface.rest.testing.plan.Operations;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Calls whatever reads and changes visits, on lists, boards and in calendars. */
final class VisitOperations {
  private VisitOperations() {}

  static void lists(Operations operations) {
    String from = "from=" + Instant.now().minus(30, ChronoUnit.DAYS);
    String to = "to=" + Instant.now().plus(30, ChronoUnit.DAYS);
    for (String order : new String[] {"scheduledAt", "-scheduledAt"}) {
      String visits = "/v1/visits?sort=" + order;
      operations.pages(visits);
      operations.pages(visits + "&" + from + "&" + to);
      operations.pages(visits + "&state=PLANNED");
      operations.pages(visits + "&state=MISSED");
      operations.pages(visits + "&state=WITHDRAWN&" + from);
      operations.pages(visits + "&state=COMPLETED");
      operations.pages(visits + "&state=COMPLETED&" + from);
      operations.pages(visits + "&agreementId=ext:A7");
      operations.pages(visits + "&customerId=" + key(CUSTOMER, 7));
      operations.pages(visits + "&customerId=ext:C7&state=COMPLETED");
      operations.pages(visits + "&technicianId=ext:T7");
      operations.pages(visits + "&technicianId=ext:T7&state=PLANNED&" + from + "&" + to);
      operations.pages(visits + "&needsSubstitute=true&" + to);
      operations.pages(visits + "&needsSubstitute=true&technicianId=ext:T7");
    }
    operations.pages("/v1/visits?needsSubstitute=true");
    operations.pages("/v1/visits/conflicts");
    operations.pages(
        "/v1/visits/conflicts?technicianId=ext:T7&until=" + Company.today().plusDays(90));
    operations.get("/v1/visits?externalId=V7-7");
    operations.get("/v1/visits?externalId=V7-7&externalId=V8-8&limit=200");
    operations.getAs(Tokens.technician(UUID.fromString(key(TECHNICIAN, 7))), "/v1/visits");
  }

  static void aDay(Operations operations) {
    String one = "/v1/visits/{id}";
    operations.get(one, "ext:V7-7");
    operations.get(one + "/job-sheet", visit(7, 17));
    operations.get(one + "/leave-behind", visit(12, 10));
    operations.send(
        "POST", one + "/job-sheet/acknowledgement", "{\"reason\":\"Read out.\"}", visit(7, 17));
    operations.get(one + "/substitutes", visit(7, 17));
    operations.get(one + "/move-impact?scheduledAt=" + beside(), visit(12, 17));
    operations.send(
        "POST",
        "/v1/visits",
        "{\"agreementExternalId\":\"A7\",\"scheduledAt\":\"%s\"}"
            .formatted(Instant.now().plus(200, ChronoUnit.DAYS)));
    operations.send(
        "POST",
        "/v1/visits",
        "{\"customerExternalId\":\"C8\",\"scheduledAt\":\"%s\"}"
            .formatted(Instant.now().minus(40, ChronoUnit.DAYS)));
    for (String permanence : new String[] {"THIS_VISIT", "FOR_GOOD"}) {
      operations.change(
          "PUT",
          one + "/assignment",
          one,
          "{\"technicianExternalId\":\"T151\",\"reason\":\"REASSIGNED\",\"permanence\":\"%s\"}"
              .formatted(permanence),
          visit(permanence.length(), 17));
    }
    operations.send("POST", one + "/told", "{}", visit(10, 17));
    operations.send("POST", one + "/arrival", "{}", visit(7, 16));
    operations.change(
        "PUT",
        one + "/checklist",
        one,
        "{\"checklist\":[{\"text\":\"Cellar\",\"done\":true}]}",
        visit(7, 16));
    operations.send("POST", one + "/completion", "{\"onTime\":true}", visit(7, 16));
    operations.send(
        "POST", one + "/missed", "{\"reason\":\"TECHNICIAN_DID_NOT_COME\"}", visit(8, 16));
    operations.send(
        "POST", one + "/reschedule", "{\"scheduledAt\":\"%s\"}".formatted(beside()), visit(9, 17));
    operations.change("PATCH", one, one, "{\"onTime\":false}", visit(11, 10));
  }

  static void calendars(Operations operations) {
    operations.get("/v1/board?days=1");
    operations.get("/v1/board?from=%s&days=2&branch=branch%%201".formatted(Company.today()));
    String links = "/v1/calendar-links";
    String url = operations.send("POST", links, "{\"technicianExternalId\":\"T7\"}").path("url");
    operations.get("/v1/technicians/{id}/schedule.ics" + url.substring(url.indexOf('?')), "ext:T7");
    String made =
        operations
            .send("POST", links, "{\"externalId\":\"CL1\",\"customerExternalId\":\"C7\"}")
            .path("url");
    operations.get(
        "/v1/links/visits/{key}.ics",
        made.substring(made.lastIndexOf('/') + 1).replace(".ics", ""));
    operations.pages(links);
    operations.get(links + "?technicianId=ext:T7");
    operations.get(links + "?customerId=ext:C7");
    operations.get(links + "/{id}", "ext:CL1");
    operations.change("DELETE", links + "/{id}", links + "/{id}", null, "ext:CL1");
  }

  /** At an hour at which nobody is at a visit. */
  static Instant beside() {
    return Instant.now().plus(9, ChronoUnit.DAYS).plus(12, ChronoUnit.HOURS);
  }
}
