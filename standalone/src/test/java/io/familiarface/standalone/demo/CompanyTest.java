package io.familiarface.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CompanyTest {
  private static final ZoneId ZONE = ZoneId.of("America/New_York");

  @Test
  void on_the_same_day_it_is_the_same_company() {
    LocalDate today = LocalDate.of(2026, 3, 11);
    assertThat(everything(company(today))).isEqualTo(everything(company(today)));
    assertThat(everything(company(today)))
        .as("on another day it is another")
        .isNotEqualTo(everything(company(today.plusDays(1))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-03-11", "2026-07-04", "2026-12-01", "2026-12-31", "2028-02-29"})
  void it_has_eighteen_months_behind_it_up_to_yesterday(LocalDate today) {
    List<LocalDate> days =
        company(today).lines().visits.stream()
            .filter(visit -> !visit.path("outcome").asText().equals("PLANNED"))
            .map(visit -> Instant.parse(visit.path("scheduledAt").asText()))
            .map(at -> at.atZone(ZONE).toLocalDate())
            .sorted()
            .toList();
    assertThat(days.get(0)).isBetween(today.minusMonths(19), today.minusMonths(17));
    assertThat(days.get(days.size() - 1)).isBetween(today.minusDays(4), today.minusDays(1));
    Set<String> months =
        days.stream().map(day -> day.toString().substring(0, 7)).collect(Collectors.toSet());
    assertThat(months).as("somebody is visited in every month").hasSizeGreaterThanOrEqualTo(18);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-03-11", "2026-07-04", "2026-12-01", "2026-12-31", "2028-02-29"})
  void technicians_leave_and_somebody_else_comes_in_their_place(LocalDate today) {
    Company company = company(today);
    List<String> gone =
        company.lines().technicians.stream()
            .filter(technician -> technician.hasNonNull("leftOn"))
            .filter(
                technician -> LocalDate.parse(technician.get("leftOn").asText()).isBefore(today))
            .map(technician -> technician.path("externalId").asText())
            .toList();
    assertThat(gone).hasSize(3);
    assertThat(changes(company, "LEFT_COMPANY"))
        .extracting(visit -> visit.path("plannedTechnicianExternalId").asText())
        .containsAll(gone);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-03-11", "2026-07-04", "2026-12-01", "2026-12-31", "2028-02-29"})
  void technicians_are_sick_and_on_vacation_and_then_somebody_else_comes(LocalDate today) {
    Company company = company(today);
    List<JsonNode> absences =
        company.notes().stream()
            .filter(note -> note.path().endsWith("/absences"))
            .map(note -> (JsonNode) note.body())
            .toList();
    assertThat(absences).hasSizeGreaterThan(15);
    assertThat(absences)
        .extracting(away -> away.path("kind").asText())
        .contains("SICK", "VACATION", "TRAINING");
    assertThat(absences)
        .as("some are to come")
        .anyMatch(away -> LocalDate.parse(away.path("from").asText()).isAfter(today));
    assertThat(Stream.of("SICK", "VACATION").mapToLong(kind -> changes(company, kind).size()).sum())
        .isGreaterThan(50);
  }

  private static List<ObjectNode> changes(Company company, String reason) {
    return company.lines().visits.stream()
        .filter(visit -> visit.path("changeReason").asText().equals(reason))
        .toList();
  }

  private static Company company(LocalDate today) {
    return Company.asOf(today, ZONE);
  }

  private static List<String> everything(Company company) {
    return Stream.of(
            company.lines().customers,
            company.lines().technicians,
            company.lines().promises,
            company.lines().agreements,
            company.lines().visits,
            company.lines().cancellations,
            company.lines().feedback,
            company.lines().complaints,
            company.notes(),
            company.inOrder())
        .flatMap(List::stream)
        .map(Object::toString)
        .toList();
  }
}
