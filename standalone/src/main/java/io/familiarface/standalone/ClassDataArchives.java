package io.familiarface.standalone;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a service is started quickly: its classes as a JVM wrote them down when it ended, which the
 * build lets it do once, see {@link ArchiveRun}. An archive is named after the build and the JVM it
 * was made by, so that none is read by another; one that a JVM can't use after all, it ignores.
 *
 * @param folder where the archives are; none are made or used without one
 * @param writing whether a service whose archive is missing writes it when it ends, which takes
 *     longer than all else that it has to do then
 */
public record ClassDataArchives(Optional<Path> folder, boolean writing) {
  /** Whether archives are written, as a system property. */
  public static final String WRITE = "familiar.archives.write";

  private static final String UNFINISHED = ".part";

  /** From JDK 25 on, what methods did is kept with the classes. */
  private static final boolean WITH_PROFILES = Runtime.version().feature() >= 25;

  private static final String READ = WITH_PROFILES ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=";
  private static final String WRITE_AT_EXIT =
      WITH_PROFILES ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=";
  private static final String GENERATED = "quarkus/generated-bytecode.jar";
  private static final String MAIN = "io.quarkus.runner.GeneratedMain";

  /** The folder that the command {@code familiar} names; the archives belong to the build. */
  public static ClassDataArchives configured() {
    return new ClassDataArchives(
        Optional.ofNullable(System.getProperty("familiar.archives")).map(Path::of),
        Boolean.getBoolean(WRITE));
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

  /** Whether a start of the service can read an archive; true where there are none at all. */
  public boolean isThereFor(Path jar) {
    return folder.isEmpty()
        || !Files.exists(jar.resolveSibling(GENERATED))
        || Files.exists(archive(jar, folder.get()));
  }

  /**
   * After the end of a service: what it wrote is read from now on. One that was killed wrote none.
   */
  public void keepWritten(Path jar) {
    if (!writing || folder.isEmpty()) {
      return;
    }
    Path archive = archive(jar, folder.get());
    Path written = unfinished(archive);
    try {
      if (Files.exists(written)) {
        Files.move(written, archive, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> startOf(Path jar, Path folder) throws IOException {
    Path archive = archive(jar, folder);
    List<String> options = new ArrayList<>();
    // So that whoever looks at the processes of the machine knows this one.
    options.add("-Dfamiliar.service=" + jar);
    // What the jar asks for in its manifest, which a class path does not read.
    options.add("--add-opens=java.base/java.lang=ALL-UNNAMED");
    // An archive that does not fit is no news to anybody.
    options.add("-Xlog:disable");
    options.add("-Xlog:all=error:stderr");
    if (Files.exists(archive)) {
      options.add(READ + archive);
    } else if (writing) {
      Files.createDirectories(folder);
      forgetOthers(folder, name(jar));
      options.add(WRITE_AT_EXIT + unfinished(archive));
    }
    options.add("-cp");
    options.add(
        classPath(jar.getParent()).stream()
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator)));
    options.add(MAIN);
    return options;
  }

  private static Path archive(Path jar, Path folder) {
    try {
      return folder.resolve(name(jar) + "-" + fingerprint(classPath(jar.getParent())) + ".jsa");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path unfinished(Path archive) {
    return archive.resolveSibling(archive.getFileName() + UNFINISHED);
  }

  private static String name(Path jar) {
    return jar.getParent().getParent().getParent().getFileName().toString();
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
