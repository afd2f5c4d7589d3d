package io.familiarface.standalone.command;

import io.familiarface.postgres.FolderLock;
import io.familiarface.standalone.DataDirectory;
import io.familiarface.standalone.Ports;
import io.familiarface.standalone.RunningInstance;
import io.familiarface.standalone.UserError;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that every command takes: which run of Familiar Face is meant. */
final class InstanceOptions {
  private static final int USUAL_BASE = 8081;

  @Option(
      names = "--port-base",
      paramLabel = "PORT",
      description = "First of four ports in a row; PostgreSQL has the last (default: 8081).")
  Integer portBase;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where the data are kept (default: .familiar beside the command).")
  Path data;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  boolean help;

  static Path root() {
    return Path.of(System.getProperty("familiar.root", ".")).toAbsolutePath().normalize();
  }

  DataDirectory dataDirectory() {
    return new DataDirectory(data == null ? root().resolve(".familiar") : data);
  }

  Ports ports() {
    return new Ports(portBase == null ? USUAL_BASE : portBase);
  }

  /** What runs in this data folder; with --port-base it must be what runs on those ports. */
  Optional<RunningInstance> running() {
    DataDirectory data = dataDirectory();
    if (!FolderLock.isHeld(data.lock())) {
      return Optional.empty();
    }
    Optional<RunningInstance> running = RunningInstance.read(data);
    running
        .filter(record -> portBase != null && record.portBase() != portBase)
        .ifPresent(
            other -> {
              throw new UserError(
                  "What runs in "
                      + data.path()
                      + " uses the ports from "
                      + other.portBase()
                      + ", not from "
                      + portBase
                      + ": give its --data too.");
            });
    return running;
  }

  /** How to name the same instance again on the command line. */
  String asOptions() {
    return (data == null ? "" : " --data " + data)
        + (portBase == null ? "" : " --port-base " + portBase);
  }
}
