package io.familiarface.rest.testing;

import io.familiarface.postgres.PostgresDatabase;
import io.familiarface.postgres.TestDatabase;
import io.familiarface.rest.security.Role;
import io.familiarface.rest.testing.wire.PostgresProxy;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What a service needs to run in a test: a real, empty PostgreSQL database, which it reaches
 * through a {@link PostgresProxy} that counts, and a key to check tokens with.
 */
public class ServiceUnderTest implements QuarkusTestResourceLifecycleManager {
  private PostgresProxy proxy;

  @Override
  public Map<String, String> start() {
    proxy = PostgresProxy.before(database());
    PostgresDatabase database = proxy.database();
    Map<String, String> config = new HashMap<>();
    config.put("quarkus.datasource.jdbc.url", database.jdbcUrl());
    config.put("quarkus.datasource.username", database.user());
    config.put("quarkus.datasource.password", database.password());
    config.put("familiar.public-key", Tokens.publicKey());
    config.put("familiar.service-token-file", tokenFile().toString());
    config.put("familiar.feeds.consume", "false");
    return config;
  }

  private static Path tokenFile() {
    try {
      Path file = Files.createTempFile("service", ".token");
      file.toFile().deleteOnExit();
      return Files.writeString(file, Tokens.as(Role.SERVICE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  protected PostgresDatabase database() {
    return TestDatabase.create("test");
  }

  @Override
  public void stop() {
    proxy.close();
    // The server ends with the JVM.
  }
}
