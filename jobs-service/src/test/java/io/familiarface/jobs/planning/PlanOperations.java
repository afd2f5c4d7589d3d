package io.familiarface.jobs.planning;

import static io.familiarface.jobs.planning.ManyVisits.AGREEMENT;
import static io.familiarface.jobs.planning.ManyVisits.CUSTOMER;
import static io.familiarface.jobs.planning.ManyVisits.TECHNICIAN;
import static io.familiarface.jobs.planning.ManyVisits.visit;
import static io.familiarface.rest.testing.plan.LargeTables.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.jobs.Company;
import io.familiarface.rest.testing.plan.Operations;
import java.util.List;

/** Calls whatever has to do with plans, notices, introductions and projects. */
final class PlanOperations {
  private PlanOperations() {}

  static void changesOfPlan(Operations operations) {
    operations.pages("/v1/notices");
    for (String state : new String[] {"OPEN", "SENT", "FAILED", "TOLD", "LATE"}) {
      operations.pages("/v1/notices?past=true&state=" + state);
    }
    operations.pages("/v1/notices?due=" + Company.today().plusDays(30));
    operations.pages("/v1/notices?customerId=" + key(CUSTOMER, 8));
    operations.pages("/v1/promises/at-risk");
    operations.pages("/v1/promises/at-risk?until=" + Company.today().plusDays(90));
    String notice = "/v1/notices/{id}";
    for (int n : new int[] {12, 13}) {
      String id =
          operations
              .get("/v1/notices?visitId=" + moved(operations, visit(n, 17)))
              .path("items[0].id");
      operations.get(notice, id);
      if (n == 12) {
        operations.send("POST", notice + "/sending", null, id);
      } else {
        operations.send("POST", notice + "/told", "{\"told\":\"PHONE\"}", id);
      }
    }
    introductions(operations);
    String plan = "/v1/plans/{id}";
    String departure = "/v1/technicians/{id}/departure";
    // So late that few visits are left.
    String leaves = "{\"lastDayOn\":\"%s\"}".formatted(Company.today().plusDays(85));
    for (String decision : new String[] {"/refusal", "/acceptance"}) {
      String id = operations.send("POST", departure, leaves, key(TECHNICIAN, 190)).path("id");
      solved(operations, id);
      operations.send("POST", plan + decision, "{}", id);
    }
    String renewed = operations.send("POST", departure, leaves, key(TECHNICIAN, 190)).path("id");
    solved(operations, renewed);
    operations.send("POST", plan + "/renewal", null, renewed);
    solved(operations, renewed);
    // With a step of a project and an agreement that is paused without an end.
    operations.send(
        "POST",
        "/v1/agreements/{id}/pause",
        "{\"from\":\"%s\"}".formatted(Company.today().plusDays(5)),
        key(AGREEMENT, 190));
    operations.send(
        "POST",
        "/v1/projects",
        "{\"externalId\":\"PJ2\",\"customerExternalId\":\"C7\",\"title\":\"Cellar\"}");
    operations.send(
        "POST",
        "/v1/projects/{id}/steps",
        "{\"title\":\"Drying\",\"startsOn\":\"%s\",\"technicianExternalId\":\"T191\"}"
            .formatted(Company.today().plusDays(87)),
        "ext:PJ2");
    String whole = operations.send("POST", departure, leaves, key(TECHNICIAN, 191)).path("id");
    solved(operations, whole);
    List<String> beside =
        operations.get(plan, whole).path("items.findAll { it.visitId == null }.id");
    assertThat(beside).hasSize(2);
    operations.send(
        "POST",
        plan + "/acceptance",
        "{\"itemIds\":[\"%s\"]}".formatted(String.join("\",\"", beside)),
        whole);
    operations.pages("/v1/plans");
    operations.pages("/v1/plans?technicianId=ext:T190");
    operations.pages("/v1/plans?waiting=true");
    for (String state : new String[] {"PROPOSED", "STALE", "ACCEPTED"}) {
      operations.pages("/v1/plans?state=" + state);
    }
  }

  private static void introductions(Operations operations) {
    String all = "/v1/introductions";
    operations.pages(all);
    for (String state : new String[] {"OPEN", "DONE", "DROPPED", "NEEDED"}) {
      operations.pages(all + "?state=" + state);
    }
    operations.pages(all + "?state=OPEN&due=" + Company.today().plusDays(7));
    operations.pages(all + "?technicianId=ext:T7&state=OPEN");
    operations.pages(all + "?customerId=" + key(CUSTOMER, 105));
    operations.get(all + "?visitId=" + visit(105, 19));
    for (String end : new String[] {"/done", "/dropped"}) {
      // At hours at which T153 is at no visit.
      int agreement = end.equals("/done") ? 14 : 18;
      operations.change(
          "PUT",
          "/v1/visits/{id}/assignment",
          "/v1/visits/{id}",
          """
          {"technicianExternalId":"T153","reason":"REASSIGNED","permanence":"THIS_VISIT"}\
          """,
          visit(agreement, 18));
      String id =
          operations
              .send(
                  "POST",
                  all,
                  "{\"visitId\":\"%s\",\"jointVisitId\":\"%s\"}"
                      .formatted(visit(agreement, 18), visit(agreement, 17)))
              .path("id");
      operations.get(all + "/{id}", id);
      operations.send(
          "POST",
          all + "/{id}" + end,
          end.equals("/done") ? "{}" : "{\"reason\":\"Not wanted\"}",
          id);
    }
  }

  private static void solved(Operations operations, String plan) {
    while ("SOLVING".equals(operations.get("/v1/plans/{id}", plan).path("state"))) {
      Thread.onSpinWait();
    }
  }

  private static String moved(Operations operations, String visit) {
    operations.send(
        "POST",
        "/v1/visits/{id}/reschedule",
        "{\"scheduledAt\":\"%s\"}".formatted(VisitOperations.beside()),
        visit);
    return visit;
  }

  static void projects(Operations operations) {
    operations.send(
        "POST",
        "/v1/projects",
        "{\"externalId\":\"PJ1\",\"customerExternalId\":\"C7\",\"title\":\"Cellar\"}");
    operations.pages("/v1/projects");
    operations.pages("/v1/projects?customerId=ext:C7");
    operations.get("/v1/projects?externalId=PJ1");
    String one = "/v1/projects/{id}";
    operations.get(one, "ext:PJ1");
    operations.send(
        "POST",
        one + "/steps",
        "{\"title\":\"Drying\",\"startsOn\":\"%s\"}".formatted(Company.today()),
        "ext:PJ1");
    operations.send("POST", one + "/walk-through", "{\"with\":\"Ines\"}", "ext:PJ1");
    operations.change(
        "PATCH",
        one + "/steps/{n}",
        one + "/steps/{n}",
        "{\"endsOn\":\"%s\"}".formatted(Company.today().plusDays(3)),
        "ext:PJ1",
        1);
    String link = one + "/link";
    operations.send("POST", link, null, "ext:PJ1");
    operations.get(link, "ext:PJ1");
    operations.change("DELETE", link, link, null, "ext:PJ1");
  }
}
