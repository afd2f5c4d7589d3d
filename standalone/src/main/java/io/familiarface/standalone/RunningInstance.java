package io.familiarface.standalone;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.familiarface.postgres.PrivateFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a launcher writes down about itself, so that another one finds it, or cleans up after it.
 *
 * @param launcher process id of the launcher
 * @param portBase first of its four ports
 * @param services process ids by the services' names
 */
public record RunningInstance(long launcher, int portBase, Map<String, Long> services) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public RunningInstance {
    services = Map.copyOf(services);
  }

  static RunningInstance ofThisLauncher(Ports ports) {
    return new RunningInstance(ProcessHandle.current().pid(), ports.base(), Map.of());
  }

  public static Optional<RunningInstance> read(DataDirectory data) {
    if (!Files.exists(data.running())) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(data.running().toFile(), RunningInstance.class));
    } catch (IOException e) {
      throw new UserError(data.running() + " is damaged: remove it, then try again.", e);
    }
  }

  public URI url(Service service) {
    return service.url(ports());
  }

  public Ports ports() {
    return new Ports(portBase);
  }

  RunningInstance with(Service service, long pid) {
    var more = new TreeMap<>(services);
    more.put(service.shortName(), pid);
    return new RunningInstance(launcher, portBase, more);
  }

  void write(DataDirectory data) {
    try {
      PrivateFile.write(data.running(), JSON.writeValueAsString(this));
    } catch (IOException e) {
      throw new UserError(data.running() + " cannot be written: " + e.getMessage(), e);
    }
  }

  static void remove(DataDirectory data) {
    try {
      Files.deleteIfExists(data.running());
    } catch (IOException e) {
      throw new UserError(data.running() + " cannot be removed: " + e.getMessage(), e);
    }
  }
}
