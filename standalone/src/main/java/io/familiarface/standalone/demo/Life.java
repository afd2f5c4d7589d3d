package io.familiarface.standalone.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * What happened to one customer, visit by visit: who came, what they said of it, and whether they
 * stayed. People leave because of what was done to them, so that the risk has something to find.
 */
final class Life {
  private static final int LONGEST_WAIT_IN_DAYS = 12;

  private final Person person;
  private final Crew crew;
  private final LocalDate today;
  private final Draw draw;
  private final Lines lines;
  private String usual;
  private boolean promised;
  private double grief;
  private boolean changesWereIt;
  private int said;
  private int complained;

  private Life(Person person, Crew crew, LocalDate today, Draw draw, Lines lines) {
    this.person = person;
    this.crew = crew;
    this.today = today;
    this.draw = draw;
    this.lines = lines;
    this.usual = person.technician();
  }

  static void of(Person person, Crew crew, LocalDate today, Draw draw, Lines lines) {
    new Life(person, crew, today, draw, lines).live();
  }

  private void live() {
    lines.customer(person, burnedBefore());
    lines.agreement(person);
    promise();
    List<LocalDate> days =
        person.program().cadence().days(person.firstVisit(), today.minusDays(1), person.week());
    for (int ordinal = 1; ordinal <= days.size(); ordinal++) {
      visit(ordinal, days.get(ordinal - 1));
      grief *= 0.85;
      if (draw.happens(0.006 + 0.06 * grief * grief)) {
        leave(days.get(ordinal - 1));
        return;
      }
    }
  }

  private String burnedBefore() {
    return draw.happens(0.06) ? draw.oneOf(Words.BURNED) : null;
  }

  private void promise() {
    if (draw.happens(0.2)) {
      promised = true;
      lines.promise(person, "SAME_TECHNICIAN", "I will be your technician.", usual);
    } else if (draw.happens(0.15)) {
      Words.Promise other = draw.oneOf(Words.PROMISES);
      lines.promise(person, other.kind(), other.text(), null);
    }
  }

  private void visit(int ordinal, LocalDate day) {
    if (crew.hasLeft(usual, day)) {
      handOver(ordinal, day);
      return;
    }
    Crew.Away away = crew.away(usual, day);
    if (away == null) {
      if (draw.happens(0.008)) {
        lines.missed(person, ordinal, at(day), usual, "TECHNICIAN_DID_NOT_COME");
        upset(0.8, 0.35, ordinal, day);
        return;
      }
      boolean onTime = draw.happens(0.94);
      lines.completed(person, ordinal, at(day), usual, onTime);
      say(ordinal, day, onTime ? 0 : 1);
      return;
    }
    LocalDate back = Crew.weekday(away.until().plusDays(1));
    boolean waits = back.isBefore(today) && !back.isAfter(day.plusDays(LONGEST_WAIT_IN_DAYS));
    if (waits && crew.away(usual, back) == null && draw.happens(promised ? 0.6 : 0.35)) {
      lines.completed(person, ordinal, at(back), usual, true);
      say(ordinal, back, 0);
    } else {
      standIn(ordinal, day, away.kind());
    }
  }

  private void standIn(int ordinal, LocalDate day, String reason) {
    String other = crew.standIn(usual, day, draw);
    if (other == null) {
      lines.missed(person, ordinal, at(day), usual, "NO_TECHNICIAN_AVAILABLE");
      upset(0.4, 0.1, ordinal, day);
      return;
    }
    boolean told = draw.happens(0.55);
    lines.change(
        person,
        ordinal,
        at(day),
        new Lines.Change(usual, other, reason, "THIS_VISIT", told, told && draw.happens(0.2)));
    changesWereIt = true;
    upset((promised ? 1.1 : 0.5) + (told ? 0 : 0.3), 0.05, ordinal, day);
  }

  private void handOver(int ordinal, LocalDate day) {
    String heir = crew.of(usual).heir();
    boolean told = draw.happens(0.85);
    boolean introduced = told && draw.happens(0.85);
    lines.change(
        person,
        ordinal,
        at(day),
        new Lines.Change(usual, heir, "LEFT_COMPANY", "FOR_GOOD", told, introduced));
    usual = heir;
    if (introduced) {
      say(ordinal, day, 0);
      return;
    }
    changesWereIt = true;
    upset(promised ? 1.2 : 0.6, 0.05, ordinal, day);
  }

  private void upset(double howMuch, double complains, int ordinal, LocalDate day) {
    grief += howMuch;
    if (draw.happens(complains)) {
      complain(day, changesWereIt ? "TECHNICIAN" : "SCHEDULE");
    } else {
      say(ordinal, day, 2);
    }
  }

  /** Few answer, and a little more of them when something was not right. */
  private void say(int ordinal, LocalDate day, int wrong) {
    if (!draw.happens(0.14 + 0.06 * wrong)) {
      if (draw.happens(0.012)) {
        grief += 0.6;
        complain(day, draw.oneOf(Words.CAUSES));
      }
      return;
    }
    int csat = Math.max(1, draw.oneOf(List.of(5, 5, 5, 4, 4)) - wrong);
    String text = draw.happens(0.5) ? draw.oneOf(Words.ofMark(csat, wrong > 1)) : null;
    said++;
    lines.feedback(
        person,
        said,
        ordinal,
        earlier(day.plusDays(draw.between(0, 1))),
        csat,
        draw.happens(0.3),
        text);
  }

  private void complain(LocalDate day, String cause) {
    complained++;
    LocalDate settled = day.plusDays(draw.between(2, 12));
    boolean isSettled = settled.isBefore(today) && draw.happens(0.9);
    lines.complaint(
        person,
        complained,
        day,
        draw.oneOf(List.of("LOW", "MEDIUM", "MEDIUM", "HIGH")),
        cause,
        draw.oneOf(Words.COMPLAINTS.get(cause)),
        isSettled ? settled : null,
        draw.happens(0.8));
  }

  private void leave(LocalDate lastVisit) {
    LocalDate on = Crew.weekday(lastVisit.plusDays(draw.between(0, 3)));
    if (!on.isBefore(today)) {
      return;
    }
    Words.Goodbye goodbye =
        draw.oneOf(
            grief > 0.5
                ? (changesWereIt ? Words.BECAUSE_OF_CHANGES : Words.BECAUSE_OF_SERVICE)
                : person.business() ? Words.BUSINESS_REASONS : Words.PRIVATE_REASONS);
    lines.cancellation(person, on, goodbye.reason(), goodbye.words());
  }

  private LocalDate earlier(LocalDate day) {
    return day.isBefore(today) ? day : today.minusDays(1);
  }

  private LocalDateTime at(LocalDate day) {
    return day.atTime(person.visitAt());
  }
}
