package io.familiarface.standalone;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a service is started quickly: its classes as the JVM wrote them down when it ended the first
 * time. An archive is named after the build and the JVM it was made by, so that another one is made
 * when either changes; one that a JVM can't use after all, it ignores.
 *
 * @param folder where the archives are; none are made or used without one
 */
record ClassDataArchives(Optional<Path> folder) {
  private static final String GENERATED = "quarkus/generated-bytecode.jar";
  private static final String MAIN = "io.quarkus.runner.GeneratedMain";

  /** The folder that the command {@code familiar} names; the archives belong to the build. */
  static ClassDataArchives configured() {
    return new ClassDataArchives(
        Optional.ofNullable(System.getProperty("familiar.archives")).map(Path::of));
  }

  /** What follows the other options of the JVM. */
  List<String> startOf(Path jar) {
    if (folder.isEmpty() || !Files.exists(jar.resolveSibling(GENERATED))) {
      return List.of("-jar", jar.toString());
    }
    try {
      return startOf(jar, folder.get());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> startOf(Path jar, Path folder) throws IOException {
    List<Path> classPath = classPath(jar.getParent());
    String service = jar.getParent().getParent().getParent().getFileName().toString();
    Path archive = folder.resolve(service + "-" + fingerprint(classPath) + ".jsa");
    List<String> options = new ArrayList<>();
    // So that whoever looks at the processes of the machine knows this one.
    options.add("-Dfamiliar.service=" + jar);
    // What the jar asks for in its manifest, which a class path does not read.
    options.add("--add-opens=java.base/java.lang=ALL-UNNAMED");
    // An archive that does not fit is no news to anybody.
    options.add("-Xlog:disable");
    options.add("-Xlog:all=error:stderr");
    if (Files.exists(archive)) {
      options.add("-XX:SharedArchiveFile=" + archive);
    } else {
      Files.createDirectories(folder);
      forgetOthers(folder, service);
      options.add("-XX:ArchiveClassesAtExit=" + archive);
    }
    options.add("-cp");
    options.add(
        classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    options.add(MAIN);
    return options;
  }

  /**
   * All jars of the service for the JVM's own class loader, since it archives no classes of others.
   * What Quarkus made of a class at the build stands before the class.
   */
  private static List<Path> classPath(Path app) throws IOException {
    List<Path> jars = new ArrayList<>();
    jars.add(app.resolve("quarkus/transformed-bytecode.jar"));
    jars.add(app.resolve(GENERATED));
    for (String folder : List.of("app", "lib/boot", "lib/main")) {
      try (Stream<Path> all = Files.list(app.resolve(folder))) {
        all.filter(file -> file.toString().endsWith(".jar")).sorted().forEach(jars::add);
      }
    }
    jars.removeIf(jar -> !Files.exists(jar));
    return jars;
  }

  private static String fingerprint(List<Path> classPath) throws IOException {
    StringBuilder all = new StringBuilder(System.getProperty("java.vm.version"));
    all.append(System.getProperty("java.home"));
    for (Path jar : classPath) {
      all.append(jar).append(Files.size(jar)).append(Files.getLastModifiedTime(jar));
    }
    return Integer.toHexString(all.toString().hashCode());
  }

  private static void forgetOthers(Path folder, String service) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      for (Path old :
          all.filter(file -> file.getFileName().toString().startsWith(service + "-")).toList()) {
        Files.deleteIfExists(old);
      }
    }
  }
}
