package io.familiarface.standalone;

import io.familiarface.postgres.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** The data folder and what lies where in it. */
public record DataDirectory(Path path) {

  public DataDirectory {
    path = path.toAbsolutePath().normalize();
  }

  Path postgres() {
    return path.resolve("postgres");
  }

  /** What a restore put aside. */
  Path replacedPostgres() {
    return path.resolve("postgres.replaced");
  }

  Path logs() {
    return path.resolve("logs");
  }

  Path log(Service service) {
    return logs().resolve(service.fullName() + ".log");
  }

  Path privateKey() {
    return secrets().resolve("token-signing-key");
  }

  Path publicKey() {
    return secrets().resolve("token-signing-key.pub");
  }

  Path databasePassword(Service service) {
    return secrets().resolve(service.shortName() + "-database.password");
  }

  Path serviceToken() {
    return secrets().resolve("service-token");
  }

  Path running() {
    return path.resolve("running.json");
  }

  public Path lock() {
    return path.resolve("familiar.lock");
  }

  public boolean hasDemo() {
    return Files.exists(demo());
  }

  public void markDemoLoaded() {
    try {
      Files.createFile(demo());
    } catch (IOException e) {
      throw new UserError(demo() + " cannot be written: " + e.getMessage(), e);
    }
  }

  private Path demo() {
    return path.resolve("demo-is-there");
  }

  private Path secrets() {
    return path.resolve("secrets");
  }

  void prepare() {
    try {
      Files.createDirectories(secrets());
      Files.setPosixFilePermissions(secrets(), PosixFilePermissions.fromString("rwx------"));
      Files.createDirectories(logs());
      Files.delete(Files.createTempFile(path, "may-i-write", null));
    } catch (IOException e) {
      throw new UserError(
          "The folder " + path + " cannot be written to: choose another with --data DIR.", e);
    }
  }

  /** Forgets everything, but only what is ours: the path may be one that holds other things. */
  void clear() {
    for (Path ours :
        List.of(postgres(), replacedPostgres(), logs(), secrets(), running(), demo())) {
      try {
        if (Files.exists(ours)) {
          Folders.delete(ours);
        }
      } catch (IOException e) {
        throw new UserError(
            "The old data in " + ours + " could not be removed: " + e.getMessage(), e);
      }
    }
  }
}
