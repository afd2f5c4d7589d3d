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

  /** Whether the demo company is in these data. */
  public boolean hasDemo() {
    return Files.exists(demo());
  }

  public void markDemoLoaded() {
    mark(demo());
  }

  /** Whether these are a company's own data, into which no demo is ever loaded. */
  public boolean isOwn() {
    return Files.exists(own());
  }

  public void markOwn() {
    mark(own());
  }

  /** What is restored here is nobody's yet. */
  void forgetWhose() {
    try {
      Files.deleteIfExists(demo());
      Files.deleteIfExists(own());
    } catch (IOException e) {
      throw new UserError("A mark in " + path + " cannot be removed: " + e.getMessage(), e);
    }
  }

  private static void mark(Path mark) {
    try {
      if (!Files.exists(mark)) {
        Files.createFile(mark);
      }
    } catch (IOException e) {
      throw new UserError(mark + " cannot be written: " + e.getMessage(), e);
    }
  }

  private Path demo() {
    return path.resolve("demo-is-there");
  }

  private Path own() {
    return path.resolve("no-demo");
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
        List.of(postgres(), replacedPostgres(), logs(), secrets(), running(), demo(), own())) {
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
