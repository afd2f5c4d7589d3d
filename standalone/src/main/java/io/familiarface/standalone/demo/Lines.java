package io.familiarface.standalone.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What happened, as the lines that the imports take. */
final class Lines {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final LocalTime OFFICE_OPENS = LocalTime.of(9, 0);
  private static final LocalTime IN_THE_EVENING = LocalTime.of(18, 20);

  /** Somebody else came; whether they told and introduced is known, and may be no. */
  record Change(
      String planned,
      String came,
      String reason,
      String permanence,
      boolean told,
      boolean introduced) {}

  final List<ObjectNode> customers = new ArrayList<>();
  final List<ObjectNode> technicians = new ArrayList<>();
  final List<ObjectNode> promises = new ArrayList<>();
  final List<ObjectNode> agreements = new ArrayList<>();
  final List<ObjectNode> visits = new ArrayList<>();
  final List<ObjectNode> cancellations = new ArrayList<>();
  final List<ObjectNode> feedback = new ArrayList<>();
  final List<ObjectNode> complaints = new ArrayList<>();

  private final ZoneId zone;
  private final UnaryOperator<String> nameOfTechnician;
  private int promisesMade = 4;

  Lines(ZoneId zone, UnaryOperator<String> nameOfTechnician) {
    this.zone = zone;
    this.nameOfTechnician = nameOfTechnician;
  }

  void customer(Person person, String burnedBefore) {
    ObjectNode line =
        add(customers)
            .put("externalId", person.id())
            .put("kind", person.business() ? "BUSINESS" : "HOUSEHOLD")
            .put("name", person.name())
            .put("preferredName", person.preferredName())
            .put("email", person.email())
            .put("phone", person.phone())
            .put("branch", person.place().branch())
            .put("createdAt", instant(person.signedOn().atTime(OFFICE_OPENS)));
    line.putObject("address")
        .put("line1", person.street())
        .put("city", person.place().city())
        .put("region", "MA")
        .put("postalCode", person.place().postalCode())
        .put("country", "US");
    if (burnedBefore != null) {
      line.putObject("burnedBefore")
          .put("what", burnedBefore)
          .put("heardAt", instant(person.signedOn().atTime(OFFICE_OPENS)));
    }
  }

  void technician(Crew.Employee employee) {
    ObjectNode line =
        add(technicians)
            .put("externalId", employee.id())
            .put("name", employee.name())
            .put("branch", employee.branch())
            .put("hiredOn", employee.hiredOn().toString())
            .put("leftOn", employee.leftOn() == null ? null : employee.leftOn().toString());
    line.putArray("skills").add("rodents").add("insects");
  }

  void agreement(Person person) {
    ObjectNode line =
        add(agreements)
            .put("externalId", person.agreement())
            .put("customerExternalId", person.id())
            .put("program", person.program().name())
            .put("recurrence", person.rule())
            .put("startsOn", person.firstVisit().toString())
            .put("visitAt", person.visitAt().toString())
            .put("technicianExternalId", person.technician());
    line.putObject("price").put("amount", person.price() + ".00").put("currency", "USD");
  }

  /** Made when they signed; without a technician it is the office's. */
  void promise(Person person, String kind, String text, String technician) {
    promise("P%04d".formatted(++promisesMade), person, kind, text, technician);
  }

  void promise(String id, Person person, String kind, String text, String technician) {
    add(promises)
        .put("externalId", id)
        .put("customerExternalId", person.id())
        .put("kind", kind)
        .put("text", text)
        .put("madeBy", technician == null ? "Office" : nameOfTechnician.apply(technician))
        .put("madeAt", instant(person.signedOn().atTime(OFFICE_OPENS)))
        .put("technicianExternalId", technician);
  }

  void completed(Person person, int ordinal, LocalDateTime at, String technician, boolean onTime) {
    visit(person, person.visit(ordinal), at, "COMPLETED", technician).put("onTime", onTime);
  }

  void missed(Person person, int ordinal, LocalDateTime at, String technician, String reason) {
    visit(person, person.visit(ordinal), at, "MISSED", technician).put("missedReason", reason);
  }

  /** One to come, or one that nobody has written up yet. */
  void planned(Person person, String id, LocalDateTime at, String technician) {
    visit(person, id, at, "PLANNED", technician);
  }

  void change(Person person, int ordinal, LocalDateTime at, Change change) {
    ObjectNode line =
        visit(person, person.visit(ordinal), at, "COMPLETED", change.came())
            .put("onTime", true)
            .put("plannedTechnicianExternalId", change.planned())
            .put("changeReason", change.reason())
            .put("permanence", change.permanence())
            .put("customerTold", change.told())
            .put("introduced", change.introduced());
    if (change.told()) {
      line.put("customerToldAt", instant(at.minusDays(2)));
    }
    if (change.introduced()) {
      line.put("introducedAt", instant(at.minusDays(1)));
    }
  }

  void cancellation(Person person, LocalDate on, String reason, String words) {
    add(cancellations)
        .put("agreementExternalId", person.agreement())
        .put("cancelledAt", instant(on.atTime(IN_THE_EVENING)))
        .put("reason", reason)
        .put("words", words);
  }

  void feedback(
      Person person, int count, int visit, LocalDate on, int csat, boolean nps, String text) {
    ObjectNode line =
        add(feedback)
            .put("externalId", "F%04d-%d".formatted(person.number(), count))
            .put("customerExternalId", person.id())
            .put("visitExternalId", person.visit(visit))
            .put("at", instant(on.atTime(IN_THE_EVENING)))
            .put("csat", csat)
            .put("text", text);
    if (nps) {
      line.put("nps", Math.min(10, 2 * csat));
    }
  }

  void complaint(
      Person person,
      int count,
      LocalDate on,
      String severity,
      String cause,
      String text,
      LocalDate resolvedOn,
      boolean satisfied) {
    ObjectNode line =
        add(complaints)
            .put("externalId", "K%04d-%d".formatted(person.number(), count))
            .put("customerExternalId", person.id())
            .put("receivedAt", instant(on.atTime(IN_THE_EVENING)))
            .put("severity", severity)
            .put("cause", cause)
            .put("text", text);
    if (resolvedOn != null) {
      line.put("resolvedAt", instant(resolvedOn.atTime(OFFICE_OPENS)))
          .put("customerSatisfied", satisfied);
    }
  }

  private ObjectNode visit(
      Person person, String id, LocalDateTime at, String outcome, String technician) {
    return add(visits)
        .put("externalId", id)
        .put("agreementExternalId", person.agreement())
        .put("scheduledAt", instant(at))
        .put("outcome", outcome)
        .put("technicianExternalId", technician);
  }

  private String instant(LocalDateTime at) {
    return at.atZone(zone).toInstant().toString();
  }

  private static ObjectNode add(List<ObjectNode> lines) {
    ObjectNode line = JSON.createObjectNode();
    lines.add(line);
    return line;
  }
}
