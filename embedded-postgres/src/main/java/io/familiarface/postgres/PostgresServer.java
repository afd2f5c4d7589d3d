package io.familiarface.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;

/**
 * A PostgreSQL server that runs as long as it is open, and never longer than this JVM. It listens
 * on this machine alone and lets nobody in without a password.
 */
public final class PostgresServer implements AutoCloseable {
  static final String HOST = "127.0.0.1";
  static final String SUPERUSER = "postgres";

  private final Cluster cluster;
  private final FolderLock lock;
  private final JvmWatchdog watchdog;
  private final PostgresDatabase administration;
  private final ServerSupervision supervision;

  private PostgresServer(
      Cluster cluster,
      FolderLock lock,
      JvmWatchdog watchdog,
      PostgresDatabase administration,
      ServerSupervision supervision) {
    this.cluster = cluster;
    this.lock = lock;
    this.watchdog = watchdog;
    this.administration = administration;
    this.supervision = supervision;
  }

  /**
   * Starts a server whose data stay in {@code home}, made on the first start. What a crash or a
   * {@code kill -9} left behind is cleared up first. The password of the superuser is in {@code
   * home/superuser.password}, readable by its owner alone. A server that ends by itself is started
   * again, as often as it takes.
   *
   * @param tell told in words when that happens
   * @throws PostgresException when the folder is in use or the server does not start
   */
  public static PostgresServer start(Path home, int port, Consumer<String> tell) {
    RunAs runAs = RunAs.choose();
    return start(home, port, runAs.programs(home), ServerSettings.durable(), runAs, tell);
  }

  static PostgresServer start(
      Path home,
      int port,
      Path programs,
      ServerSettings settings,
      RunAs runAs,
      Consumer<String> tell) {
    Path absolute = home.toAbsolutePath().normalize();
    Binaries binaries = Binaries.unpackedBelow(programs.toAbsolutePath().normalize());
    FolderLock lock = lock(absolute);
    try {
      Path passwordFile = absolute.resolve("superuser.password");
      String password = PasswordFile.readOrCreate(passwordFile);
      var cluster =
          new Cluster(
              binaries,
              runAs,
              absolute.resolve("cluster"),
              absolute.resolve("log").resolve("postgresql.log"));
      if (!cluster.exists()) {
        cluster.create(passwordFile);
      }
      JvmWatchdog watchdog = JvmWatchdog.runAfterExit(cluster.stopCommand("fast"));
      try {
        cluster.start(port, settings);
      } catch (IOException | RuntimeException e) {
        watchdog.close();
        throw e;
      }
      return new PostgresServer(
          cluster,
          lock,
          watchdog,
          new PostgresDatabase(port, "postgres", SUPERUSER, password),
          ServerSupervision.begin(cluster, port, settings, tell));
    } catch (IOException e) {
      lock.close();
      throw new PostgresException("PostgreSQL cannot use the folder " + home + ": " + e, e);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  public int port() {
    return administration.port();
  }

  /**
   * The database of that name and the role of that name that owns it, made if missing, with this
   * password from now on. No other role may connect to it.
   *
   * @param password made by chance, as {@link PasswordFile} does
   */
  public PostgresDatabase database(String name, String password) {
    try (Connection connection = administration.connect()) {
      return new Provisioning(connection, port()).database(name, password);
    } catch (SQLException e) {
      throw new PostgresException("The database " + name + " could not be set up.", e);
    }
  }

  /** What the server itself says. */
  Path log() {
    return cluster.log();
  }

  /** The superuser's own database. */
  public PostgresDatabase administration() {
    return administration;
  }

  /** Stops the server in good order; what was committed stays. */
  @Override
  public void close() {
    supervision.close();
    cluster.stop();
    watchdog.close();
    lock.close();
  }

  private static FolderLock lock(Path home) {
    try {
      Files.createDirectories(home);
    } catch (IOException e) {
      throw new PostgresException("PostgreSQL cannot write to the folder " + home + ": " + e, e);
    }
    return FolderLock.tryTake(home.resolve("server.lock"))
        .orElseThrow(
            () ->
                new PostgresException(
                    "The folder " + home + " is in use by another program: stop that one first."));
  }
}
