package io.familiarface.rest.security;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;

/** Signs calls to the other services; named by the REST clients with {@code @RegisterProvider}. */
public class ServiceTokenFilter implements ClientRequestFilter {
  private final ServiceCredentials credentials;

  public ServiceTokenFilter(ServiceCredentials credentials) {
    this.credentials = credentials;
  }

  @Override
  public void filter(ClientRequestContext request) {
    request.getHeaders().putSingle("Authorization", "Bearer " + credentials.bearer());
  }
}
