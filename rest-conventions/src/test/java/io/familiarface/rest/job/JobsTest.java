package io.familiarface.rest.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.familiarface.database.Database;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class JobsTest {
  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

  @Inject Jobs jobs;
  @Inject Database database;

  private final String kind = "KIND-" + UUID.randomUUID();
  private final UUID first = UUID.randomUUID();
  private final UUID second = UUID.randomUUID();

  @Test
  void one_of_a_kind_runs_at_a_time_and_another_when_it_has_ended() {
    assertThat(start(first, null)).isTrue();
    assertThat(start(second, null)).isFalse();
    assertThat(end(first)).isTrue();
    assertThat(end(first)).as("a second time").isFalse();
    assertThat(start(second, null)).isTrue();
  }

  @Test
  void one_that_fell_silent_makes_room_and_what_it_still_does_counts_no_more() {
    var job = new RunningJob(first, "waiting");
    start(first, null);
    assertThat(beat(job)).isTrue();
    database
        .sql("update job set heard_at = now() - interval '1 minute' where id = :id")
        .bind("id", first)
        .update();

    assertThat(start(second, null)).isTrue();
    assertThat(beat(job)).isFalse();
    assertThat(end(first)).isFalse();
  }

  @Test
  void for_an_instant_of_a_schedule_one_runs_in_all_copies_together() {
    assertThat(start(first, NOON)).isTrue();
    end(first);
    assertThat(start(second, NOON)).isFalse();
    assertThat(start(second, NOON.plusSeconds(1))).isTrue();
  }

  @Test
  void how_far_it_is_can_be_read_and_the_oldest_are_forgotten() {
    var job = new RunningJob(first, "waiting");
    start(first, null);
    job.at("reading", 3, 4);
    beat(job);
    assertThat(row(first)).isEqualTo("reading 3 4 true");

    end(first);
    start(second, null);
    QuarkusTransaction.requiringNew().run(() -> jobs.forgetAllBut(1, kind));
    assertThat(row(first)).isNull();
    assertThat(row(second)).isEqualTo("waiting 0 0 true");
  }

  @Test
  void one_that_was_stopped_ends_at_its_next_step() {
    var job = new RunningJob(first, "waiting");
    job.stop("The service was stopped.");
    assertThatThrownBy(() -> job.at("reading", 1, 2))
        .isInstanceOf(RunningJob.Stopped.class)
        .hasMessage("The service was stopped.");
  }

  private boolean start(UUID id, Instant slot) {
    return QuarkusTransaction.requiringNew()
        .call(() -> jobs.start(id, kind, slot, "somebody", Instant.now(), "waiting"));
  }

  private boolean beat(RunningJob job) {
    return QuarkusTransaction.requiringNew().call(() -> jobs.beat(job));
  }

  private boolean end(UUID id) {
    return QuarkusTransaction.requiringNew().call(() -> jobs.end(id, Instant.now()));
  }

  private String row(UUID id) {
    return database
        .sql(
            "select concat_ws(' ', step, done, total, running::text) from %s as job where id = :id"
                .formatted(Jobs.ROWS))
        .bind("id", id)
        .first(String.class)
        .orElse(null);
  }
}
