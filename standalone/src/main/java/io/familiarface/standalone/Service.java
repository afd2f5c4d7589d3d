package io.familiarface.standalone;

import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;

/** The three services, in the order in which they are shown. */
public enum Service {
  CUSTOMERS,
  JOBS,
  FEEDBACK;

  /** Also the name of its database and of its role there. */
  public String shortName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String fullName() {
    return shortName() + "-service";
  }

  int port(Ports ports) {
    return ports.base() + ordinal();
  }

  URI url(Ports ports) {
    return URI.create("http://localhost:" + port(ports));
  }

  Path jar(Path root) {
    return root.resolve(fullName()).resolve("target/quarkus-app/quarkus-run.jar");
  }
}
