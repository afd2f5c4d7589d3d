package io.familiarface.risk;

import io.familiarface.risk.reason.Wording;
import io.familiarface.risk.signal.AgreementCancelled;
import io.familiarface.risk.signal.AgreementStarted;
import io.familiarface.risk.signal.Answer;
import io.familiarface.risk.signal.ChangeReason;
import io.familiarface.risk.signal.ComplaintReceived;
import io.familiarface.risk.signal.ComplaintReopened;
import io.familiarface.risk.signal.ComplaintResolved;
import io.familiarface.risk.signal.FeedbackGiven;
import io.familiarface.risk.signal.FeedbackRequested;
import io.familiarface.risk.signal.Mood;
import io.familiarface.risk.signal.MoodNoted;
import io.familiarface.risk.signal.PromiseBroken;
import io.familiarface.risk.signal.PromiseKind;
import io.familiarface.risk.signal.PromiseMade;
import io.familiarface.risk.signal.PromiseReleased;
import io.familiarface.risk.signal.Severity;
import io.familiarface.risk.signal.Signal;
import io.familiarface.risk.signal.VisitCompleted;
import io.familiarface.risk.signal.VisitMissed;
import io.familiarface.technicianchange.Permanence;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A customer's history, told visit by visit: one month apart unless said otherwise. */
public final class HistoryBuilder {

  public static final ZoneId ZONE = ZoneId.of("America/New_York");
  public static final Instant START = day("2025-01-06");

  public final UUID agreement = id("agreement");
  public final List<Signal> signals = new ArrayList<>();
  private final double intervalDays;
  private int visits;

  private HistoryBuilder(double intervalDays) {
    this.intervalDays = intervalDays;
    signals.add(new AgreementStarted(agreement, START, id("A"), intervalDays));
  }

  /** The rule of the agreement asks for no visits from then on. */
  public HistoryBuilder isToEnd(Instant at) {
    signals.set(0, new AgreementStarted(agreement, START, id("A"), intervalDays, at));
    return this;
  }

  public static HistoryBuilder monthly() {
    return new HistoryBuilder(30);
  }

  public static HistoryBuilder every(double days) {
    return new HistoryBuilder(days);
  }

  public static Instant day(String date) {
    return LocalDate.parse(date).atTime(10, 0).atZone(ZONE).toInstant();
  }

  public static UUID id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  public static Wording wording() {
    return new Wording(
        technician ->
            List.of("A", "B", "C", "D").stream()
                .filter(name -> id(name).equals(technician))
                .findFirst()
                .orElse(null),
        ZONE);
  }

  /** When the visit with this number, from 1, takes place. */
  public Instant visitAt(int number) {
    return START.plusSeconds(Math.round((number - 1) * intervalDays * 86_400));
  }

  public UUID visitId(int number) {
    return id("visit " + number);
  }

  public Instant lastVisitAt() {
    return visitAt(visits);
  }

  public HistoryBuilder visitsBy(String technicians) {
    technicians.chars().forEach(name -> visit(String.valueOf((char) name)));
    return this;
  }

  public HistoryBuilder visit(String technician) {
    return visit(technician, ChangeReason.NONE, Permanence.UNKNOWN, Answer.UNKNOWN, Answer.UNKNOWN);
  }

  public HistoryBuilder substitute(String technician) {
    return visit(technician, ChangeReason.ABSENT, Permanence.THIS_VISIT, Answer.NO, Answer.NO);
  }

  public HistoryBuilder handover(String technician, Answer told, Answer introduced) {
    return visit(technician, ChangeReason.LEFT_COMPANY, Permanence.FOR_GOOD, told, introduced);
  }

  public HistoryBuilder visit(
      String technician,
      ChangeReason reason,
      Permanence permanence,
      Answer told,
      Answer introduced) {
    visits++;
    signals.add(
        new VisitCompleted(
            visitId(visits),
            agreement,
            visitAt(visits),
            id(technician),
            null,
            reason,
            permanence,
            told,
            introduced,
            Answer.YES));
    return this;
  }

  public HistoryBuilder missed() {
    visits++;
    signals.add(new VisitMissed(visitId(visits), agreement, visitAt(visits)));
    return this;
  }

  public HistoryBuilder promiseBy(String technician, Instant at) {
    signals.add(
        new PromiseMade(
            id("promise of " + technician), PromiseKind.SAME_TECHNICIAN, at, id(technician)));
    return this;
  }

  /** By the latest visit. */
  public HistoryBuilder breaksPromiseOf(String technician) {
    signals.add(
        new PromiseBroken(
            id("promise of " + technician),
            PromiseKind.SAME_TECHNICIAN,
            lastVisitAt(),
            visitId(visits)));
    return this;
  }

  public HistoryBuilder releasesPromiseOf(String technician) {
    signals.add(
        new PromiseReleased(id("promise of " + technician), lastVisitAt(), visitId(visits)));
    return this;
  }

  public HistoryBuilder csat(int mark) {
    signals.add(
        new FeedbackGiven(
            id("feedback " + visits),
            lastVisitAt().plusSeconds(86_400),
            visitId(visits),
            mark,
            null,
            null));
    return this;
  }

  public HistoryBuilder asked() {
    signals.add(new FeedbackRequested(id("request " + visits), lastVisitAt().plusSeconds(3_600)));
    return this;
  }

  public HistoryBuilder mood(Mood mood) {
    signals.add(new MoodNoted(id("mood " + visits), lastVisitAt().plusSeconds(7_200), mood));
    return this;
  }

  public HistoryBuilder complains(String name, int daysAfterVisit) {
    signals.add(
        new ComplaintReceived(id(name), daysAfter(daysAfterVisit), Severity.MEDIUM, "SERVICE"));
    return this;
  }

  public HistoryBuilder resolved(String name, int daysAfterVisit, Answer satisfied) {
    signals.add(new ComplaintResolved(id(name), daysAfter(daysAfterVisit), satisfied));
    return this;
  }

  public HistoryBuilder reopened(String name, int daysAfterVisit) {
    signals.add(new ComplaintReopened(id(name), daysAfter(daysAfterVisit)));
    return this;
  }

  public HistoryBuilder cancels(int hoursAfterVisit) {
    return ends(hoursAfterVisit, "TECHNICIAN_CHANGES");
  }

  /** The company ends it. */
  public HistoryBuilder isLetGo(int hoursAfterVisit) {
    return ends(hoursAfterVisit, "LET_GO");
  }

  private HistoryBuilder ends(int hoursAfterVisit, String reason) {
    signals.add(
        new AgreementCancelled(
            agreement, lastVisitAt().plusSeconds(hoursAfterVisit * 3_600L), reason));
    return this;
  }

  private Instant daysAfter(int days) {
    return lastVisitAt().plusSeconds(days * 86_400L);
  }

  /** Dorothy's story: A's promise, B for good and unannounced who promises again, C sick, D. */
  public static HistoryBuilder dorothy() {
    var dorothy = monthly().promiseBy("A", START);
    dorothy.visitsBy("AA").handover("B", Answer.NO, Answer.NO).breaksPromiseOf("A");
    dorothy.promiseBy("B", dorothy.lastVisitAt().plusSeconds(600));
    dorothy.visitsBy("BB").substitute("C").breaksPromiseOf("A").breaksPromiseOf("B");
    return dorothy.visitsBy("BBB").substitute("D").breaksPromiseOf("A").breaksPromiseOf("B");
  }

  /** Grace's: the hand-over for good was told beforehand, and B introduced. */
  public static HistoryBuilder grace() {
    var grace = monthly().promiseBy("A", START).visitsBy("AA");
    grace.handover("B", Answer.YES, Answer.YES).releasesPromiseOf("A");
    return grace.visitsBy("BBBBBBB");
  }
}
