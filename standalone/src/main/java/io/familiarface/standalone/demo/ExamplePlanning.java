package io.familiarface.standalone.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.familiarface.standalone.Service;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * What dispatchers have before them, so that the examples in the documents work: two visits that
 * were moved and of which nobody has told the customers, three absences with their plans, a project
 * whose customer was walked through it, an agreement that is about to end, and somebody to
 * introduce.
 */
final class ExamplePlanning {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CARL = "T0003";
  private static final String DANA = "T0004";
  private static final String GLORIA = "T0007";
  private static final String HANK = "T0008";
  private static final String IRENE = "T0009";
  private static final String JAMAL = "T0010";

  private ExamplePlanning() {}

  /** To be sent one after the other, once the visits are there. */
  static List<DemoRequest> asOf(LocalDate today, Technicians technicians) {
    return List.of(
        moved(
            "V0004-NEXT", free(Technicians.BILL, today.plusDays(15), 1, technicians), "T22:30:00Z"),
        moved(
            "V0009-NEXT", free(Technicians.BILL, today.plusDays(19), 1, technicians), "T23:45:00Z"),
        jobs(
            "projects",
            JSON.createObjectNode()
                .put("externalId", "PJ0001")
                .put("customerExternalId", "C0004")
                .put("title", "Close the cellar to mice")
                .put("careLevel", "RAISED")),
        step(
            "Find the gaps",
            "We look along the walls for an hour.",
            free(HANK, today.plusDays(15), 1, technicians)),
        step(
            "Close the gaps",
            "It smells of mortar for a day.",
            free(HANK, today.plusDays(18), 1, technicians)),
        jobs("projects/ext:PJ0001/walk-through", JSON.createObjectNode().put("with", "Ines")),
        jobs("projects/ext:PJ0001/link", JSON.createObjectNode()),
        season("A9101", "Moth traps for a season", 3, CARL, "18:30", today),
        season("A9102", "Gutters", 1, CARL, "20:00", today),
        season("A9103", "Wasps", 1, DANA, "20:00", today),
        visit("V9102-1", "A9102", today.plusDays(16)),
        visit("V9102-2", "A9103", today.plusDays(20)),
        visit("V9103-2", "A9103", today.plusDays(24)),
        introduction("V9102-2"),
        introduction("V9103-2"));
  }

  /** Some visits and then an end, unless it is renewed. */
  private static DemoRequest season(
      String id, String program, int visits, String technician, String time, LocalDate today) {
    ObjectNode agreement =
        JSON.createObjectNode()
            .put("externalId", id)
            .put("customerExternalId", "C0012")
            .put("program", program)
            .put("recurrence", "FREQ=WEEKLY;INTERVAL=2;COUNT=" + visits)
            .put("startsOn", Technicians.weekday(today.plusDays(12)).toString())
            .put("visitAt", time)
            .put("technicianExternalId", technician);
    agreement.putObject("price").put("amount", "49.00").put("currency", "USD");
    return jobs("agreements", agreement);
  }

  private static DemoRequest visit(String id, String agreement, LocalDate day) {
    return jobs(
        "visits",
        JSON.createObjectNode()
            .put("externalId", id)
            .put("agreementExternalId", agreement)
            .put("scheduledAt", day + "T23:30:00Z"));
  }

  /** At a visit of Carl's, whom the customer knows. */
  private static DemoRequest introduction(String visit) {
    return jobs(
        "introductions",
        JSON.createObjectNode()
            .put("visitExternalId", visit)
            .put("jointVisitExternalId", "V9102-1"));
  }

  /** Once all services have heard of everything, since each is planned for right away. */
  static List<DemoRequest> absences(LocalDate today, Technicians technicians) {
    return List.of(
        // The first to be made, so that it can be made anew when the others are.
        away("AB0005", GLORIA, free(GLORIA, today.plusDays(23), 5, technicians)),
        away("AB0003", IRENE, free(IRENE, today.plusDays(9), 5, technicians)),
        away("AB0004", JAMAL, free(JAMAL, today.plusDays(9), 5, technicians)));
  }

  /** In the evening, each at an hour of its own, when nobody is at another visit. */
  private static DemoRequest moved(String visit, LocalDate day, String time) {
    return jobs(
        "visits/ext:" + visit + "/reschedule",
        JSON.createObjectNode().put("scheduledAt", day + time));
  }

  private static DemoRequest away(String id, String technician, LocalDate from) {
    return DemoRequest.absence(
        technician,
        JSON.createObjectNode()
            .put("externalId", id)
            .put("kind", "VACATION")
            .put("from", from.toString())
            .put("to", from.plusDays(4).toString()));
  }

  private static DemoRequest step(String title, String whatToExpect, LocalDate on) {
    return jobs(
        "projects/ext:PJ0001/steps",
        JSON.createObjectNode()
            .put("title", title)
            .put("whatToExpect", whatToExpect)
            .put("startsOn", on.toString())
            .put("endsOn", on.toString())
            .put("technicianExternalId", HANK));
  }

  private static DemoRequest jobs(String path, ObjectNode body) {
    return new DemoRequest(Service.JOBS, "/v1/" + path, body);
  }

  /** The first weekday from one on at which a technician is there for so many days. */
  private static LocalDate free(
      String technician, LocalDate from, int days, Technicians technicians) {
    return from.datesUntil(from.plusDays(60))
        .filter(day -> Technicians.weekday(day).equals(day))
        .filter(
            day ->
                Stream.iterate(day, next -> next.plusDays(1))
                    .limit(days)
                    .noneMatch(
                        one ->
                            technicians.absences().stream()
                                .anyMatch(
                                    away ->
                                        away.technician().equals(technician) && away.covers(one))))
        .findFirst()
        .orElseThrow();
  }
}
