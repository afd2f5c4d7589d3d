package io.familiarface.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;

/** Four ports in a row: the three services, then PostgreSQL. */
public record Ports(int base) {
  private static final int COUNT = 4;
  private static final int HIGHEST = 65_535;

  public Ports {
    if (base < 1 || base + COUNT - 1 > HIGHEST) {
      throw new UserError(
          "--port-base " + base + " is no port: choose one from 1024 to " + (HIGHEST - COUNT + 1));
    }
  }

  public int postgres() {
    return base + COUNT - 1;
  }

  void requireFree() {
    IntStream.range(base, base + COUNT)
        .filter(port -> !isFree(port))
        .findFirst()
        .ifPresent(
            taken -> {
              throw new UserError(
                  "Port "
                      + taken
                      + " is taken by another program: choose four free ones with --port-base.");
            });
  }

  public boolean areFree() {
    return IntStream.range(base, base + COUNT).allMatch(Ports::isFree);
  }

  public boolean isTaken(int port) {
    return !isFree(port);
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
