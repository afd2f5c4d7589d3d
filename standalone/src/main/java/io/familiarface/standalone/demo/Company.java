package io.familiarface.standalone.demo;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/**
 * Eighteen months of a pest control company, up to yesterday: Dorothy and Grace, and some three
 * hundred others who are drawn, the same ones on the same day.
 *
 * <p>It is not drawn by the simulator of risk-engine: that one speaks the signals of the risk
 * engine, in which nobody has a name, an address or working hours, and no technician a vacation
 * that can be looked up.
 */
record Company(
    ImportLines lines,
    List<DemoRequest> notes,
    List<DemoRequest> completions,
    List<DemoRequest> inOrder,
    List<DemoRequest> lastOfAll) {
  private static final int CUSTOMERS = 300;

  static Company asOf(LocalDate today, ZoneId zone) {
    DorothyAndGrace story = DorothyAndGrace.untilSoonAfter(today);
    Technicians technicians = new Technicians(today, story.lastDayOfAlan());
    ImportLines lines = new ImportLines(zone, technician -> technicians.of(technician).name());
    story.addTo(lines);
    technicians.others().forEach(lines::technician);
    ExampleCustomers examples =
        new ExampleCustomers(technicians, today, story.billIsAwayOn(), lines);
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
    // Nobody looks up older absences.
    Stream<DemoRequest> absences =
        technicians.absences().stream()
            .filter(away -> away.until().isAfter(today.minusMonths(6)))
            .map(DemoRequest::absence);
    return new Company(
        lines,
        Stream.of(
                story.notes().stream(),
                absences,
                examples.notes().stream(),
                ExampleCare.notes().stream())
            .flatMap(each -> each)
            .toList(),
        ExampleInvoices.takenFrom(lines, today, zone),
        Stream.of(
                ExampleCare.lettingGo(today).stream(),
                ExampleCases.asOf(today, zone).stream(),
                ExampleInvoices.books(today).stream(),
                ExampleHearing.requests().stream(),
                ExamplePlanning.asOf(today, technicians).stream())
            .flatMap(each -> each)
            .toList(),
        ExamplePlanning.absences(today, technicians));
  }
}
