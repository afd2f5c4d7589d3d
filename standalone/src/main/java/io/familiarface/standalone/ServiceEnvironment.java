package io.familiarface.standalone;

import io.familiarface.postgres.PostgresDatabase;
import java.util.HashMap;
import java.util.Map;

/** What a service is told of where it runs, as environment variables. */
final class ServiceEnvironment {
  private static final String HOST = "QUARKUS_HTTP_HOST";

  private final DataDirectory data;
  private final Ports ports;
  private final SigningKey key;
  private final Map<String, String> defaults;

  /**
   * @param defaults what holds unless whoever starts it wants otherwise
   */
  ServiceEnvironment(
      DataDirectory data, Ports ports, SigningKey key, Map<String, String> defaults) {
    this.data = data;
    this.ports = ports;
    this.key = key;
    this.defaults = defaults;
  }

  Map<String, String> of(Service service, PostgresDatabase database) {
    var environment = new HashMap<String, String>(defaults);
    environment.keySet().removeAll(System.getenv().keySet());
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(service.port(ports)));
    // Seen from this machine alone, unless whoever starts it wants otherwise.
    environment.put(HOST, System.getenv().getOrDefault(HOST, "127.0.0.1"));
    environment.put("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl());
    environment.put("QUARKUS_DATASOURCE_USERNAME", database.user());
    environment.put("QUARKUS_DATASOURCE_PASSWORD", database.password());
    environment.put("FAMILIAR_PUBLIC_KEY", key.publicKey());
    environment.put("FAMILIAR_SERVICE_TOKEN_FILE", data.serviceToken().toString());
    // On one machine nobody else sees them.
    environment.put("FAMILIAR_METRICS_ACCESS", "permit");
    for (Service each : Service.values()) {
      environment.put("FAMILIAR_URL_" + each.name(), each.url(ports).toString());
    }
    return environment;
  }
}
