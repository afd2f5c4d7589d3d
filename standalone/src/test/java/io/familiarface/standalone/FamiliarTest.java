package io.familiarface.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.familiarface.standalone.command.CommandResult;
import io.familiarface.standalone.demo.DemoCompany;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FamiliarTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

  @TempDir Path folder;

  @Test
  void a_token_is_printed_alone_and_says_who_may_do_what_until_when() throws Exception {
    DataDirectory data = withKey();
    UUID technician = UUID.randomUUID();

    CommandResult result =
        familiar("token", "--role", "technician", "--technician", technician, "--name", "Bill");

    assertThat(result.exitCode()).isZero();
    assertThat(result.errors()).isEmpty();
    assertThat(result.output()).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+\\R");
    String[] parts = result.output().strip().split("\\.");
    assertThat(isSignedBy(data, parts)).isTrue();
    JsonNode claims = new ObjectMapper().readTree(Base64.getUrlDecoder().decode(parts[1]));
    assertThat(claims.path("iss").asText()).isEqualTo("familiar-face");
    assertThat(claims.path("aud").asText()).isEqualTo("familiar-face");
    assertThat(claims.path("groups").get(0).asText()).isEqualTo("technician");
    assertThat(claims.path("technician_id").asText()).isEqualTo(technician.toString());
    assertThat(claims.path("upn").asText()).isEqualTo("Bill");
    Instant end = Instant.ofEpochSecond(claims.path("exp").asLong());
    assertThat(end)
        .isBetween(Instant.now().plusSeconds(11 * 3600), Instant.now().plusSeconds(43_201));
  }

  @Test
  void a_token_before_the_first_start_is_refused_with_what_to_do() {
    CommandResult result = familiar("token", "--role", "csr");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.output()).isEmpty();
    assertThat(result.errors()).contains("run ./familiar start first");
  }

  @Test
  void a_role_that_is_none_is_answered_with_those_there_are() {
    withKey();

    CommandResult result = familiar("token", "--role", "pope");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.errors()).contains("choose one of accounting, admin, csr");
  }

  @Test
  void a_technicians_token_needs_to_say_which_technician() {
    withKey();

    assertThat(familiar("token", "--role", "technician").errors()).contains("--technician");
    assertThat(familiar("token", "--role", "csr", "--technician", UUID.randomUUID()).exitCode())
        .isEqualTo(1);
  }

  @Test
  void help_is_printed_at_once_before_anything_is_built() throws Exception {
    Files.createDirectories(folder.resolve("standalone"));
    Files.copy(ROOT.resolve("familiar"), folder.resolve("familiar"));
    try (Stream<Path> texts = Files.list(ROOT.resolve("standalone/help"))) {
      Files.createDirectories(folder.resolve("standalone/help"));
      for (Path text : texts.toList()) {
        Files.copy(text, folder.resolve("standalone/help").resolve(text.getFileName()));
      }
    }

    assertThat(printed("start", "--help")).startsWith("Usage: familiar start [-h] [--fresh]");
    assertThat(printed("import", "visits.csv", "-h")).startsWith("Usage: familiar import");
    assertThat(printed("help", "stop")).startsWith("Usage: familiar stop");
    assertThat(printed("--help")).startsWith("Usage: familiar COMMAND");
    assertThat(folder.resolve("standalone/target")).doesNotExist();
  }

  private String printed(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("sh", folder.resolve("familiar").toString()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }

  @Test
  void the_help_that_needs_no_build_is_that_of_the_commands() throws IOException {
    Map<String, String> usages = CommandResult.usages();
    assertThat(usages).containsKeys("familiar", "start", "token");
    for (Map.Entry<String, String> usage : usages.entrySet()) {
      assertThat(ROOT.resolve("standalone/help/" + usage.getKey() + ".txt"))
          .hasContent(usage.getValue());
    }
  }

  @Test
  void a_taken_port_is_one_line_that_names_it() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      CommandResult result = familiar("start", "--port-base", taken.getLocalPort());

      assertThat(result.exitCode()).isEqualTo(1);
      assertThat(result.errors())
          .hasLineCount(1)
          .contains("Port " + taken.getLocalPort() + " is taken")
          .contains("--port-base");
    }
  }

  @Test
  void a_folder_that_cannot_be_written_to_is_one_line_that_names_it() throws IOException {
    Path file = Files.createFile(folder.resolve("a-file"));

    CommandResult result = CommandResult.by("start", "--data", file.resolve("below"));

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.errors())
        .hasLineCount(1)
        .contains(file + "/below cannot be written to")
        .contains("--data");
  }

  @Test
  void a_port_that_is_none_is_one_line() {
    CommandResult result = familiar("start", "--port-base", 70_000);

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.errors()).hasLineCount(1).contains("70000 is no port");
  }

  @Test
  void status_and_stop_say_plainly_that_nothing_runs() {
    assertThat(familiar("status").output()).contains("does not run in " + folder);
    assertThat(familiar("status").exitCode()).isEqualTo(3);
    assertThat(familiar("stop").output()).contains("does not run in " + folder);
    assertThat(familiar("stop").exitCode()).isZero();
  }

  @Test
  void the_signing_key_stays_the_same_and_is_for_its_owner_alone() throws IOException {
    DataDirectory data = withKey();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.privateKey())))
        .isEqualTo("rw-------");
    assertThat(SigningKey.readOrCreate(data).publicKey())
        .isEqualTo(SigningKey.readOrCreate(data).publicKey());
  }

  @Test
  void a_fresh_start_forgets_what_is_ours_and_leaves_the_rest_of_the_folder() throws IOException {
    DataDirectory data = withKey();
    Path theirs = Files.writeString(folder.resolve("letter-to-dorothy.txt"), "Dear Dorothy");

    data.clear();

    assertThat(data.privateKey()).doesNotExist();
    assertThat(theirs).exists();
  }

  @Test
  void a_list_of_visits_can_be_looked_at_before_anything_runs() throws IOException {
    Path list = folder.resolve("visits.csv");
    Files.writeString(list, "date,customer,technician\n2025-01-13,Dorothy's Gifts,Alan Reyes\n");

    CommandResult result = familiar("import", list, "--dry-run");

    assertThat(result.exitCode()).as(result.errors()).isZero();
    assertThat(result.output()).contains("visits.csv: 1 line of visits");
  }

  @Test
  void whose_list_would_come_beside_the_demo_company_is_told_so_before() throws IOException {
    Path list = folder.resolve("visits.csv");
    Files.writeString(list, "date,customer,technician\n2025-01-13,Dorothy's Gifts,Alan Reyes\n");
    assertThat(familiar("import", list, "--dry-run").output()).doesNotContain("demo company");

    new DataDirectory(folder).markDemoLoaded();

    assertThat(familiar("import", list, "--dry-run").output())
        .contains("The demo company is in these data", "./familiar start --fresh --no-demo");
  }

  @Test
  void no_demo_comes_into_data_that_were_begun_without_one() {
    DataDirectory data = withKey();
    data.markOwn();
    try (var progress = new Progress(System.out);
        var system = new LocalSystem(folder, data, new Ports(8081), progress)) {
      DemoCompany.loadOnce(system, progress);
    }
    assertThat(data.hasDemo()).isFalse();

    data.clear();

    assertThat(data.isOwn()).isFalse();
  }

  @Test
  void the_list_of_clients_of_the_same_system_goes_along_with_the_list_of_visits()
      throws IOException {
    Path visits = folder.resolve("visits.csv");
    Files.writeString(visits, "date,customer,technician\n2025-01-13,Ann Lee,Alan Reyes\n");
    Path clients = folder.resolve("clients.csv");
    Files.writeString(
        clients, "Display Name,Mobile Number,Email\nAnn Lee,802-555-0101,a@b.example\n");

    CommandResult result = familiar("import", visits, "--clients", clients, "--dry-run");

    assertThat(result.exitCode()).as(result.errors()).isZero();
    assertThat(result.output()).contains("clients.csv").contains("1 customers found in it");

    Files.writeString(clients, "nothing");
    CommandResult unreadable = familiar("import", visits, "--clients", clients, "--dry-run");
    assertThat(unreadable.exitCode()).isEqualTo(1);
    assertThat(unreadable.errors()).contains("clients.csv");
  }

  @Test
  void the_lines_of_a_list_that_make_no_sense_are_kept_beside_it() throws IOException {
    Path list = folder.resolve("visits.csv");
    Files.writeString(
        list,
        """
        date,customer,technician
        2025-01-13,Dorothy's Gifts,Alan Reyes
        some day,Dorothy's Gifts,Alan Reyes
        """);

    CommandResult result = familiar("import", list, "--dry-run");

    assertThat(result.output()).contains("visits-rejected.csv");
    assertThat(folder.resolve("visits-rejected.csv")).content().contains("some day");
  }

  @Test
  void a_list_that_is_not_there_or_nobody_to_take_it_is_one_line() throws IOException {
    Path list = folder.resolve("visits.csv");
    assertThat(familiar("import", list).errors()).hasLineCount(1).contains("no readable file");

    Files.writeString(list, "date,customer,technician\n2025-01-13,Dorothy's Gifts,Alan Reyes\n");
    CommandResult result = familiar("import", list);

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.errors()).hasLineCount(1).contains("run ./familiar start first");
  }

  private DataDirectory withKey() {
    var data = new DataDirectory(folder);
    data.prepare();
    SigningKey.readOrCreate(data);
    return data;
  }

  private static boolean isSignedBy(DataDirectory data, String[] parts) throws Exception {
    byte[] encoded = Base64.getDecoder().decode(SigningKey.readOrCreate(data).publicKey());
    var signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(
        KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded)));
    signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
    return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
  }

  private CommandResult familiar(Object... arguments) {
    Object[] all = Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--data";
    all[arguments.length + 1] = folder;
    return CommandResult.by(all);
  }
}
