package io.familiarface.standalone;

import io.familiarface.postgres.Database;
import io.familiarface.postgres.Durability;
import io.familiarface.postgres.FolderLock;
import io.familiarface.postgres.PasswordFile;
import io.familiarface.postgres.PostgresException;
import io.familiarface.postgres.PostgresServer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;

/** The whole of Familiar Face on this machine: PostgreSQL and the three services. */
public final class LocalSystem implements AutoCloseable {
  private final Path root;
  private final Home home;
  private final Ports ports;
  private final Progress progress;
  private final Map<Service, SupervisedService> services = new EnumMap<>(Service.class);

  private volatile FolderLock lock;
  private RunningRecord record;
  private PostgresServer postgres;
  private ServiceToken serviceToken;
  private Tokens tokens;

  /**
   * @param root where the services were built
   * @param home where the data are
   */
  public LocalSystem(Path root, Home home, Ports ports, Progress progress) {
    this.root = root;
    this.home = home;
    this.ports = ports;
    this.progress = progress;
  }

  /**
   * Starts everything and returns when everything is ready.
   *
   * @param fresh whether to forget the data of earlier runs
   * @throws Trouble when something stands in the way; what was started is then stopped by close
   */
  public void start(boolean fresh) {
    home.makeWritable();
    takeLock();
    if (LeftBehind.end(home) > 0) {
      progress.say("  Ended services that an earlier run had left behind.");
    }
    if (fresh) {
      home.empty();
      home.makeWritable();
    }
    ports.requireFree();
    requireBuilt();
    writeDown(RunningRecord.ofThisLauncher(ports));
    SigningKey key = SigningKey.readOrCreate(home);
    tokens = new Tokens(key, Clock.systemUTC());
    serviceToken = ServiceToken.keepFresh(tokens, home.serviceToken());
    progress.step("PostgreSQL", this::startPostgres);
    var environment = new ServiceEnvironment(home, ports, key);
    for (Service service : Service.values()) {
      startService(service, environment);
    }
    services.forEach((service, process) -> progress.step(service.fullName(), process::awaitReady));
  }

  /** Whether there is anything to stop. */
  boolean isStarted() {
    return lock != null;
  }

  public Home home() {
    return home;
  }

  public Ports ports() {
    return ports;
  }

  public URI url(Service service) {
    return service.url(ports);
  }

  /** Changes when a service had to be started again. */
  public long pid(Service service) {
    return services.get(service).pid();
  }

  public Tokens tokens() {
    return tokens;
  }

  public ServiceClient client(Service service, Bearer bearer) {
    return ServiceClient.to(url(service), tokens.of(bearer));
  }

  /** Stops in good order: first the services, then what they stand on. */
  @Override
  public synchronized void close() {
    services.values().forEach(SupervisedService::askToEnd);
    services.values().forEach(SupervisedService::awaitEnd);
    if (postgres != null) {
      postgres.close();
      postgres = null;
    }
    if (serviceToken != null) {
      serviceToken.close();
    }
    if (lock != null) {
      RunningRecord.remove(home);
      lock.close();
      lock = null;
    }
  }

  private void takeLock() {
    lock =
        FolderLock.tryTake(home.lock())
            .orElseThrow(
                () ->
                    new Trouble(
                        RunningRecord.read(home)
                            .map(
                                running ->
                                    "Familiar Face already runs on "
                                        + Service.CUSTOMERS.url(new Ports(running.portBase()))
                                        + " (process "
                                        + running.launcher()
                                        + "): ./familiar status says more, ./familiar stop ends"
                                        + " it.")
                            .orElse("Familiar Face is just starting or stopping: try again.")));
  }

  private void requireBuilt() {
    for (Service service : Service.values()) {
      if (!Files.exists(service.jar(root))) {
        throw new Trouble(
            service.jar(root) + " is not there: build it by ./mvnw package -DskipTests");
      }
    }
  }

  private void startPostgres() {
    try {
      postgres = PostgresServer.start(home.postgres(), ports.postgres());
    } catch (PostgresException e) {
      throw new Trouble(e.getMessage(), e);
    }
  }

  private void startService(Service service, ServiceEnvironment environment) {
    String password = PasswordFile.readOrCreate(home.databasePassword(service));
    Database database = postgres.database(service.shortName(), password);
    try {
      Durability.prove(database);
    } catch (PostgresException e) {
      throw new Trouble(e.getMessage(), e);
    }
    Path log = home.log(service);
    var supervised =
        new SupervisedService(
            service,
            log,
            () ->
                ServiceProcess.start(
                    service.jar(root), log, url(service), environment.of(service, database)),
            progress::say,
            pid -> writeDown(service, pid));
    services.put(service, supervised);
    supervised.start();
  }

  private void writeDown(RunningRecord now) {
    synchronized (services) {
      record = now;
      record.write(home);
    }
  }

  private void writeDown(Service service, long pid) {
    synchronized (services) {
      writeDown(record.with(service, pid));
    }
  }
}
