package io.familiarface.standalone;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * Stands in for a service where the launcher is tested and nothing else: it is ready at once, has
 * no feeds, and ends when it is told to.
 */
final class FakeService {
  private FakeService() {}

  public static void main(String[] arguments) throws IOException {
    requireDatabase(System.getenv("QUARKUS_DATASOURCE_JDBC_URL"));
    int port = Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT"));
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] none = "[]".getBytes(StandardCharsets.US_ASCII);
          exchange.sendResponseHeaders(200, none.length);
          exchange.getResponseBody().write(none);
          exchange.close();
        });
    server.start();
    System.out.println("up");
  }

  /** As a service does, which brings its tables up to date at its start. */
  private static void requireDatabase(String url) {
    URI address = URI.create(url.substring("jdbc:".length()));
    try (Socket connection = new Socket()) {
      connection.connect(new InetSocketAddress(address.getHost(), address.getPort()), 1000);
    } catch (IOException e) {
      System.out.println("the database is away");
      System.exit(1);
    }
  }

  /** Does not come up. */
  static final class Broken {
    private Broken() {}

    public static void main(String[] arguments) {
      System.out.println("I have no idea what a database is");
      System.exit(1);
    }
  }

  /** Lays packed services below the root, as the build would. */
  static void packBelow(Path root, List<Service> broken) throws IOException {
    for (Service service : Service.values()) {
      Path jar = service.jar(root);
      Files.createDirectories(jar.getParent());
      Class<?> main = broken.contains(service) ? Broken.class : FakeService.class;
      var manifest = new Manifest();
      Attributes attributes = manifest.getMainAttributes();
      attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
      attributes.put(Attributes.Name.MAIN_CLASS, main.getName());
      attributes.put(
          Attributes.Name.CLASS_PATH,
          main.getProtectionDomain().getCodeSource().getLocation().toString());
      new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    }
  }
}
