package io.familiarface.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What {@code postmaster.pid} in the data folder says, true or stale. */
record PostmasterPid(Path file, long pid) {

  static Optional<PostmasterPid> in(Path cluster) {
    Path file = cluster.resolve("postmaster.pid");
    try {
      List<String> lines = Files.readAllLines(file);
      return lines.isEmpty()
          ? Optional.empty()
          : Optional.of(new PostmasterPid(file, Long.parseLong(lines.get(0).strip())));
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

  /** False when the number has since been given to some other program, or nobody buried it. */
  boolean isPostgres() {
    return process()
        .filter(process -> !isZombie(process.pid()))
        .map(ProcessHandle::info)
        .map(info -> info.command().or(info::commandLine).orElse("postgres"))
        .filter(command -> command.contains("postgres"))
        .isPresent();
  }

  void remove() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new PostgresException("The stale " + file + " cannot be removed: remove it.", e);
    }
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
