package io.familiarface.rest.testing;

import io.familiarface.postgres.PostgresDatabase;
import io.familiarface.postgres.TestDatabase;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/**
 * What a service needs to run in a test: a real, empty PostgreSQL database and a key to check
 * tokens with.
 */
public class ServiceUnderTest implements QuarkusTestResourceLifecycleManager {
  @Override
  public Map<String, String> start() {
    PostgresDatabase database = database();
    Map<String, String> config = new HashMap<>();
    config.put("quarkus.datasource.jdbc.url", database.jdbcUrl());
    config.put("quarkus.datasource.username", database.user());
    config.put("quarkus.datasource.password", database.password());
    config.put("familiar.public-key", Tokens.publicKey());
    config.put("familiar.feeds.consume", "false");
    return config;
  }

  protected PostgresDatabase database() {
    return TestDatabase.create("test");
  }

  @Override
  public void stop() {
    // the server ends with the JVM
  }
}
