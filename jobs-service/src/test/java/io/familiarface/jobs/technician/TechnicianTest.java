package io.familiarface.jobs.technician;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TechnicianTest {
  private static final LocalDate MONDAY = LocalDate.of(2027, 1, 4);

  private static Technician technician(
      List<TechnicianCertificate> certificates, List<WorkingHours> hours) {
    return Technician.create(
        new NewTechnician(
            null,
            "Ben",
            null,
            List.of("rodents", "termites"),
            certificates,
            hours,
            null,
            null,
            null));
  }

  private static WorkingHours mondays(int from, int to) {
    return new WorkingHours(DayOfWeek.MONDAY, LocalTime.of(from, 0), LocalTime.of(to, 0));
  }

  @Test
  void a_skill_ends_with_the_last_day_of_its_certificate() {
    Technician technician =
        technician(List.of(new TechnicianCertificate("Applicator", "termites", MONDAY)), List.of());
    assertThat(technician.skillsOn(MONDAY)).containsExactly("rodents", "termites");
    assertThat(technician.skillsOn(MONDAY.plusDays(1))).containsExactly("rodents");
  }

  @Test
  void one_of_two_certificates_for_a_skill_is_enough() {
    Technician technician =
        technician(
            List.of(
                new TechnicianCertificate("Old", "termites", MONDAY.minusYears(1)),
                new TechnicianCertificate("New", "termites", null)),
            List.of());
    assertThat(technician.skillsOn(MONDAY)).contains("termites");
  }

  @Test
  void the_first_licence_to_end_ends_what_they_may_do() {
    List<TechnicianCertificate> both =
        List.of(
            new TechnicianCertificate("Rodents", "rodents", MONDAY.plusDays(1)),
            new TechnicianCertificate("Termites", "termites", MONDAY));
    assertThat(technician(both, List.of()).licensedUntil).isEqualTo(MONDAY);
    assertThat(technician(both.subList(0, 1), List.of()).licensedUntil)
        .as("nobody asks for a licence for termites")
        .isEqualTo(MONDAY.plusDays(1));
    assertThat(technician(List.of(), List.of()).licensedUntil).isNull();
  }

  @Test
  void nobody_is_expected_outside_of_the_hours_that_are_known() {
    Technician technician = technician(List.of(), List.of(mondays(8, 12), mondays(13, 17)));
    assertThat(works(technician, MONDAY, 8, 0)).isTrue();
    assertThat(works(technician, MONDAY, 12, 0)).isFalse();
    assertThat(works(technician, MONDAY, 16, 59)).isTrue();
    assertThat(works(technician, MONDAY.plusDays(1), 9, 0)).isFalse();
    assertThat(works(technician(List.of(), List.of()), MONDAY, 3, 0)).isTrue();
  }

  private static boolean works(Technician technician, LocalDate day, int hour, int minute) {
    return Suitability.works(technician.workingHours(), day, LocalTime.of(hour, minute));
  }

  @Test
  void the_same_hour_is_not_worked_twice() {
    assertThatThrownBy(() -> technician(List.of(), List.of(mondays(8, 12), mondays(11, 17))))
        .isInstanceOf(HttpProblem.class)
        .hasMessageContaining("overlap");
  }
}
