package io.familiarface.jobs.planning;

import static io.familiarface.rest.testing.Api.etag;
import static io.familiarface.rest.testing.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.database.Database;
import io.familiarface.jobs.Company;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class RollingPlanTest {
  @Inject Company company;
  @Inject RollingPlan plan;
  @Inject Database database;

  @Test
  void as_time_goes_by_visits_are_planned_on_and_none_twice() {
    String technician = company.technician("T");
    List<String> agreements = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      agreements.add(
          company.monthlyAgreement(company.customer("C"), technician, LocalDate.of(2025, 1, 6)));
    }
    List<Integer> before = agreements.stream().map(a -> company.visits(a).size()).toList();
    pretendThatOnlyTheNextDaysWerePlanned(agreements, 5);
    while (plan.extendSome() > 0) {
      // until every agreement reaches its horizon
    }
    assertThat(agreements.stream().map(a -> company.visits(a).size()).toList()).isEqualTo(before);
    assertThat(plan.extendSome()).isZero();
  }

  @Test
  void several_copies_of_the_service_share_the_work() throws Exception {
    String technician = company.technician("T");
    List<String> agreements = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      agreements.add(
          company.monthlyAgreement(company.customer("C"), technician, LocalDate.of(2025, 1, 6)));
    }
    int planned = company.visits(agreements.get(0)).size();
    pretendThatOnlyTheNextDaysWerePlanned(agreements, 0);
    ExecutorService copies = Executors.newFixedThreadPool(4);
    try {
      Callable<Void> copy =
          () -> {
            while (plan.extendSome() > 0) {
              // the next ones
            }
            return null;
          };
      for (Future<Void> done : copies.invokeAll(List.of(copy, copy, copy, copy))) {
        done.get();
      }
    } finally {
      copies.shutdownNow();
    }
    assertThat(agreements).allSatisfy(a -> assertThat(company.visits(a)).hasSize(planned));
  }

  @Test
  void visits_at_the_time_of_day_that_was_the_default_once_follow_their_rule_all_the_same() {
    String agreement =
        company.agreementWithoutTime(
            company.customer("C"), company.technician("T"), Company.today().plusDays(3));
    List<String> before = company.visitsToCome(agreement);
    database
        .sql(
            """
            update visit set scheduled_at = scheduled_at - interval '90 minutes'
            where agreement_id = :agreement
            """)
        .bind("agreement", java.util.UUID.fromString(agreement))
        .update();
    String path = "/v1/agreements/" + agreement;
    json("manager", "{\"visitAt\":\"15:00\"}")
        .header("If-Match", etag(path))
        .patch(path)
        .then()
        .statusCode(200);
    assertThat(company.visitsToCome(agreement))
        .hasSameSizeAs(before)
        .doesNotContainAnyElementsOf(before);
  }

  private void pretendThatOnlyTheNextDaysWerePlanned(List<String> agreements, int days) {
    List<java.util.UUID> ids = agreements.stream().map(java.util.UUID::fromString).toList();
    LocalDate until = Company.today().plusDays(days);
    database
        .sql("delete from visit where agreement_id = any(:ids) and slot_on > :until")
        .bind("ids", ids)
        .bind("until", until)
        .update();
    database
        .sql("update agreement set planned_until = :until where id = any(:ids)")
        .bind("ids", ids)
        .bind("until", until)
        .update();
  }
}
