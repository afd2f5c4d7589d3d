package io.familiarface.jobs.accounting.push;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Whether we may call an address: a receiver is in the public network, not in ours. */
final class TargetAddress {
  private static final Duration LONGEST_LOOK_UP = Duration.ofSeconds(3);

  /** A look-up can't be interrupted: one that takes long is left to itself. */
  private static final Executor LOOK_UPS =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "webhook-look-up");
            thread.setDaemon(true);
            return thread;
          });

  private TargetAddress() {}

  /**
   * Why it may not be called; empty if it may.
   *
   * @param privateToo whether private networks and unencrypted calls are allowed
   */
  static Optional<String> refusal(URI target, boolean privateToo) {
    return refusal(target, privateToo, "There is no such host.");
  }

  /**
   * As {@link #refusal}, as an endpoint is added: a host that is not there yet may be there when it
   * is called.
   */
  static Optional<String> refusalToAdd(URI target, boolean privateToo) {
    return refusal(target, privateToo, null);
  }

  private static Optional<String> refusal(URI target, boolean privateToo, String unknownHost) {
    boolean https = "https".equalsIgnoreCase(target.getScheme());
    boolean http = "http".equalsIgnoreCase(target.getScheme());
    if (!https && !(http && privateToo)) {
      return Optional.of("The address must begin with https://.");
    }
    if (target.getHost() == null || target.getUserInfo() != null || target.getFragment() != null) {
      return Optional.of("The address needs a host, and no user or fragment.");
    }
    return privateToo ? Optional.empty() : refusalOf(target.getHost(), unknownHost);
  }

  /**
   * By what the name resolves to now. The runtime remembers it for half a minute, so the call that
   * follows at once goes to the same address.
   */
  private static Optional<String> refusalOf(String host, String unknownHost) {
    List<InetAddress> addresses = lookUp(host);
    if (addresses.isEmpty()) {
      return Optional.ofNullable(unknownHost);
    }
    return addresses.stream().allMatch(TargetAddress::isPublic)
        ? Optional.empty()
        : Optional.of("The address leads into a private network.");
  }

  /** None if nobody says so in time. */
  private static List<InetAddress> lookUp(String host) {
    try {
      return CompletableFuture.supplyAsync(() -> resolved(host), LOOK_UPS)
          .get(LONGEST_LOOK_UP.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    } catch (ExecutionException | TimeoutException e) {
      return List.of();
    }
  }

  private static List<InetAddress> resolved(String host) {
    try {
      return List.of(InetAddress.getAllByName(host));
    } catch (UnknownHostException e) {
      return List.of();
    }
  }

  static boolean isPublic(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    byte[] bytes = address.getAddress();
    return address instanceof Inet4Address ? isPublicV4(bytes) : isPublicV6(bytes);
  }

  private static boolean isPublicV4(byte[] bytes) {
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    int third = bytes[2] & 0xff;
    boolean thisNetwork = first == 0;
    boolean carrierGrade = first == 100 && second >= 64 && second < 128;
    boolean protocols = first == 192 && second == 0 && (third == 0 || third == 2);
    boolean benchmarks = first == 198 && (second == 18 || second == 19);
    boolean examples = first == 198 && second == 51 || first == 203 && second == 0 && third == 113;
    return !(thisNetwork || carrierGrade || protocols || benchmarks || examples || first >= 240);
  }

  /** Only what is global unicast, and no tunnel into IPv4. */
  private static boolean isPublicV6(byte[] bytes) {
    boolean global = (bytes[0] & 0xe0) == 0x20;
    boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
    boolean teredoOrExample =
        bytes[0] == 0x20
            && bytes[1] == 0x01
            && (bytes[2] == 0 && bytes[3] == 0 || bytes[2] == 0x0d && (bytes[3] & 0xff) == 0xb8);
    return global && !sixToFour && !teredoOrExample;
  }
}
