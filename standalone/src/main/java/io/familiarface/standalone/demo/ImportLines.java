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
final class ImportLines {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final LocalTime OFFICE_OPENS = LocalTime.of(9, 0);
  private static final int WINDOW = 120;
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

  ImportLines(ZoneId zone, UnaryOperator<String> nameOfTechnician) {
    this.zone = zone;
    this.nameOfTechnician = nameOfTechnician;
  }

  void customer(DemoCustomer customer, String burnedBefore) {
    ObjectNode line =
        add(customers)
            .put("externalId", customer.id())
            .put("kind", customer.business() ? "BUSINESS" : "HOUSEHOLD")
            .put("name", customer.name())
            .put("preferredName", customer.preferredName())
            .put("email", customer.email())
            .put("phone", customer.phone())
            .put("branch", customer.place().branch())
            .put("createdAt", instant(customer.signedOn().atTime(OFFICE_OPENS)));
    line.putObject("address")
        .put("line1", customer.street())
        .put("city", customer.place().city())
        .put("region", "MA")
        .put("postalCode", customer.place().postalCode())
        .put("country", "US");
    if (burnedBefore != null) {
      line.putObject("burnedBefore")
          .put("what", burnedBefore)
          .put("heardAt", instant(customer.signedOn().atTime(OFFICE_OPENS)));
    }
  }

  void technician(Technicians.Employee employee) {
    ObjectNode line =
        add(technicians)
            .put("externalId", employee.id())
            .put("name", employee.name())
            .put("branch", employee.branch())
            .put("hiredOn", employee.hiredOn().toString())
            .put("leftOn", employee.leftOn() == null ? null : employee.leftOn().toString());
    line.putArray("skills").add("rodents").add("insects");
    line.put("introduction", SampleTexts.introduction(employee.name(), employee.hiredOn()));
    line.putArray("certificates")
        .addObject()
        .put("name", "Structural pest control applicator")
        .put("skill", "rodents");
  }

  void agreement(DemoCustomer customer) {
    ObjectNode line =
        add(agreements)
            .put("externalId", customer.agreement())
            .put("customerExternalId", customer.id())
            .put("program", customer.program().name())
            .put("recurrence", customer.rule())
            .put("startsOn", customer.firstVisit().toString())
            .put("visitAt", customer.visitAt().toString())
            .put("technicianExternalId", customer.technician());
    line.putObject("price").put("amount", customer.price() + ".00").put("currency", "USD");
    if (customer.hasWindow()) {
      line.put("windowMinutes", WINDOW);
      SampleTexts.CHECKLIST.forEach(line.putArray("checklist")::add);
    }
  }

  /** Made when they signed; without a technician it is the office's. */
  void promise(DemoCustomer customer, String kind, String text, String technician) {
    promise("P%04d".formatted(++promisesMade), customer, kind, text, technician);
  }

  void promise(String id, DemoCustomer customer, String kind, String text, String technician) {
    add(promises)
        .put("externalId", id)
        .put("customerExternalId", customer.id())
        .put("kind", kind)
        .put("text", text)
        .put("madeBy", technician == null ? "Office" : nameOfTechnician.apply(technician))
        .put("madeAt", instant(customer.signedOn().atTime(OFFICE_OPENS)))
        .put("technicianExternalId", technician);
  }

  void completed(
      DemoCustomer customer, int ordinal, LocalDateTime at, String technician, boolean onTime) {
    ObjectNode line =
        visit(customer, customer.visit(ordinal), at, "COMPLETED", technician).put("onTime", onTime);
    if (customer.hasWindow()) {
      line.put("windowMinutes", WINDOW)
          .put("arrivedAt", instant(at.plusMinutes(onTime ? 10L * (ordinal % 9) : WINDOW + 20L)));
    }
  }

  void missed(
      DemoCustomer customer, int ordinal, LocalDateTime at, String technician, String reason) {
    visit(customer, customer.visit(ordinal), at, "MISSED", technician).put("missedReason", reason);
  }

  /** One to come, or one that nobody has written up yet. */
  void planned(DemoCustomer customer, String id, LocalDateTime at, String technician) {
    visit(customer, id, at, "PLANNED", technician);
  }

  void change(DemoCustomer customer, int ordinal, LocalDateTime at, Change change) {
    ObjectNode line =
        visit(customer, customer.visit(ordinal), at, "COMPLETED", change.came())
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

  void cancellation(DemoCustomer customer, LocalDate on, String reason, String words) {
    add(cancellations)
        .put("agreementExternalId", customer.agreement())
        .put("cancelledAt", instant(on.atTime(IN_THE_EVENING)))
        .put("reason", reason)
        .put("words", words);
  }

  void feedback(
      DemoCustomer customer,
      int count,
      int visit,
      LocalDate on,
      int csat,
      boolean nps,
      String text) {
    ObjectNode line =
        add(feedback)
            .put("externalId", "F%04d-%d".formatted(customer.number(), count))
            .put("customerExternalId", customer.id())
            .put("visitExternalId", customer.visit(visit))
            .put("at", instant(on.atTime(IN_THE_EVENING)))
            .put("csat", csat)
            .put("text", text);
    if (nps) {
      line.put("nps", Math.min(10, 2 * csat));
    }
  }

  void complaint(
      DemoCustomer customer,
      int count,
      LocalDate on,
      String severity,
      String cause,
      String text,
      LocalDate resolvedOn,
      boolean satisfied) {
    ObjectNode line =
        add(complaints)
            .put("externalId", "K%04d-%d".formatted(customer.number(), count))
            .put("customerExternalId", customer.id())
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
      DemoCustomer customer, String id, LocalDateTime at, String outcome, String technician) {
    return add(visits)
        .put("externalId", id)
        .put("agreementExternalId", customer.agreement())
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
