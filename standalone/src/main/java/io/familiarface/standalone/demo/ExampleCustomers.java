package io.familiarface.standalone.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/**
 * The customers whom the examples of the API documents name, C0003 to C0009: each has what the
 * operation that names it needs, whatever is drawn for the others and on whatever day.
 *
 * <p>C0003 is in a bad way, so that there is a flag, a call, a case and a talk. A0005 is cancelled.
 * V0003-DUE and V0004-DUE were yesterday and nobody has written them up. V….-NEXT are to come.
 */
final class ExampleCustomers {
  static final int LAST = 9;
  private static final LocalTime EARLY = LocalTime.of(7, 0);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final SampleNames.Locality SPRINGFIELD = SampleNames.PLACES.get(0);
  private static final Program KITCHEN = Program.FOR_BUSINESSES.get(2);
  private static final Program RODENTS = Program.FOR_HOUSEHOLDS.get(1);
  private static final int VISITS = 9;

  private final Technicians technicians;
  private final LocalDate today;
  private final LocalDate billIsAway;
  private final ImportLines lines;
  private final List<DemoRequest> notes = new ArrayList<>();

  ExampleCustomers(
      Technicians technicians, LocalDate today, LocalDate billIsAway, ImportLines lines) {
    this.technicians = technicians;
    this.today = today;
    this.billIsAway = billIsAway;
    this.lines = lines;
  }

  List<DemoRequest> notes() {
    return notes;
  }

  void create() {
    DemoCustomer harold = person(3, "Harold's Bakery", "Harold", "88 Main Street", KITCHEN);
    DemoCustomer ines = person(4, "Ines Moreau", "Ines", "31 Laurel Street", RODENTS);
    DemoCustomer walter = person(5, "Walter Gibson", "Walter", "7 Grove Street", RODENTS);
    DemoCustomer lydia = person(6, "Lydia Santos", "Lydia", "140 Belmont Avenue", RODENTS);
    DemoCustomer nora = person(7, "Nora's Books", "Nora", "19 Pleasant Street", RODENTS);
    DemoCustomer oscar = person(8, "Oscar Lindgren", "Oscar", "402 Prospect Avenue", RODENTS);
    DemoCustomer ruth = person(9, "Ruth Abbott", "Ruth", "56 Cedar Lane", RODENTS);
    for (DemoCustomer one : List.of(harold, ines, walter, lydia, nora, oscar, ruth)) {
      lines.customer(one, null);
      lines.agreement(one);
    }
    // Taken down twice, and not yet found to be one.
    lines.customer(person(301, "Ruth Abbot", "Ruth", "56 Cedar Lane", RODENTS), null);
    goesWrong(harold);
    for (DemoCustomer one : List.of(ines, walter, lydia, nora, oscar, ruth)) {
      goesWell(one);
    }
    lines.promise("P0004", harold, "CALL_AHEAD", "We ring half an hour before we come.", null);
    lines.cancellation(
        walter,
        Technicians.weekday(today.minusDays(40)),
        "MOVED",
        "We are moving in with our son.");
    due(harold);
    due(ines);
    next(harold);
    next(ines);
    next(nora);
    next(ruth);
    lines.promise(oscar, "SAME_TECHNICIAN", "Bill is the one who comes.", oscar.technician());
    lines.planned(oscar, "V0008-NEXT", billIsAway.atTime(oscar.visitAt()), oscar.technician());
    notes(harold, ines);
  }

  /** A second stranger, after a promise, and nobody has put it right. */
  private void goesWrong(DemoCustomer harold) {
    lines.promise(harold, "SAME_TECHNICIAN", "You will always get me.", harold.technician());
    List<LocalDate> days = days(harold);
    for (int ordinal = 1; ordinal <= days.size(); ordinal++) {
      LocalDate day = days.get(ordinal - 1);
      boolean stranger = ordinal == days.size() || ordinal == days.size() - 2;
      if (stranger) {
        lines.change(
            harold,
            ordinal,
            day.atTime(harold.visitAt()),
            new ImportLines.Change(
                harold.technician(), "T0004", "REASSIGNED", "THIS_VISIT", false, false));
      } else {
        lines.completed(harold, ordinal, day.atTime(harold.visitAt()), harold.technician(), true);
      }
    }
    LocalDate last = days.get(days.size() - 1);
    lines.feedback(harold, 1, days.size(), last, 2, false, "Again somebody I do not know.");
    lines.complaint(
        harold,
        1,
        Technicians.weekday(last.plusDays(1)),
        "MEDIUM",
        "TECHNICIAN",
        "I was promised one person for my bakery. This is the second stranger.",
        null,
        false);
  }

  private void goesWell(DemoCustomer person) {
    List<LocalDate> days = days(person);
    for (int ordinal = 1; ordinal <= days.size(); ordinal++) {
      LocalDate day = days.get(ordinal - 1);
      if (person.number() != 5 || day.isBefore(today.minusDays(40))) {
        lines.completed(person, ordinal, day.atTime(person.visitAt()), person.technician(), true);
      }
    }
  }

  private void due(DemoCustomer person) {
    LocalDate day = today.minusDays(1);
    while (!Technicians.weekday(day).equals(day)) {
      day = day.minusDays(1);
    }
    lines.planned(
        person,
        "V%04d-DUE".formatted(person.number()),
        day.atTime(person.visitAt().plusHours(1)),
        person.technician());
  }

  /** One of them early, when whoever is to be sent instead is at no other visit. */
  private void next(DemoCustomer person) {
    LocalDate day =
        person
            .program()
            .cadence()
            .days(person.firstVisit(), today.plusDays(50), person.week())
            .stream()
            .filter(each -> each.isAfter(today.plusDays(1)))
            .findFirst()
            .orElseThrow();
    lines.planned(
        person,
        "V%04d-NEXT".formatted(person.number()),
        day.atTime(person.number() == 7 ? EARLY : person.visitAt()),
        person.technician());
  }

  private void notes(DemoCustomer harold, DemoCustomer ines) {
    notes.add(
        DemoRequest.trait(
            harold.id(),
            trait("TR0003", "SENSITIVITY", "Hates to explain the ovens to somebody new.")));
    notes.add(
        DemoRequest.trait(
            ines.id(), trait("TR0004", "CARE", "The dog is friendly but must stay in.")));
    notes.add(
        DemoRequest.interaction(
            harold.id(),
            JSON.createObjectNode()
                .put("externalId", "I0003")
                .put("channel", "PHONE")
                .put("direction", "INBOUND")
                .put("mood", "ANGRY")
                .put("heldBy", "Maria")
                .put("asked", "Why is it never the same person?")
                .put("answered", "That we look into it and call back.")));
    notes.add(DemoRequest.person(harold.id(), somebody("PE0001", "Pia Holm", "opens at five")));
    notes.add(DemoRequest.person(harold.id(), somebody("PE0003", "Tom Ash", "has the keys")));
    notes.add(DemoRequest.person(harold.id(), somebody("PE0004", "Jo Park", "sold bread in May")));
    notes.add(DemoRequest.site(harold.id(), place("SI0001", "The shop", "12 Market Street")));
    notes.add(DemoRequest.site(harold.id(), place("SI0003", "The mill", "3 River Road")));
    notes.add(DemoRequest.site(harold.id(), place("SI0004", "The old shop", "70 Mill Street")));
    notes.add(
        DemoRequest.training(
            "T0002", "TN0001", "Listening to a nervous customer", "SOFT", today.minusDays(120)));
    notes.add(
        DemoRequest.training("T0002", "TN0002", "Bait stations", "TECHNICAL", today.minusDays(40)));
    LocalDate course = today.plusDays(30).with(DayOfWeek.MONDAY);
    notes.add(
        DemoRequest.absence(
            "T0004",
            JSON.createObjectNode()
                .put("externalId", "AB0002")
                .put("kind", "TRAINING")
                .put("from", course.toString())
                .put("to", course.plusDays(1).toString())));
  }

  private static ObjectNode somebody(String id, String name, String role) {
    return JSON.createObjectNode().put("externalId", id).put("name", name).put("role", role);
  }

  private static ObjectNode place(String id, String name, String street) {
    ObjectNode site = JSON.createObjectNode().put("externalId", id).put("name", name);
    site.putObject("address").put("line1", street).put("city", SPRINGFIELD.city());
    return site;
  }

  private static ObjectNode trait(String id, String category, String text) {
    return JSON.createObjectNode()
        .put("externalId", id)
        .put("category", category)
        .put("pinned", true)
        .put("text", text)
        .put("heardBy", "Bill Novak");
  }

  private List<LocalDate> days(DemoCustomer person) {
    LocalDate last = person.number() == 3 ? today.minusDays(7) : today.minusDays(1);
    return person.program().cadence().days(person.firstVisit(), last, person.week());
  }

  /** All of them are Bill's, on Wednesdays at half past nine. */
  private DemoCustomer person(
      int number, String name, String preferredName, String street, Program program) {
    int daysBack = program == KITCHEN ? VISITS * 14 : VISITS * 30;
    LocalDate first = program.cadence().firstDay(today.minusDays(daysBack), 2, DayOfWeek.WEDNESDAY);
    return new DemoCustomer(
        number,
        name.contains("'"),
        name,
        preferredName,
        street,
        SPRINGFIELD,
        program,
        program.leastPrice(),
        2,
        first.minusDays(5),
        first,
        LocalTime.of(9, 30),
        Technicians.BILL);
  }
}
