package io.familiarface.standalone.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/**
 * Eighteen months of a pest control company, up to yesterday: Dorothy and Grace, and some three
 * hundred others who are drawn, the same ones on the same day.
 *
 * <p>It is not drawn by the simulator of feedback-service: that one speaks the signals of the risk
 * engine, in which nobody has a name, an address or working hours, and no technician a vacation
 * that can be looked up.
 */
final class Company {
  private static final int CUSTOMERS = 300;

  private final LocalDate today;
  private final DorothyAndGrace story;
  private final Technicians technicians;
  private final ImportLines lines;
  private final ExampleCustomers examples;

  private Company(
      LocalDate today,
      DorothyAndGrace story,
      Technicians technicians,
      ImportLines lines,
      ExampleCustomers examples) {
    this.today = today;
    this.story = story;
    this.technicians = technicians;
    this.lines = lines;
    this.examples = examples;
  }

  static Company asOf(LocalDate today, ZoneId zone) {
    DorothyAndGrace story = DorothyAndGrace.untilSoonAfter(today);
    Technicians technicians = new Technicians(today, story.lastDayOfAlan());
    ImportLines lines = new ImportLines(zone, technician -> technicians.of(technician).name());
    technicians.others().forEach(lines::technician);
    ExampleCustomers examples = new ExampleCustomers(technicians, today, lines);
    examples.create();
    for (int number = ExampleCustomers.LAST + 1; number <= CUSTOMERS; number++) {
      SeededRandom random = SeededRandom.of(number);
      CustomerSimulation.run(
          DemoCustomer.drawn(number, today, technicians, random),
          technicians,
          today,
          random,
          lines);
    }
    return new Company(today, story, technicians, lines, examples);
  }

  List<ObjectNode> customers() {
    return both(story.customers(), lines.customers);
  }

  List<ObjectNode> technicians() {
    return both(story.technicians(), lines.technicians);
  }

  List<ObjectNode> promises() {
    return both(story.promises(), lines.promises);
  }

  List<ObjectNode> agreements() {
    return both(story.agreements(), lines.agreements);
  }

  List<ObjectNode> visits() {
    return both(story.visits(), lines.visits);
  }

  List<ObjectNode> cancellations() {
    return lines.cancellations;
  }

  List<ObjectNode> feedback() {
    return lines.feedback;
  }

  List<ObjectNode> complaints() {
    return lines.complaints;
  }

  /** What the imports do not take: one request each. */
  List<DemoRequest> notes() {
    return Stream.of(story.notes(), absences(), examples.notes()).flatMap(List::stream).toList();
  }

  /** Of the last half year and to come; nobody looks up older ones. */
  private List<DemoRequest> absences() {
    return technicians.absences().stream()
        .filter(away -> away.until().isAfter(today.minusMonths(6)))
        .map(DemoRequest::absence)
        .toList();
  }

  private static List<ObjectNode> both(List<ObjectNode> story, List<ObjectNode> drawn) {
    return Stream.concat(story.stream(), drawn.stream()).toList();
  }
}
