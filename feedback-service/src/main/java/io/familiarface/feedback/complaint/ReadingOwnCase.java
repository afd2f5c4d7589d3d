package io.familiarface.feedback.complaint;

import io.familiarface.feedback.recovery.CaseState;
import io.familiarface.feedback.recovery.CaseStep;
import io.familiarface.feedback.recovery.RecoveryCase;
import io.familiarface.rest.Money;
import io.familiarface.rest.security.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A customer looks at their own case. They see what was said to them and what they said, not what
 * the company noted for itself.
 */
@ApplicationScoped
public class ReadingOwnCase {
  private final Complaints complaints;
  private final CaseSteps steps;
  private final CaseAnswers answers;
  private final Clock clock;
  private final DateTimeFormatter day;

  ReadingOwnCase(
      Complaints complaints,
      CaseSteps steps,
      CaseAnswers answers,
      Clock clock,
      @ConfigProperty(name = "familiar.company.time-zone") ZoneId zone) {
    this.complaints = complaints;
    this.steps = steps;
    this.answers = answers;
    this.clock = clock;
    this.day = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH).withZone(zone);
  }

  /** Empty when there is no such case any more. */
  public Optional<CaseForCustomer> of(UUID id) {
    return complaints.findByIdOptional(id).map(this::show);
  }

  private CaseForCustomer show(Complaint complaint) {
    List<CaseStepView> taken = steps.of(complaint.id);
    RecoveryCase recovery = complaint.recovery;
    return new CaseForCustomer(
        on(complaint.details.receivedAt()),
        complaint.details.words() == null ? "" : complaint.details.words(),
        standing(recovery.state()),
        seenToBy(complaint),
        promised(taken, recovery),
        recovery.next().step() == null ? "" : next(recovery),
        history(taken, answers.of(complaint.id)));
  }

  private static String standing(CaseState state) {
    return switch (state) {
      case RECEIVED -> "We have your complaint and are finding out what happened.";
      case ASSESSED -> "We know what happened. Somebody will talk to you about it in person.";
      case OWNED -> "We have talked to you about it. Next we agree with you on what puts it right.";
      case AWAITING_APPROVAL -> "What we agreed with you is being confirmed on our side.";
      case REMEDY_AGREED -> "We have agreed on what puts it right, and are doing it.";
      case REMEDIED -> "What we agreed on has been done. We will ask you how you are.";
      case REBUILDING -> "What we agreed on has been done. We keep asking how you are.";
      case CLOSED -> "This is settled. If it is not, tell us below.";
      case LOST -> "We could not put this right. If you want to tell us more, we will listen.";
    };
  }

  /** A person has a name; that of a role says nothing to a customer. */
  private static String seenToBy(Complaint complaint) {
    String contact = complaint.contact();
    String who =
        Role.ALL.contains(contact)
            ? contact.equals(Role.CSR) ? "Our office" : "Our manager"
            : contact;
    return who + " sees to it.";
  }

  private String next(RecoveryCase recovery) {
    String what =
        switch (recovery.next().step()) {
          case ASSESSMENT -> "find out what happened";
          case APOLOGY -> "talk to you in person";
          case REMEDY -> "agree with you on what puts it right";
          case APPROVAL -> "confirm what was agreed";
          case DELIVERY -> "do what was agreed";
          case CHECK_IN -> "ask you how you are";
          case CLOSURE -> "ask you whether it is settled";
          case REOPENING -> "take it up again";
        };
    String by = " by " + on(recovery.next().dueAt()) + ".";
    return recovery.isLate(clock.instant())
        ? "We are late, and sorry for it: we were to " + what + by
        : "We " + what + by;
  }

  /**
   * Of the present round: what was promised before has been superseded. A remedy is promised by
   * nobody until it need not be approved any more.
   */
  private static List<String> promised(List<CaseStepView> taken, RecoveryCase recovery) {
    List<CaseStepView> present =
        taken.stream().filter(step -> step.round() == recovery.round()).toList();
    Stream<String> remedy =
        recovery.hasPromisedRemedy()
            ? present.stream()
                .filter(step -> step.step() == CaseStep.REMEDY)
                .reduce((one, later) -> later)
                .map(ReadingOwnCase::remedy)
                .stream()
            : Stream.empty();
    return Stream.concat(present.stream().map(ReadingOwnCase::change), remedy)
        .filter(promise -> !promise.isEmpty())
        .toList();
  }

  private static String change(CaseStepView step) {
    return step.step() == CaseStep.APOLOGY && step.details().promisedChange() != null
        ? step.by() + " promised: " + step.details().promisedChange()
        : "";
  }

  private static String remedy(CaseStepView step) {
    StepDetails details = step.details();
    if (details.kind() == null) {
      return "";
    }
    String what =
        switch (details.kind()) {
          case PAY_DAMAGE -> "We pay for the damage";
          case DISCOUNT -> "You pay less";
          case CREDIT -> "You get a credit";
          case REDO -> "We do the work again";
          case OTHER -> "We agreed";
        };
    boolean money = details.amount() != null && details.kind().isMoney();
    String amount = money ? ": " + shown(details.amount()) : "";
    String words = details.words() == null ? "." : ". " + details.words();
    return what + amount + words;
  }

  private static String shown(Money money) {
    return money.amount().toPlainString() + " " + money.currency();
  }

  private List<CaseForCustomer.Entry> history(
      List<CaseStepView> taken, List<CaseAnswerView> answered) {
    record Dated(Instant at, CaseForCustomer.Entry entry) {}
    List<Dated> all = new ArrayList<>();
    for (CaseStepView step : taken) {
      all.add(new Dated(step.at(), new CaseForCustomer.Entry(on(step.at()), done(step), "")));
    }
    for (CaseAnswerView answer : answered) {
      all.add(
          new Dated(
              answer.at(),
              new CaseForCustomer.Entry(on(answer.at()), "You wrote:", answer.words())));
    }
    return all.stream().sorted(Comparator.comparing(Dated::at)).map(Dated::entry).toList();
  }

  private static String done(CaseStepView step) {
    return switch (step.step()) {
      case ASSESSMENT -> "We found out what happened.";
      case APOLOGY -> step.by() + " talked to you and apologised.";
      case REMEDY -> "We agreed on what puts it right.";
      case APPROVAL ->
          Boolean.FALSE.equals(step.details().approved())
              ? "What was agreed could not be confirmed; we look for something else."
              : "What was agreed was confirmed.";
      case DELIVERY -> "What was agreed was done.";
      case CHECK_IN ->
          Boolean.FALSE.equals(step.details().answered())
              ? "We tried to reach you."
              : "We asked how you are.";
      case CLOSURE -> "The case was closed.";
      case REOPENING -> "You came back to us with it.";
    };
  }

  private String on(Instant at) {
    return day.format(at);
  }
}
