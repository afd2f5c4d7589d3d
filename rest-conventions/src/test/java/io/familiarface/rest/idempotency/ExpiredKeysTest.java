package io.familiarface.rest.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.database.Database;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class ExpiredKeysTest {
  @Inject StoredResponses responses;
  @Inject Database database;

  @Test
  void all_keys_older_than_a_day_are_deleted_however_many_have_come() {
    store("old", 25_001, "25 hours");
    store("new", 3, "23 hours");
    responses.deleteExpired();
    assertThat(stored("old")).isZero();
    assertThat(stored("new")).isEqualTo(3);
  }

  private void store(String caller, int keys, String age) {
    database
        .sql(
            """
            insert into idempotency_key (caller, key, fingerprint, status, answered_at)
            select :caller, 'key ' || n, cast('' as bytea), 201, now() - cast(:age as interval)
            from generate_series(1, :keys) n
            """)
        .bind("caller", caller)
        .bind("age", age)
        .bind("keys", keys)
        .update();
  }

  private long stored(String caller) {
    return database
        .sql("select count(*) from idempotency_key where caller = :caller")
        .bind("caller", caller)
        .one(Long.class);
  }
}
