package io.familiarface.standalone;

import io.familiarface.postgres.Durability;
import io.familiarface.postgres.FolderLock;
import io.familiarface.postgres.LogFile;
import io.familiarface.postgres.PasswordFile;
import io.familiarface.postgres.PostgresDatabase;
import io.familiarface.postgres.PostgresException;
import io.familiarface.postgres.PostgresServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The whole of Familiar Face on this machine: PostgreSQL and the three services. */
public final class LocalSystem implements AutoCloseable {
  private final Path root;
  private final DataDirectory data;
  private final Ports ports;
  private final Progress progress;
  private final Map<Service, SupervisedService> services = new EnumMap<>(Service.class);
  private final ScheduledExecutorService logRotation =
      Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("log-rotation"));

  private volatile FolderLock lock;
  private RunningInstance running;
  private PostgresServer postgres;
  private ServiceTokenFile serviceToken;
  private TokenIssuer tokens;

  /**
   * @param root where the services were built
   * @param data where the data are
   */
  public LocalSystem(Path root, DataDirectory data, Ports ports, Progress progress) {
    this.root = root;
    this.data = data;
    this.ports = ports;
    this.progress = progress;
  }

  /** Starts everything, with the settings that the services have by themselves. */
  public void start(boolean fresh) {
    start(fresh, Map.of());
  }

  /**
   * Starts everything and returns when everything is ready.
   *
   * @param fresh whether to forget the data of earlier runs
   * @param settings of the services, as environment variables; those of this process go before
   * @throws UserError when something stands in the way; what was started is then stopped by close
   */
  public void start(boolean fresh, Map<String, String> settings) {
    data.prepare();
    takeLock();
    if (OrphanedServices.terminate(data) > 0) {
      progress.say("  Ended services that an earlier run had left behind.");
    }
    if (fresh) {
      data.clear();
      data.prepare();
    }
    ports.requireFree();
    requireBuilt();
    record(RunningInstance.ofThisLauncher(ports));
    SigningKey key = SigningKey.readOrCreate(data);
    tokens = new TokenIssuer(key, Clock.systemUTC());
    serviceToken = ServiceTokenFile.keepFresh(tokens, data.serviceToken());
    progress.step("PostgreSQL", this::startPostgres);
    var environment = new ServiceEnvironment(data, ports, key, settings);
    for (Service service : Service.values()) {
      startService(service, environment);
    }
    services.forEach((service, process) -> progress.step(service.fullName(), process::awaitReady));
    logRotation.scheduleWithFixedDelay(this::rotateLogs, 1, 1, TimeUnit.MINUTES);
  }

  private void rotateLogs() {
    try {
      for (Service service : Service.values()) {
        new LogFile(data.log(service)).rotateIfLarge();
      }
    } catch (IOException e) {
      progress.say("A log could not be set aside: " + e);
    }
  }

  /** Whether there is anything to stop. */
  public boolean isStarted() {
    return lock != null;
  }

  public DataDirectory dataDirectory() {
    return data;
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

  public TokenIssuer tokens() {
    return tokens;
  }

  public ServiceClient client(Service service, TokenClaims claims) {
    return ServiceClient.to(url(service), tokens.issue(claims));
  }

  /** Stops in good order: first the services, then what they stand on. */
  @Override
  public synchronized void close() {
    logRotation.shutdownNow();
    services.values().forEach(SupervisedService::requestStop);
    services.values().forEach(SupervisedService::awaitStop);
    if (postgres != null) {
      postgres.close();
      postgres = null;
    }
    if (serviceToken != null) {
      serviceToken.close();
    }
    if (lock != null) {
      RunningInstance.remove(data);
      lock.close();
      lock = null;
    }
  }

  private void takeLock() {
    lock =
        FolderLock.tryTake(data.lock())
            .orElseThrow(
                () ->
                    new UserError(
                        RunningInstance.read(data)
                            .map(
                                running ->
                                    "Familiar Face already runs on "
                                        + running.url(Service.CUSTOMERS)
                                        + " (process "
                                        + running.launcher()
                                        + "): ./familiar status says more, ./familiar stop ends"
                                        + " it.")
                            .orElse("Familiar Face is just starting or stopping: try again.")));
  }

  private void requireBuilt() {
    for (Service service : Service.values()) {
      if (!Files.exists(service.jar(root))) {
        throw new UserError(
            service.jar(root) + " is not there: build it by ./mvnw package -DskipTests");
      }
    }
  }

  private void startPostgres() {
    try {
      postgres = PostgresServer.start(data.postgres(), ports.postgres(), progress::say);
    } catch (PostgresException e) {
      throw new UserError(e.getMessage(), e);
    }
  }

  private void startService(Service service, ServiceEnvironment environment) {
    String password = PasswordFile.readOrCreate(data.databasePassword(service));
    PostgresDatabase database = postgres.database(service.shortName(), password);
    try {
      Durability.require(database);
    } catch (PostgresException e) {
      throw new UserError(e.getMessage(), e);
    }
    Path log = data.log(service);
    var supervised =
        new SupervisedService(
            service,
            log,
            () ->
                ServiceProcess.start(
                    service.jar(root), data, log, url(service), environment.of(service, database)),
            progress::say,
            pid -> record(service, pid));
    services.put(service, supervised);
    supervised.start();
  }

  private void record(RunningInstance now) {
    synchronized (services) {
      running = now;
      running.write(data);
    }
  }

  private void record(Service service, long pid) {
    synchronized (services) {
      record(running.with(service, pid));
    }
  }
}
