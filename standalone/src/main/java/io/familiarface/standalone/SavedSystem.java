package io.familiarface.standalone;

import io.familiarface.postgres.Backup;
import io.familiarface.postgres.FolderLock;
import io.familiarface.postgres.Folders;
import io.familiarface.postgres.PasswordFile;
import io.familiarface.postgres.PostgresDatabase;
import io.familiarface.postgres.PostgresException;
import io.familiarface.postgres.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * The data of the three services in one file, which a later version of PostgreSQL reads as well.
 *
 * <p>Each database is saved as of one moment of its own. What a service had not yet heard of
 * another by then it hears after the restore, and where it had heard more than the other one's
 * backup knows, it builds its copies anew: every feed begins a new epoch in a restored database.
 */
public final class SavedSystem {
  /** An entry that the file of a demo company has. */
  private static final String DEMO = "demo-is-there";

  private final Path file;

  public SavedSystem(Path file) {
    this.file = file.toAbsolutePath().normalize();
  }

  /** Writes the file, while Familiar Face runs or while it does not. */
  public void write(DataDirectory data, Ports ports, Progress progress) {
    if (Files.exists(file)) {
      throw new UserError(file + " is there already: name another file, nothing was written.");
    }
    Optional<FolderLock> lock =
        Files.isDirectory(data.postgres()) ? FolderLock.tryTake(data.lock()) : Optional.empty();
    if (lock.isPresent()) {
      try (FolderLock held = lock.get();
          PostgresServer postgres = server(data.postgres(), ports, progress)) {
        writeAll(
            service -> postgres.database(service.shortName(), password(data, service)),
            data.hasDemo(),
            progress);
      }
      return;
    }
    RunningInstance running =
        RunningInstance.read(data)
            .orElseThrow(() -> new UserError("There are no data in " + data.path() + " to save."));
    writeAll(
        service ->
            new PostgresDatabase(
                running.ports().postgres(),
                service.shortName(),
                service.shortName(),
                password(data, service)),
        data.hasDemo(),
        progress);
  }

  /**
   * Puts the data of the file in place of those in the folder, which are kept beside them.
   *
   * @param replace whether there may be data already
   */
  public void restore(DataDirectory data, Ports ports, boolean replace, Progress progress) {
    if (!Files.isRegularFile(file)) {
      throw new UserError("There is no file " + file);
    }
    data.prepare();
    try (FolderLock held =
        FolderLock.tryTake(data.lock())
            .orElseThrow(
                () -> new UserError("Familiar Face runs here: end it first by ./familiar stop"))) {
      if (Files.exists(data.postgres()) && !replace) {
        throw new UserError(
            "There are data in %s already. With --replace those of the file take their place; the present ones are then kept in %s."
                .formatted(data.postgres(), data.replacedPostgres()));
      }
      Path restored = data.postgres().resolveSibling("postgres.restoring");
      deleteIfExists(restored);
      fill(restored, data, ports, progress);
      if (Files.exists(data.postgres())) {
        deleteIfExists(data.replacedPostgres());
        Files.move(data.postgres(), data.replacedPostgres());
      }
      Files.move(restored, data.postgres());
      data.forgetWhose();
      if (isOfDemo()) {
        data.markDemoLoaded();
      } else {
        data.markOwn();
      }
    } catch (IOException e) {
      throw new UserError("The backup could not be restored: " + e, e);
    }
  }

  private boolean isOfDemo() throws IOException {
    try (var zip = new ZipFile(file.toFile())) {
      return zip.getEntry(DEMO) != null;
    }
  }

  private void fill(Path home, DataDirectory data, Ports ports, Progress progress)
      throws IOException {
    try (PostgresServer postgres = server(home, ports, progress);
        var zip = new ZipFile(file.toFile())) {
      for (Service service : Service.values()) {
        PostgresDatabase database = postgres.database(service.shortName(), password(data, service));
        progress.step(
            "Restoring " + service.shortName(),
            () -> {
              restore(zip, service, database);
            });
      }
    }
  }

  private void restore(ZipFile zip, Service service, PostgresDatabase database) {
    try {
      Backup.restore(zip, service.shortName(), database);
    } catch (IOException | PostgresException e) {
      throw new UserError(file + " could not be restored: " + e.getMessage(), e);
    }
  }

  private void writeAll(
      Function<Service, PostgresDatabase> databases, boolean hasDemo, Progress progress) {
    Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
    try {
      try (var zip = new ZipOutputStream(Files.newOutputStream(unfinished))) {
        for (Service service : Service.values()) {
          progress.step(
              "Saving " + service.shortName(), () -> write(databases.apply(service), zip, service));
        }
        if (hasDemo) {
          zip.putNextEntry(new ZipEntry(DEMO));
          zip.closeEntry();
        }
      }
      Files.move(unfinished, file);
    } catch (IOException e) {
      throw new UserError(file + " could not be written: " + e, e);
    } finally {
      deleteIfExists(unfinished);
    }
  }

  private void write(PostgresDatabase database, ZipOutputStream zip, Service service) {
    try {
      Backup.write(database, zip, service.shortName());
    } catch (IOException | PostgresException e) {
      throw new UserError(file + " could not be written: " + e.getMessage(), e);
    }
  }

  private static PostgresServer server(Path home, Ports ports, Progress progress) {
    try {
      return PostgresServer.start(home, ports.postgres(), progress::say);
    } catch (PostgresException e) {
      throw new UserError(e.getMessage(), e);
    }
  }

  private static String password(DataDirectory data, Service service) {
    return PasswordFile.readOrCreate(data.databasePassword(service));
  }

  private static void deleteIfExists(Path path) {
    try {
      if (Files.exists(path)) {
        Folders.delete(path);
      }
    } catch (IOException e) {
      throw new UserError(path + " could not be removed: " + e, e);
    }
  }
}
