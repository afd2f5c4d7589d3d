package io.familiarface.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.postgres.PostgresDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.Yaml;

/** docker-compose.yml tells the services the same as {@code ./familiar} does, in its own way. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ComposeFileTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final Ports PORTS = new Ports(8081);

  /**
   * A key and a token file of this machine alone: in containers a provider takes their place, and
   * metrics are for operators.
   */
  private static final Set<String> OF_ONE_MACHINE =
      Set.of("FAMILIAR_PUBLIC_KEY", "FAMILIAR_SERVICE_TOKEN_FILE", "FAMILIAR_METRICS_ACCESS");

  private static final Set<String> OF_A_PROVIDER =
      Set.of(
          "FAMILIAR_ISSUER",
          "QUARKUS_OIDC_AUTH_SERVER_URL",
          "QUARKUS_OIDC_CLIENT_CLIENT_ENABLED",
          "QUARKUS_OIDC_CLIENT_AUTH_SERVER_URL",
          "QUARKUS_OIDC_CLIENT_CLIENT_ID",
          "QUARKUS_OIDC_CLIENT_CREDENTIALS_SECRET",
          "FAMILIAR_SIGN_IN_ISSUER",
          "FAMILIAR_SIGN_IN_CLIENT_ID");

  /** Outside of containers these follow from the ports and from the launcher's environment. */
  private static final Set<String> OF_WHERE_IT_RUNS =
      Set.of(
          "FAMILIAR_PUBLIC_URL_CUSTOMERS",
          "FAMILIAR_PUBLIC_URL_JOBS",
          "FAMILIAR_PUBLIC_URL_FEEDBACK",
          "FAMILIAR_COMPANY_TIME_ZONE");

  /**
   * Who calls customers, and who takes what is late; {@code ./familiar} hands on what its
   * environment says.
   */
  private static final Set<String> OF_CALLS =
      Set.of(
          "FAMILIAR_FOLLOW_UPS_WEEKLY_CAPACITY",
          "FAMILIAR_FOLLOW_UPS_OWNERS",
          "FAMILIAR_FOLLOW_UPS_HOLIDAYS",
          "FAMILIAR_COMPLAINT_ESCALATES_TO",
          "FAMILIAR_DAILY_MAIL_TO",
          "FAMILIAR_DAILY_MAIL_FROM",
          "FAMILIAR_DAILY_MAIL_AT",
          "QUARKUS_MAILER_HOST",
          "QUARKUS_MAILER_PORT",
          "QUARKUS_MAILER_USERNAME",
          "QUARKUS_MAILER_PASSWORD");

  /** How customers are told who comes and when; handed on alike. */
  private static final Set<String> OF_NOTICES =
      Set.of(
          "FAMILIAR_NOTICES_PERIOD",
          "FAMILIAR_NOTICES_MAIL_FROM",
          "QUARKUS_MAILER_HOST",
          "QUARKUS_MAILER_PORT",
          "QUARKUS_MAILER_USERNAME",
          "QUARKUS_MAILER_PASSWORD");

  private static Map<String, Map<String, Object>> services;

  @TempDir Path folder;

  @BeforeAll
  @SuppressWarnings("unchecked")
  static void read() throws IOException {
    Map<String, Object> file =
        new Yaml().load(Files.readString(ROOT.resolve("docker-compose.yml")));
    services = (Map<String, Map<String, Object>>) file.get("services");
  }

  @ParameterizedTest
  @EnumSource
  void a_service_is_told_the_same_as_by_familiar(Service service) {
    var expected = new TreeSet<>(byFamiliar(service).keySet());
    expected.removeAll(OF_ONE_MACHINE);
    expected.addAll(OF_A_PROVIDER);
    expected.addAll(OF_WHERE_IT_RUNS);
    if (service == Service.JOBS) {
      expected.add("FAMILIAR_HISTORY_LARGEST");
      expected.addAll(OF_NOTICES);
    }
    if (service == Service.FEEDBACK) {
      expected.addAll(OF_CALLS);
    }

    assertThat(byCompose(service).keySet()).containsExactlyInAnyOrderElementsOf(expected);
  }

  @ParameterizedTest
  @EnumSource
  void a_service_listens_where_the_others_look_for_it_and_has_a_database_of_its_own(
      Service service) {
    Map<String, String> told = byCompose(service);
    Map<String, String> usual = byFamiliar(service);
    String name = service.shortName();

    assertThat(told)
        .containsEntry("QUARKUS_HTTP_PORT", usual.get("QUARKUS_HTTP_PORT"))
        .containsEntry("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://postgres:5432/" + name)
        .containsEntry("QUARKUS_DATASOURCE_USERNAME", usual.get("QUARKUS_DATASOURCE_USERNAME"))
        .containsEntry(
            "QUARKUS_DATASOURCE_PASSWORD", "${%s_DB_PASSWORD:?}".formatted(service.name()));
    for (Service other : Service.values()) {
      assertThat(told)
          .containsEntry(
              "FAMILIAR_URL_" + other.name(),
              "http://%s:%d".formatted(other.fullName(), other.port(PORTS)));
    }
    assertThat(services.get(service.fullName()))
        .containsEntry("read_only", true)
        .containsEntry("cap_drop", List.of("ALL"))
        .containsKey("healthcheck")
        .extracting("build")
        .extracting("args")
        .isEqualTo(Map.of("SERVICE", service.fullName()));
  }

  @Test
  void each_database_is_made_with_a_role_of_its_own() throws IOException {
    String script = Files.readString(ROOT.resolve("docker/postgres/create-databases.sh"));

    for (Service service : Service.values()) {
      assertThat(script)
          .contains("create %s \"$%s_DB_PASSWORD\"".formatted(service.shortName(), service.name()));
    }
    assertThat(environment("postgres").keySet())
        .containsAll(Stream.of(Service.values()).map(s -> s.name() + "_DB_PASSWORD").toList());
  }

  @Test
  void whatever_must_be_set_is_in_the_example() throws IOException {
    assertThat(variables("\\$\\{(\\w+):\\?")).isNotEmpty().isSubsetOf(example());
  }

  @Test
  void from_where_customers_are_written_to_may_be_set_and_the_example_shows_it()
      throws IOException {
    Map<String, String> told = byCompose(Service.JOBS);
    for (String name : OF_NOTICES) {
      assertThat(told.get(name)).as(name).matches("\\$\\{\\w+:-[^?]*}");
      assertThat(example()).contains(told.get(name).replaceAll("^\\$\\{(\\w+):.*", "$1"));
    }
    assertThat(told)
        .as("left out, nobody is written to")
        .containsEntry("FAMILIAR_NOTICES_MAIL_FROM", "${NOTICE_MAIL_FROM:-}");
  }

  @Test
  void how_to_call_and_whom_to_mail_may_be_set_and_the_example_shows_it() throws IOException {
    Map<String, String> told = byCompose(Service.FEEDBACK);
    for (String name : OF_CALLS) {
      assertThat(told.get(name)).as(name).matches("\\$\\{\\w+:-[^?]*}");
      assertThat(example()).contains(told.get(name).replaceAll("^\\$\\{(\\w+):.*", "$1"));
    }
    assertThat(told)
        .as("left out, nobody is mailed and nobody owns a call")
        .containsEntry("FAMILIAR_DAILY_MAIL_TO", "${DAILY_MAIL_TO:-}")
        .containsEntry("FAMILIAR_FOLLOW_UPS_OWNERS", "${CALL_OWNERS:-}");
  }

  @Test
  void a_service_does_not_run_as_root() throws IOException {
    List<String> users =
        Files.readAllLines(ROOT.resolve("docker/Dockerfile")).stream()
            .filter(line -> line.startsWith("USER "))
            .toList();
    assertThat(users).hasSize(1);
    assertThat(users.get(0))
        .as("by number, as an orchestrator checks it")
        .matches("USER [1-9]\\d*");
    assertThat(services.values()).noneMatch(service -> service.containsKey("user"));
  }

  @Test
  void the_health_of_each_is_looked_at() {
    assertThat(services).hasSize(5);
    services.forEach((name, service) -> assertThat(service).as(name).containsKey("healthcheck"));
    assertThat(environment("keycloak"))
        .as("without it there is nothing to look at")
        .containsEntry("KC_HEALTH_ENABLED", "true");
  }

  private static Set<String> example() throws IOException {
    return Files.readAllLines(ROOT.resolve("docker/example.env")).stream()
        .filter(line -> line.contains("=") && !line.startsWith("#"))
        .map(line -> line.substring(0, line.indexOf('=')))
        .collect(Collectors.toSet());
  }

  private static List<String> variables(String pattern) throws IOException {
    String file = Files.readString(ROOT.resolve("docker-compose.yml"));
    return Pattern.compile(pattern).matcher(file).results().map(found -> found.group(1)).toList();
  }

  @Test
  void the_sign_in_of_the_pages_is_a_client_of_the_realm_for_trying_out() throws IOException {
    String realm = Files.readString(ROOT.resolve("docker/keycloak/familiar-face-realm.json"));

    assertThat(byCompose(Service.FEEDBACK).get("FAMILIAR_SIGN_IN_CLIENT_ID"))
        .isEqualTo("${SIGN_IN_CLIENT_ID:-familiar-swagger}");
    assertThat(realm)
        .contains("\"clientId\": \"familiar-swagger\"", "\"clientId\": \"familiar-service\"");
    for (String role : TokenClaims.ROLES) {
      assertThat(realm).contains("\"name\": \"%s\"".formatted(role));
    }
  }

  private Map<String, String> byFamiliar(Service service) {
    var data = new DataDirectory(folder);
    data.prepare();
    var database = new PostgresDatabase(5432, service.shortName(), service.shortName(), "secret");
    return new ServiceEnvironment(data, PORTS, SigningKey.readOrCreate(data), Map.of())
        .of(service, database);
  }

  private static Map<String, String> byCompose(Service service) {
    return environment(service.fullName());
  }

  private static Map<String, String> environment(String service) {
    Map<?, ?> environment = (Map<?, ?>) services.get(service).get("environment");
    return environment.entrySet().stream()
        .collect(
            Collectors.toMap(
                entry -> entry.getKey().toString(), entry -> entry.getValue().toString()));
  }
}
