package io.familiarface.rest.limit;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HexFormat;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps those without a name from guessing and from using up a service: so many requests a minute
 * from one address, at once or spread. Counted in each copy of the service. Behind a proxy the
 * address is what the proxy says, see {@code familiar.behind-proxy}.
 */
@Provider
@LimitedByAddress
@Priority(Priorities.AUTHORIZATION - 1)
public class AddressRateLimit implements ContainerRequestFilter {
  private static final String DETAIL =
      "Too many requests from your address. Wait as long as Retry-After says.";

  private final HttpServerRequest call;
  private final TokenBuckets buckets;

  AddressRateLimit(
      HttpServerRequest call,
      @ConfigProperty(name = "familiar.rate-limit.by-address-per-minute") long perMinute) {
    this.call = call;
    this.buckets = new TokenBuckets(perMinute, perMinute, Duration.ofMinutes(1));
  }

  @Override
  public void filter(ContainerRequestContext request) {
    SocketAddress from = call.remoteAddress();
    buckets.take(network(from == null ? null : from.hostAddress()), DETAIL);
  }

  /**
   * Whoever has one address of IPv6 has all of its network, so that these count as one.
   *
   * @param address a literal, or null where nobody knows it
   */
  static String network(String address) {
    if (address == null || !address.contains(":")) {
      return String.valueOf(address);
    }
    try {
      byte[] bytes = InetAddress.getByName(address).getAddress();
      return HexFormat.of().formatHex(bytes, 0, Math.min(8, bytes.length));
    } catch (UnknownHostException e) {
      return address;
    }
  }
}
