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
import java.util.concurrent.Callable;

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
    Idempotent how = call.getMethod().getAnnotation(Idempotent.class);
    if (how != null && how.ownTransactions()) {
      return key.isEmpty() ? call.proceed() : outsideTransaction(key.get(), call);
    }
    return OutsideTransaction.run(
        () ->
            inTransaction(
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
                }));
  }

  /** No connection is held while the method has its own. */
  private Object outsideTransaction(RequestKey key, InvocationContext call) throws Exception {
    try (var alone = responses.claimHere(key)) {
      Optional<Response> before = inTransaction(() -> responses.claim(key));
      if (before.isPresent()) {
        return before.get();
      }
      Response answer = (Response) call.proceed();
      inTransaction(
          () -> {
            if (responses.claim(key).isEmpty()) {
              responses.store(key, answer);
            }
            return null;
          });
      return answer;
    }
  }

  private static <T> T inTransaction(Callable<T> work) throws Exception {
    try {
      return QuarkusTransaction.joiningExisting().call(work);
    } catch (QuarkusTransactionException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw e;
    }
  }
}
