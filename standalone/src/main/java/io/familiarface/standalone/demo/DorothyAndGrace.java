package io.familiarface.standalone.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;

/** Nine months with Dorothy and Grace, ending today, as the lines that the imports take. */
final class DorothyAndGrace {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final LocalTime MORNING_UTC = LocalTime.of(14, 0);
  private static final int LAST_DAY_OF_EVERY_MONTH = 28;
  private static final String ALAN = Technicians.ALAN;
  private static final String BILL = "T0002";
  private static final String CARL = "T0003";
  private static final String DANA = "T0004";
  private static final String DOROTHY = "C0001";
  private static final String GRACE = "C0002";

  private final LocalDate tenthVisit;

  private DorothyAndGrace(LocalDate tenthVisit) {
    this.tenthVisit = tenthVisit;
  }

  /** The tenth visit is some days ahead, so that something can still be done about it. */
  static DorothyAndGrace untilSoonAfter(LocalDate today) {
    LocalDate tenth = today.plusDays(5);
    boolean inEveryMonth = tenth.getDayOfMonth() <= LAST_DAY_OF_EVERY_MONTH;
    return new DorothyAndGrace(inEveryMonth ? tenth : tenth.withDayOfMonth(1).plusMonths(1));
  }

  void addTo(ImportLines lines) {
    lines.customers.add(customer(DOROTHY, "BUSINESS", "Dorothy's Gifts", "Dorothy"));
    lines.customers.add(customer(GRACE, "HOUSEHOLD", "Grace Hollis", "Grace"));
    lines.technicians.add(technician(ALAN, "Alan Reyes", lastDayOfAlan().toString()));
    lines.technicians.add(technician(BILL, "Bill Novak", null));
    lines.technicians.add(technician(CARL, "Carl Dunn", null));
    lines.technicians.add(technician(DANA, "Dana Osei", null));
    lines.promises.add(promise("P0001", DOROTHY, ALAN, "Alan Reyes", at(visit(1).minusDays(4))));
    lines.promises.add(
        promise("P0002", DOROTHY, BILL, "Bill Novak", at(visit(3)).plusSeconds(3600)));
    lines.promises.add(promise("P0003", GRACE, ALAN, "Alan Reyes", at(visit(1).minusDays(4))));
    lines.agreements.add(agreement("A0001", DOROTHY));
    lines.agreements.add(agreement("A0002", GRACE));
    for (int number = 1; number <= 9; number++) {
      lines.visits.add(dorothys(number));
      lines.visits.add(graces(number));
    }
  }

  /** What matters to them, and that Bill is away on the day of the tenth visit. */
  List<DemoRequest> notes() {
    return List.of(
        DemoRequest.trait(
            DOROTHY,
            trait("Strangers in the shop make Dorothy very nervous. Send one and the same person.")
                .put("externalId", "TR0001")),
        DemoRequest.trait(GRACE, trait("Likes to be told who comes, and to have met them.")),
        DemoRequest.absence(BILL, vacation()),
        DemoRequest.calendarLink("CL0001", "technician", BILL),
        DemoRequest.calendarLink("CL0002", "customer", GRACE));
  }

  LocalDate billIsAwayOn() {
    return tenthVisit;
  }

  LocalDate lastDayOfAlan() {
    return visit(2).plusDays(10);
  }

  private ObjectNode vacation() {
    return JSON.createObjectNode()
        .put("externalId", "AB0001")
        .put("kind", "VACATION")
        .put("from", tenthVisit.minusDays(2).toString())
        .put("to", tenthVisit.plusDays(5).toString());
  }

  private ObjectNode dorothys(int number) {
    ObjectNode line = done("V0001-", "A0001", number, number <= 2 ? ALAN : BILL);
    return switch (number) {
      case 3 ->
          change(line, ALAN, "LEFT_COMPANY", "FOR_GOOD")
              .put("customerTold", false)
              .put("introduced", false);
      case 6 ->
          change(line, BILL, "SICK", "THIS_VISIT")
              .put("technicianExternalId", CARL)
              .put("customerTold", false)
              .put("introduced", false);
      default -> line;
    };
  }

  private ObjectNode graces(int number) {
    ObjectNode line = done("V0002-", "A0002", number, number <= 2 ? ALAN : BILL);
    return number == 3
        ? change(line, ALAN, "LEFT_COMPANY", "FOR_GOOD")
            .put("customerToldAt", at(visit(3).minusDays(9)).toString())
            .put("introducedAt", at(visit(3).minusDays(2)).toString())
        : line;
  }

  private ObjectNode done(String prefix, String agreement, int number, String technician) {
    return JSON.createObjectNode()
        .put("externalId", prefix + "%03d".formatted(number))
        .put("agreementExternalId", agreement)
        .put("scheduledAt", at(visit(number)).toString())
        .put("outcome", "COMPLETED")
        .put("onTime", true)
        .put("technicianExternalId", technician);
  }

  private static ObjectNode change(
      ObjectNode line, String planned, String reason, String permanence) {
    return line.put("plannedTechnicianExternalId", planned)
        .put("changeReason", reason)
        .put("permanence", permanence);
  }

  private ObjectNode customer(String id, String kind, String name, String preferredName) {
    ObjectNode line =
        JSON.createObjectNode()
            .put("externalId", id)
            .put("kind", kind)
            .put("name", name)
            .put("preferredName", preferredName)
            .put("branch", "north")
            .put("createdAt", at(visit(1).minusDays(4)).toString());
    line.putObject("address")
        .put("line1", id.equals(DOROTHY) ? "12 Mill Street" : "4 Orchard Lane")
        .put("city", "Springfield")
        .put("postalCode", "01101")
        .put("country", "US");
    return line;
  }

  private ObjectNode technician(String id, String name, String leftOn) {
    ObjectNode line =
        JSON.createObjectNode()
            .put("externalId", id)
            .put("name", name)
            .put("hiredOn", visit(1).minusYears(1).toString())
            .put("leftOn", leftOn)
            .put("branch", "north");
    line.putArray("skills").add("rodents");
    line.put("introduction", SampleTexts.introduction(name, visit(1).minusYears(1)));
    return line;
  }

  private static ObjectNode promise(
      String id, String customer, String technician, String madeBy, Instant madeAt) {
    return JSON.createObjectNode()
        .put("externalId", id)
        .put("customerExternalId", customer)
        .put("kind", "SAME_TECHNICIAN")
        .put("text", "I will be your technician.")
        .put("madeBy", madeBy)
        .put("madeAt", madeAt.toString())
        .put("technicianExternalId", technician);
  }

  private ObjectNode agreement(String id, String customer) {
    ObjectNode line =
        JSON.createObjectNode()
            .put("externalId", id)
            .put("customerExternalId", customer)
            .put("program", "Monthly rodent control")
            .put("recurrence", "FREQ=MONTHLY")
            .put("startsOn", visit(1).toString())
            .put("technicianExternalId", ALAN);
    line.putObject("price").put("amount", "89.00").put("currency", "USD");
    return line;
  }

  private ObjectNode trait(String text) {
    return JSON.createObjectNode()
        .put("category", "PRIORITY")
        .put("pinned", true)
        .put("text", text)
        .put("heardBy", "Alan Reyes")
        .put("heardAt", at(visit(1).minusDays(4)).toString());
  }

  private LocalDate visit(int number) {
    return tenthVisit.minusMonths(10L - number);
  }

  private static Instant at(LocalDate day) {
    return day.atTime(MORNING_UTC).toInstant(ZoneOffset.UTC);
  }
}
