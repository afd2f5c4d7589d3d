package io.familiarface.standalone.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * What happened to one customer, visit by visit: who came, what they feedbackCount of it, and
 * whether they stayed. People leave because of what was done to them, so that the risk has
 * something to find.
 */
final class CustomerSimulation {
  private static final int LONGEST_WAIT_IN_DAYS = 12;

  private final DemoCustomer customer;
  private final Technicians technicians;
  private final LocalDate today;
  private final SeededRandom random;
  private final ImportLines lines;
  private String usual;
  private boolean promised;
  private double dissatisfaction;
  private boolean becauseOfChanges;
  private int feedbackCount;
  private int complaintCount;

  private CustomerSimulation(
      DemoCustomer customer,
      Technicians technicians,
      LocalDate today,
      SeededRandom random,
      ImportLines lines) {
    this.customer = customer;
    this.technicians = technicians;
    this.today = today;
    this.random = random;
    this.lines = lines;
    this.usual = customer.technician();
  }

  static void run(
      DemoCustomer customer,
      Technicians technicians,
      LocalDate today,
      SeededRandom random,
      ImportLines lines) {
    new CustomerSimulation(customer, technicians, today, random, lines).run();
  }

  private void run() {
    lines.customer(customer, burnedBefore());
    lines.agreement(customer);
    promise();
    List<LocalDate> days =
        customer
            .program()
            .cadence()
            .days(customer.firstVisit(), today.minusDays(1), customer.week());
    for (int ordinal = 1; ordinal <= days.size(); ordinal++) {
      visit(ordinal, days.get(ordinal - 1));
      dissatisfaction *= 0.85;
      if (random.happens(0.006 + 0.06 * dissatisfaction * dissatisfaction)) {
        cancel(days.get(ordinal - 1));
        return;
      }
    }
  }

  private String burnedBefore() {
    return random.happens(0.06) ? random.oneOf(SampleTexts.BURNED) : null;
  }

  private void promise() {
    if (random.happens(0.2)) {
      promised = true;
      lines.promise(customer, "SAME_TECHNICIAN", "I will be your technician.", usual);
    } else if (random.happens(0.15)) {
      SampleTexts.Promise other = random.oneOf(SampleTexts.PROMISES);
      lines.promise(customer, other.kind(), other.text(), null);
    }
  }

  private void visit(int ordinal, LocalDate day) {
    if (technicians.hasLeft(usual, day)) {
      handOver(ordinal, day);
      return;
    }
    Technicians.Absence away = technicians.away(usual, day);
    if (away == null) {
      if (random.happens(0.008)) {
        lines.missed(customer, ordinal, at(day), usual, "TECHNICIAN_DID_NOT_COME");
        upset(0.8, 0.35, ordinal, day);
        return;
      }
      boolean onTime = random.happens(0.94);
      lines.completed(customer, ordinal, at(day), usual, onTime);
      giveFeedback(ordinal, day, onTime ? 0 : 1);
      return;
    }
    LocalDate back = Technicians.weekday(away.until().plusDays(1));
    boolean waits = back.isBefore(today) && !back.isAfter(day.plusDays(LONGEST_WAIT_IN_DAYS));
    if (waits && technicians.away(usual, back) == null && random.happens(promised ? 0.6 : 0.35)) {
      lines.completed(customer, ordinal, at(back), usual, true);
      giveFeedback(ordinal, back, 0);
    } else {
      substitute(ordinal, day, away.kind());
    }
  }

  private void substitute(int ordinal, LocalDate day, String reason) {
    String other = technicians.substitute(usual, day, random);
    if (other == null) {
      lines.missed(customer, ordinal, at(day), usual, "NO_TECHNICIAN_AVAILABLE");
      upset(0.4, 0.1, ordinal, day);
      return;
    }
    boolean told = random.happens(0.55);
    lines.change(
        customer,
        ordinal,
        at(day),
        new ImportLines.Change(
            usual, other, reason, "THIS_VISIT", told, told && random.happens(0.2)));
    becauseOfChanges = true;
    upset((promised ? 1.1 : 0.5) + (told ? 0 : 0.3), 0.05, ordinal, day);
  }

  private void handOver(int ordinal, LocalDate day) {
    String successor = technicians.of(usual).successor();
    boolean told = random.happens(0.85);
    boolean introduced = told && random.happens(0.85);
    lines.change(
        customer,
        ordinal,
        at(day),
        new ImportLines.Change(usual, successor, "LEFT_COMPANY", "FOR_GOOD", told, introduced));
    usual = successor;
    if (introduced) {
      giveFeedback(ordinal, day, 0);
      return;
    }
    becauseOfChanges = true;
    upset(promised ? 1.2 : 0.6, 0.05, ordinal, day);
  }

  private void upset(double howMuch, double complains, int ordinal, LocalDate day) {
    dissatisfaction += howMuch;
    if (random.happens(complains)) {
      complain(day, becauseOfChanges ? "TECHNICIAN" : "SCHEDULE");
    } else {
      giveFeedback(ordinal, day, 2);
    }
  }

  /** Few answer, and a little more of them when something was not right. */
  private void giveFeedback(int ordinal, LocalDate day, int wrong) {
    if (!random.happens(0.14 + 0.06 * wrong)) {
      if (random.happens(0.012)) {
        dissatisfaction += 0.6;
        complain(day, random.oneOf(SampleTexts.CAUSES));
      }
      return;
    }
    int csat = Math.max(1, random.oneOf(List.of(5, 5, 5, 4, 4)) - wrong);
    String text = random.happens(0.5) ? random.oneOf(SampleTexts.ofMark(csat, wrong > 1)) : null;
    feedbackCount++;
    lines.feedback(
        customer,
        feedbackCount,
        ordinal,
        earlier(day.plusDays(random.between(0, 1))),
        csat,
        random.happens(0.3),
        text);
  }

  private void complain(LocalDate day, String cause) {
    complaintCount++;
    LocalDate settled = day.plusDays(random.between(2, 12));
    boolean isSettled = settled.isBefore(today) && random.happens(0.9);
    lines.complaint(
        customer,
        complaintCount,
        day,
        random.oneOf(List.of("LOW", "MEDIUM", "MEDIUM", "HIGH")),
        cause,
        random.oneOf(SampleTexts.COMPLAINTS.get(cause)),
        isSettled ? settled : null,
        random.happens(0.8));
  }

  private void cancel(LocalDate lastVisit) {
    LocalDate on = Technicians.weekday(lastVisit.plusDays(random.between(0, 3)));
    if (!on.isBefore(today)) {
      return;
    }
    SampleTexts.CancellationWords cancellation =
        random.oneOf(
            dissatisfaction > 0.5
                ? (becauseOfChanges
                    ? SampleTexts.BECAUSE_OF_CHANGES
                    : SampleTexts.BECAUSE_OF_SERVICE)
                : customer.business() ? SampleTexts.BUSINESS_REASONS : SampleTexts.PRIVATE_REASONS);
    lines.cancellation(customer, on, cancellation.reason(), cancellation.words());
  }

  private LocalDate earlier(LocalDate day) {
    return day.isBefore(today) ? day : today.minusDays(1);
  }

  private LocalDateTime at(LocalDate day) {
    return day.atTime(customer.visitAt());
  }
}
