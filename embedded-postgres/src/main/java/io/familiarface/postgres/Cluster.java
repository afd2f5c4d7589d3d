package io.familiarface.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A data folder and the server that runs on it. */
final class Cluster {
  private static final String STILL_IN_USE = "still in use";
  private static final int TRIES = 10;

  private final Binaries binaries;
  private final RunAs runAs;
  private final Path folder;
  private final Path log;

  Cluster(Binaries binaries, RunAs runAs, Path folder, Path log) {
    this.binaries = binaries;
    this.runAs = runAs;
    this.folder = folder;
    this.log = log;
  }

  Path log() {
    return log;
  }

  boolean exists() {
    return Files.isDirectory(folder);
  }

  /** Password login from the first moment on: there is no time at which the server trusts. */
  void create(Path superuserPassword) throws IOException {
    Path unfinished = folder.resolveSibling(folder.getFileName() + ".unfinished");
    if (Files.exists(unfinished)) {
      Folders.delete(unfinished);
    }
    Files.createDirectories(unfinished);
    runAs.own(unfinished);
    var initdb =
        List.of(
            binaries.program("initdb"),
            "--pgdata=" + unfinished,
            "--username=" + PostgresServer.SUPERUSER,
            "--pwfile=" + superuserPassword,
            "--auth=scram-sha-256",
            "--set=scram_iterations=" + Provisioning.HASHES,
            "--encoding=UTF8",
            // The same order of names on every machine, whatever its C library says.
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8");
    ExternalCommand.Result result = ExternalCommand.run(runAs.command(initdb));
    if (!result.isSuccess()) {
      throw new PostgresException("PostgreSQL could not make its data folder: " + result.output());
    }
    Files.move(unfinished, folder);
  }

  void start(int port, ServerSettings settings) throws IOException {
    requireSameMajorVersion();
    runAs.own(folder);
    stopTheOneLeftBehind();
    var start =
        List.of(
            binaries.program("pg_ctl"),
            "start",
            "--pgdata=" + folder,
            "--log=" + log,
            "--wait",
            "--timeout=240",
            "--options=" + settings.with("port", Integer.toString(port)).asOptions());
    Files.createDirectories(log.getParent());
    for (int tries = 1; ; tries++) {
      long before = Files.exists(log) ? Files.size(log) : 0;
      if (!Files.exists(log)) {
        Files.createFile(log);
      }
      runAs.own(log);
      if (ExternalCommand.run(runAs.command(start)).isSuccess()) {
        return;
      }
      String said = logSince(before);
      // After a kill -9 of the postmaster its children need a moment to notice.
      if (tries == TRIES || !said.contains(STILL_IN_USE)) {
        throw new PostgresException("PostgreSQL did not start: " + lastLines(said));
      }
      pause();
    }
  }

  boolean isRunning() {
    return PostmasterPid.in(folder).filter(PostmasterPid::isOurs).isPresent();
  }

  void stop() {
    if (!isRunning()) {
      return;
    }
    ExternalCommand.Result result = ExternalCommand.run(stopCommand("fast"));
    if (!result.isSuccess()) {
      ExternalCommand.run(stopCommand("immediate"));
    }
  }

  List<String> stopCommand(String mode) {
    return runAs.command(
        List.of(
            binaries.program("pg_ctl"),
            "stop",
            "--pgdata=" + folder,
            "--mode=" + mode,
            "--wait",
            "--timeout=60"));
  }

  /** The files of one major version can't be read by another. */
  private void requireSameMajorVersion() throws IOException {
    String written = Files.readString(folder.resolve("PG_VERSION")).strip();
    String present = binaries.majorVersion();
    if (!written.equals(present)) {
      throw new PostgresException(
          """
          The data in %s were written by PostgreSQL %s, and this is PostgreSQL %s, which can't read \
          them. Nothing was changed. Take them along: ./familiar backup FILE with the version of \
          Familiar Face that wrote them, then ./familiar restore FILE --replace with this one."""
              .formatted(folder, written, present));
    }
  }

  private void stopTheOneLeftBehind() {
    PostmasterPid.in(folder)
        .filter(PostmasterPid::isAlive)
        .ifPresent(
            left -> {
              if (left.isOurs()) {
                stop();
              } else {
                left.remove();
              }
            });
  }

  private String logSince(long position) throws IOException {
    byte[] all = Files.readAllBytes(log);
    int from = (int) Math.min(position, all.length);
    return new String(all, from, all.length - from, StandardCharsets.UTF_8);
  }

  private static String lastLines(String text) {
    List<String> lines = text.lines().toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
  }

  private static void pause() {
    try {
      Thread.sleep(500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PostgresException("Interrupted while PostgreSQL was starting.", e);
    }
  }
}
