package io.familiarface.rest.transport;

import io.familiarface.rest.logging.WithoutWords;
import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.problem.Excerpt;
import io.familiarface.rest.refusal.RefusedPages;
import io.quarkus.security.ForbiddenException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Every request passes here first. One that the layers below would answer without a word, or by an
 * error of their own, is answered by a problem that says what is wrong with it.
 */
@ApplicationScoped
class Gate {
  private static final Logger LOG = Logger.getLogger(Gate.class);

  /** Before the origins, the tokens and the measuring. */
  private static final int FIRST = 100_000;

  private static final Set<HttpMethod> TAKE_A_BODY =
      Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);
  private static final List<Integer> UNANSWERED = List.of(400, 404, 405, 406, 408, 413, 414, 415);

  private final Origins origins;
  private final Draining draining;
  private final LoadShedding load;
  private final RefusedPages pages;

  Gate(Origins origins, Draining draining, LoadShedding load, RefusedPages pages) {
    this.origins = origins;
    this.draining = draining;
    this.load = load;
    this.pages = pages;
  }

  void guard(@Observes Filters filters) {
    filters.register(this::pass, FIRST);
  }

  /**
   * What the router itself refuses, such as a path that it can't normalise; and last, but before
   * Quarkus would log the address, what nobody else knew how to answer.
   */
  void answerForRouter(@Observes Router router) {
    UNANSWERED.forEach(status -> router.errorHandler(status, call -> refuse(call, status)));
    router.route().order(Integer.MIN_VALUE).failureHandler(Gate::answerFailure);
    router.route().order(Integer.MAX_VALUE - 1).failureHandler(Gate::answerUnexpected);
  }

  private void pass(RoutingContext call) {
    AnswerHeaders.complete(call);
    MetricTags.begin(call);
    VertxProblems.shownOn(call, pages);
    if (draining.begun && !call.request().uri().startsWith("/q/")) {
      call.response().putHeader("Connection", "close").putHeader("Retry-After", "2");
      call.addEndHandler(answered -> call.request().connection().close());
      VertxProblems.send(
          call,
          CommonProblem.UNAVAILABLE,
          "This service is stopping. Nothing was changed; try again in a moment.");
      return;
    }
    draining.started(call);
    load.admit(call, () -> enter(call));
  }

  private void enter(RoutingContext call) {
    Optional<RequestFault> fault = fault(call.request());
    if (fault.isPresent()) {
      VertxProblems.send(call, fault.get().type(), fault.get().detail());
    } else {
      EmptyBody.name(call.request());
      leaveOutBlankTypes(call.request());
      call.next();
    }
  }

  private Optional<RequestFault> fault(HttpServerRequest request) {
    boolean named = request.version() == HttpVersion.HTTP_2 || request.getHeader("Host") != null;
    if (!named || request.authority() == null) {
      return invalid("The Host header is missing or names no host.");
    }
    Optional<String> address = Addresses.fault(request.uri());
    if (address.isPresent()) {
      return invalid(address.get());
    }
    if (!origins.isOurs(request)) {
      return Optional.of(
          new RequestFault(
              CommonProblem.FORBIDDEN,
              "A page from '"
                  + Excerpt.of(request.getHeader("Origin"))
                  + "' may not call this service; those of the three services may."));
    }
    String accept = request.getHeader("Accept");
    if (accept != null && !Arrays.stream(accept.split(",")).allMatch(Gate::isMediaType)) {
      return Optional.of(
          new RequestFault(
              CommonProblem.NOT_ACCEPTABLE,
              "'" + Excerpt.of(accept) + "' names no content type. Ask for application/json."));
    }
    if (!BearerTokens.maybeOne(request.getHeader("Authorization"))) {
      return Optional.of(
          new RequestFault(
              CommonProblem.UNAUTHENTICATED,
              "What follows 'Authorization: Bearer' is no token. It has a header, claims and a"
                  + " signature, with full stops between."));
    }
    String type = request.getHeader("Content-Type");
    if (type != null && (type.isBlank() || !isMediaType(type))) {
      boolean body = TAKE_A_BODY.contains(request.method());
      return Optional.of(
          new RequestFault(
              body ? CommonProblem.UNSUPPORTED_MEDIA_TYPE : CommonProblem.INVALID_REQUEST,
              "'" + Excerpt.of(type) + "' is no content type, such as application/json."));
    }
    return Optional.empty();
  }

  /** The layers below stumble over a type that isn't there; whoever names none takes any. */
  private static void leaveOutBlankTypes(HttpServerRequest request) {
    String accept = request.getHeader("Accept");
    if (accept == null) {
      return;
    }
    List<String> all = Arrays.asList(accept.split(",", -1));
    List<String> named = all.stream().filter(type -> !type.isBlank()).toList();
    if (named.isEmpty()) {
      request.headers().remove("Accept");
    } else if (named.size() < all.size()) {
      request.headers().set("Accept", String.join(",", named));
    }
  }

  private static boolean isMediaType(String text) {
    try {
      return text.isBlank() || MediaType.valueOf(text.strip()) != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static Optional<RequestFault> invalid(String detail) {
    return Optional.of(new RequestFault(CommonProblem.INVALID_REQUEST, detail));
  }

  private static void answerFailure(RoutingContext call) {
    int status = call.statusCode();
    Throwable failure = call.failure();
    if (failure instanceof HttpException http) {
      status = http.getStatusCode();
    }
    if (failure == null || UNANSWERED.contains(status)) {
      refuse(call, status);
    } else {
      call.next();
    }
  }

  private static void answerUnexpected(RoutingContext call) {
    if (call.failure() instanceof ForbiddenException) {
      VertxProblems.send(
          call, CommonProblem.FORBIDDEN, "Your token is valid but its role may not do this.");
      return;
    }
    if (call.failure() instanceof SecurityException) {
      VertxProblems.send(
          call, CommonProblem.UNAUTHENTICATED, "Send a valid token: 'Authorization: Bearer …'.");
      return;
    }
    LOG.error("A request failed outside of the resources", WithoutWords.of(call.failure()));
    VertxProblems.send(call, CommonProblem.INTERNAL_ERROR, "It has been logged. Try again later.");
  }

  private static void refuse(RoutingContext call, int status) {
    VertxProblems.send(
        call,
        CommonProblem.ofStatus(status),
        status,
        "The request can't be understood as it was sent; the paths and their methods are listed in"
            + " the OpenAPI document at /q/openapi.");
  }
}
