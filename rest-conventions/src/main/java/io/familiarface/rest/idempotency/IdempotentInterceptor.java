package io.familiarface.rest.idempotency;

import io.familiarface.rest.neighbour.OutsideTransaction;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;

/** Runs a POST once for each idempotency key of a caller. */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE + 900)
class IdempotentInterceptor {
  private final StoredResponses responses;
  private final RequestKeys keys;
  private final HttpHeaders headers;
  private final UriInfo uri;

  IdempotentInterceptor(
      StoredResponses responses, RequestKeys keys, HttpHeaders headers, UriInfo uri) {
    this.responses = responses;
    this.keys = keys;
    this.headers = headers;
    this.uri = uri;
  }

  @AroundInvoke
  Object once(InvocationContext call) throws Exception {
    Optional<RequestKey> key = keys.of(headers, uri);
    return OutsideTransaction.run(() -> inTransaction(key, call));
  }

  private Object inTransaction(Optional<RequestKey> key, InvocationContext call) throws Exception {
    try {
      return QuarkusTransaction.joiningExisting()
          .call(
              () -> {
                if (key.isEmpty()) {
                  return call.proceed();
                }
                Optional<Response> before = responses.claim(key.get());
                if (before.isPresent()) {
                  return before.get();
                }
                Response answer = (Response) call.proceed();
                responses.store(key.get(), answer);
                return answer;
              });
    } catch (QuarkusTransactionException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw e;
    }
  }
}
