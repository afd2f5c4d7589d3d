package io.familiarface.jobs.substitute;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.jobs.technician.AbsenceKind;
import io.familiarface.jobs.technician.Employment;
import io.familiarface.jobs.technician.TechnicianCertificate;
import io.familiarface.jobs.technician.WorkingHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SendingRuleTest {
  private static final LocalDate MONDAY = LocalDate.of(2027, 1, 4);
  private static final Instant TEN = Instant.parse("2027-01-04T15:00:00Z");
  private static final UUID CLEO = UUID.randomUUID();
  private static final UUID VISIT = UUID.randomUUID();
  private static final WorkingHours OFFICE_DAY =
      new WorkingHours(DayOfWeek.MONDAY, LocalTime.of(8, 0), LocalTime.of(17, 0));

  private LocalDate hiredOn;
  private LocalDate leftOn;
  private List<WorkingHours> hours = List.of();
  private Set<String> skills = Set.of("rodents");
  private List<RosterEntry.AtStep> atSteps = List.of();
  private List<TechnicianCertificate> certificates = List.of();
  private List<RosterEntry.Away> away = List.of();
  private List<RosterEntry.Booking> booked = List.of();
  private Set<UUID> declined = Set.of();
  private boolean timed = true;

  @Test
  void whoever_is_there_and_free_can_be_sent() {
    hiredOn = MONDAY;
    leftOn = MONDAY;
    hours = List.of(OFFICE_DAY);
    booked =
        List.of(
            new RosterEntry.Booking(VISIT, TEN, true),
            new RosterEntry.Booking(UUID.randomUUID(), TEN.plus(Duration.ofHours(1)), true));
    assertThat(SendingRule.refusal(cleo(), visit())).isEmpty();
  }

  @Test
  void who_is_not_employed_that_day_is_refused() {
    leftOn = MONDAY.minusDays(1);
    assertRefused(SendingRule.LEFT, "Cleo leaves the company on 2027-01-03.");
    leftOn = null;
    hiredOn = MONDAY.plusDays(1);
    assertRefused(SendingRule.NOT_YET_HIRED, "Cleo starts on 2027-01-05.");
  }

  @Test
  void who_is_away_is_refused() {
    away = List.of(new RosterEntry.Away(AbsenceKind.SICK, MONDAY, MONDAY.plusDays(2)));
    assertRefused(SendingRule.ABSENT, "Cleo is away until 2027-01-06.");
  }

  @Test
  void who_is_elsewhere_at_that_time_is_refused() {
    booked = List.of(new RosterEntry.Booking(UUID.randomUUID(), TEN.plusSeconds(3599), true));
    assertRefused(SendingRule.DOUBLE_BOOKED, "Cleo is at another visit then.");
  }

  @Test
  void a_visit_of_which_nobody_said_the_time_takes_nobodys() {
    booked = List.of(new RosterEntry.Booking(UUID.randomUUID(), TEN, false));
    assertThat(SendingRule.refusal(cleo(), visit())).isEmpty();
    booked = List.of(new RosterEntry.Booking(UUID.randomUUID(), TEN, true));
    hours = List.of(new WorkingHours(DayOfWeek.MONDAY, LocalTime.of(11, 0), LocalTime.of(17, 0)));
    timed = false;
    assertThat(SendingRule.refusal(cleo(), visit())).isEmpty();
    hours = List.of(new WorkingHours(DayOfWeek.TUESDAY, LocalTime.of(8, 0), LocalTime.of(17, 0)));
    assertRefused(SendingRule.OUTSIDE_HOURS, "Cleo doesn't work on that day.");
  }

  @Test
  void who_has_none_of_the_skills_is_refused() {
    skills = Set.of("termites");
    assertRefused(
        SendingRule.LACKS_SKILL, "Cleo has none of the skills of the usual technician: rodents.");
  }

  @Test
  void whom_the_customer_declined_is_refused() {
    declined = Set.of(CLEO);
    assertRefused(
        SendingRule.CUSTOMER_DECLINED, "The customer asked that somebody else comes than Cleo.");
  }

  @Test
  void who_does_not_work_at_that_time_is_refused() {
    hours = List.of(new WorkingHours(DayOfWeek.MONDAY, LocalTime.of(11, 0), LocalTime.of(17, 0)));
    assertRefused(SendingRule.OUTSIDE_HOURS, "Cleo doesn't work at that time.");
    hours = List.of(new WorkingHours(DayOfWeek.TUESDAY, LocalTime.of(8, 0), LocalTime.of(17, 0)));
    assertRefused(SendingRule.OUTSIDE_HOURS, "Cleo doesn't work at that time.");
  }

  @Test
  void whose_licence_ends_before_the_day_of_the_visit_is_refused_and_on_its_last_day_is_not() {
    certificates = List.of(new TechnicianCertificate("Applicator", "rodents", MONDAY.minusDays(1)));
    assertThat(SendingRule.refusal(cleo(), visit()).map(SendingRule.Refusal::rule))
        .contains(SendingRule.LACKS_SKILL);
    certificates = List.of(new TechnicianCertificate("Applicator", "rodents", MONDAY));
    assertThat(SendingRule.refusal(cleo(), visit())).isEmpty();
  }

  @Test
  void who_is_at_a_project_on_the_day_is_refused_at_whatever_time_the_visit_is() {
    timed = false;
    atSteps = List.of(new RosterEntry.AtStep(UUID.randomUUID(), MONDAY.minusDays(2), MONDAY));
    assertRefused(SendingRule.AT_A_PROJECT, "Cleo is at a project until " + MONDAY + ".");
    atSteps =
        List.of(new RosterEntry.AtStep(UUID.randomUUID(), MONDAY.plusDays(1), MONDAY.plusDays(2)));
    assertThat(SendingRule.refusal(cleo(), visit())).isEmpty();
  }

  private void assertRefused(SendingRule rule, String reason) {
    assertThat(SendingRule.refusal(cleo(), visit()))
        .contains(new SendingRule.Refusal(rule, reason));
  }

  private RosterEntry cleo() {
    return new RosterEntry(
        CLEO,
        "T0003",
        "north",
        skills,
        certificates,
        new Employment("Cleo", hiredOn, leftOn),
        hours,
        away,
        booked,
        atSteps);
  }

  private VisitDemand visit() {
    return new VisitDemand(
        VISIT,
        TEN,
        MONDAY,
        LocalTime.of(10, 0),
        timed,
        Duration.ofHours(1),
        Set.of("rodents"),
        declined);
  }
}
