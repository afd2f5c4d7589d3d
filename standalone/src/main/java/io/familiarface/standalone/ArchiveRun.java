package io.familiarface.standalone;

import io.familiarface.postgres.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * One run of the services for nobody, at the end of which each writes down the classes that it
 * needed. It leaves nothing but the archives.
 */
public final class ArchiveRun {
  private static final int FIRST_PORT = 28_481;
  private static final int LAST_PORT = 60_000;
  private static final int PORTS_APART = 10;
  private static final Duration TOKEN_VALID = Duration.ofHours(1);

  /** Asked of each service, so that not only the start is in the archive. */
  private static final Map<Service, List<String>> ASKED =
      Map.of(
          Service.CUSTOMERS,
          List.of("/v1/customers", "/v1/referrals", "/v1/audit"),
          Service.JOBS,
          List.of("/v1/visits", "/v1/technicians", "/v1/agreements", "/v1/notices"),
          Service.FEEDBACK,
          List.of("/v1/feedback", "/v1/risks", "/v1/flags", "/v1/complaints"));

  private final Path root;
  private final Progress progress;

  /**
   * @param root where the services were built
   */
  public ArchiveRun(Path root, Progress progress) {
    this.root = root;
    this.progress = progress;
  }

  /** Whether every service has its archive already. */
  public boolean isDone() {
    ClassDataArchives archives = ClassDataArchives.configured();
    return List.of(Service.values()).stream()
        .allMatch(service -> archives.isThereFor(service.jar(root)));
  }

  /**
   * @throws UserError when the services could not be started
   */
  public void run() throws IOException {
    System.setProperty(ClassDataArchives.WRITE, "true");
    Path folder = Files.createTempDirectory("familiar-archive-");
    try (var system = new LocalSystem(root, new DataDirectory(folder), freePorts(), progress)) {
      system.start(false);
      ASKED.forEach(
          (service, paths) -> {
            ServiceClient client =
                system.client(service, TokenClaims.of("admin", "archive", TOKEN_VALID));
            paths.forEach(client::get);
          });
    } finally {
      System.clearProperty(ClassDataArchives.WRITE);
      Folders.delete(folder);
    }
  }

  private static Ports freePorts() {
    return IntStream.iterate(FIRST_PORT, base -> base < LAST_PORT, base -> base + PORTS_APART)
        .mapToObj(Ports::new)
        .filter(Ports::areFree)
        .findFirst()
        .orElseThrow(() -> new UserError("No four free ports were found."));
  }
}
