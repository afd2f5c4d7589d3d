package io.familiarface.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What {@code postmaster.pid} in the data folder says, true or stale. */
record PostmasterPid(Path cluster, long pid) {

  static Optional<PostmasterPid> in(Path cluster) {
    Path file = file(cluster);
    try {
      List<String> lines = Files.readAllLines(file);
      return lines.isEmpty()
          ? Optional.empty()
          : Optional.of(new PostmasterPid(cluster, Long.parseLong(lines.get(0).strip())));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | NumberFormatException e) {
      throw new PostgresException(
          file + " cannot be read (" + e.getMessage() + "): remove it if no PostgreSQL runs.", e);
    }
  }

  boolean isAlive() {
    return process().isPresent();
  }

  /**
   * False when the number has since been given to some other program, the PostgreSQL of somebody
   * else included, or nobody buried it.
   */
  boolean isOurs() {
    return process()
        .filter(process -> !isZombie(process.pid()))
        .map(ProcessHandle::info)
        .filter(this::isOurs)
        .isPresent();
  }

  /** The command line names the data folder; who may not see it goes by the program. */
  private boolean isOurs(ProcessHandle.Info info) {
    return info.commandLine()
        .map(line -> line.contains("postgres") && line.contains(cluster.toString()))
        .orElseGet(() -> info.command().map(program -> program.contains("postgres")).orElse(true));
  }

  void remove() {
    try {
      Files.deleteIfExists(file(cluster));
    } catch (IOException e) {
      throw new PostgresException(
          "The stale " + file(cluster) + " cannot be removed: remove it.", e);
    }
  }

  private static Path file(Path cluster) {
    return cluster.resolve("postmaster.pid");
  }

  /** In a container whose first process is no init, a killed server stays a zombie for good. */
  private static boolean isZombie(long pid) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(pid), "stat")).contains(") Z ");
    } catch (IOException notLinuxOrGone) {
      return false;
    }
  }

  private Optional<ProcessHandle> process() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
  }
}
