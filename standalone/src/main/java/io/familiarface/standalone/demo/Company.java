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
  private final NineVisits story;
  private final Crew crew;
  private final Lines lines;
  private final ForTheExamples examples;

  private Company(
      LocalDate today, NineVisits story, Crew crew, Lines lines, ForTheExamples examples) {
    this.today = today;
    this.story = story;
    this.crew = crew;
    this.lines = lines;
    this.examples = examples;
  }

  static Company asOf(LocalDate today, ZoneId zone) {
    NineVisits story = NineVisits.untilSoonAfter(today);
    Crew crew = new Crew(today, story.lastDayOfAlan());
    Lines lines = new Lines(zone, technician -> crew.of(technician).name());
    crew.others().forEach(lines::technician);
    ForTheExamples examples = new ForTheExamples(crew, today, lines);
    examples.happen();
    for (int number = ForTheExamples.LAST + 1; number <= CUSTOMERS; number++) {
      Draw draw = Draw.of(number);
      Life.of(Person.drawn(number, today, crew, draw), crew, today, draw, lines);
    }
    return new Company(today, story, crew, lines, examples);
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
  List<Note> notes() {
    return Stream.of(story.notes(), absences(), examples.notes()).flatMap(List::stream).toList();
  }

  /** Of the last half year and to come; nobody looks up older ones. */
  private List<Note> absences() {
    return crew.absences().stream()
        .filter(away -> away.until().isAfter(today.minusMonths(6)))
        .map(Note::absence)
        .toList();
  }

  private static List<ObjectNode> both(List<ObjectNode> story, List<ObjectNode> drawn) {
    return Stream.concat(story.stream(), drawn.stream()).toList();
  }
}
