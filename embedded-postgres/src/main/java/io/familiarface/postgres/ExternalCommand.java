package io.familiarface.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a program to its end. */
final class ExternalCommand {
  private static final long LONGEST_SECONDS = 300;

  private ExternalCommand() {}

  record Result(int exitCode, String output) {
    boolean isSuccess() {
      return exitCode == 0;
    }
  }

  static Result run(List<String> command) {
    try {
      // A file, not a pipe: a server that the program leaves behind would hold a pipe open.
      Path output = Files.createTempFile("familiar-", ".out");
      try {
        Process process = builder(command).redirectOutput(output.toFile()).start();
        process.getOutputStream().close();
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
          process.destroyForcibly();
          throw new PostgresException(
              command.get(0) + " did not end within " + LONGEST_SECONDS + " seconds.");
        }
        return new Result(
            process.exitValue(), Files.readString(output, StandardCharsets.UTF_8).strip());
      } finally {
        Files.deleteIfExists(output);
      }
    } catch (IOException e) {
      throw new PostgresException(command.get(0) + " could not be run: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PostgresException("Interrupted while " + command.get(0) + " was running.", e);
    }
  }

  static ProcessBuilder builder(List<String> command) {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    // PGPORT, PGDATA and the like are meant for somebody else's server.
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    return builder;
  }
}
