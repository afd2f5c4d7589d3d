package io.familiarface.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The data folder and what lies where in it. */
public record Home(Path folder) {

  public Home {
    folder = folder.toAbsolutePath().normalize();
  }

  Path postgres() {
    return folder.resolve("postgres");
  }

  Path logs() {
    return folder.resolve("logs");
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
    return folder.resolve("running.json");
  }

  Path lock() {
    return folder.resolve("familiar.lock");
  }

  public boolean hasDemo() {
    return Files.exists(demo());
  }

  public void noteDemo() {
    try {
      Files.createFile(demo());
    } catch (IOException e) {
      throw new Trouble(demo() + " cannot be written: " + e.getMessage(), e);
    }
  }

  private Path demo() {
    return folder.resolve("demo-is-there");
  }

  private Path secrets() {
    return folder.resolve("secrets");
  }

  void makeWritable() {
    try {
      Files.createDirectories(secrets());
      Files.setPosixFilePermissions(secrets(), PosixFilePermissions.fromString("rwx------"));
      Files.createDirectories(logs());
      Files.delete(Files.createTempFile(folder, "may-i-write", null));
    } catch (IOException e) {
      throw new Trouble(
          "The folder " + folder + " cannot be written to: choose another with --data DIR.", e);
    }
  }

  /** Forgets everything, but only what is ours: the folder may be one that holds other things. */
  void empty() {
    for (Path ours : List.of(postgres(), logs(), secrets(), running(), demo())) {
      delete(ours);
    }
  }

  private static void delete(Path path) {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> all = Files.walk(path)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    } catch (IOException e) {
      throw new Trouble("The old data in " + path + " could not be removed: " + e.getMessage(), e);
    }
  }
}
