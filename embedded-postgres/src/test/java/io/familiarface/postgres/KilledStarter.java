package io.familiarface.postgres;

import java.nio.file.Path;

/** A program that starts a server, says so, and waits to be killed. */
final class KilledStarter {
  private KilledStarter() {}

  public static void main(String[] arguments) throws InterruptedException {
    PostgresServer.start(
        Path.of(arguments[0]), Integer.parseInt(arguments[1]), System.err::println);
    System.out.println("started");
    Thread.sleep(Long.MAX_VALUE);
  }
}
