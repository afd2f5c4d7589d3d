package io.familiarface.rest.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.lang.annotation.Annotation;
import java.lang.reflect.Parameter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/** Reads the idempotency key of a request. */
@ApplicationScoped
class RequestKeys {
  static final String HEADER = "Idempotency-Key";
  private static final int LONGEST = 255;

  private final ObjectMapper mapper;
  private final Caller caller;

  RequestKeys(ObjectMapper mapper, Caller caller) {
    this.mapper = mapper.copy().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);
    this.caller = caller;
  }

  Optional<RequestKey> of(HttpHeaders headers, UriInfo uri, InvocationContext call) {
    String given = headers.getHeaderString(HEADER);
    if (given == null) {
      return Optional.empty();
    }
    String key = unquoted(given.strip());
    if (key.isEmpty()
        || key.length() > LONGEST
        || !key.chars().allMatch(c -> c >= ' ' && c < 127)) {
      throw CommonProblem.INVALID_REQUEST.because(
          "Idempotency-Key is 1 to "
              + LONGEST
              + " printable ASCII characters; a UUID serves well.");
    }
    return Optional.of(new RequestKey(caller.name(), key, fingerprint(uri, call)));
  }

  private static String unquoted(String text) {
    return text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")
        ? text.substring(1, text.length() - 1)
        : text;
  }

  private byte[] fingerprint(UriInfo uri, InvocationContext call) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(uri.getRequestUri().getRawPath().getBytes(StandardCharsets.UTF_8));
      String query = uri.getRequestUri().getRawQuery();
      digest.update(("?" + (query == null ? "" : query)).getBytes(StandardCharsets.UTF_8));
      Parameter[] parameters = call.getMethod().getParameters();
      for (int i = 0; i < parameters.length; i++) {
        if (isBody(parameters[i])) {
          digest.update(mapper.writeValueAsBytes(call.getParameters()[i]));
        }
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException | JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The one parameter without a JAX-RS annotation is the entity. */
  private static boolean isBody(Parameter parameter) {
    for (Annotation annotation : parameter.getAnnotations()) {
      if (annotation.annotationType().getName().startsWith("jakarta.ws.rs.")) {
        return false;
      }
    }
    return true;
  }
}
