package io.familiarface.feedback.plot;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/**
 * Figures and tables as a page that stands on its own and prints: what was found first, then
 * pictures, then numbers, then how it was reckoned.
 *
 * @param when of which time it speaks
 * @param findings in sentences
 * @param notes how to read it, and what it can't say
 */
public record PlotPage(
    String title,
    String when,
    List<String> findings,
    List<Figure> figures,
    List<Table> tables,
    List<String> notes) {

  /** Of every page with plots, that of a back-test too. */
  public static final String STYLE = resource("/META-INF/resources/backtest/report.css");

  public String style() {
    return STYLE;
  }

  public String html() {
    return PlotTemplate.page(this).render();
  }

  public Response response() {
    return Response.ok(html()).type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8")).build();
  }

  /** The page where one is asked for, else the view as JSON. */
  public static Response orJson(HttpHeaders headers, Object view, Supplier<PlotPage> page) {
    return isAskedFor(headers)
        ? page.get().response()
        : Response.ok(view, MediaType.APPLICATION_JSON_TYPE).build();
  }

  /** Whether a page is what the caller would rather have than JSON. */
  public static boolean isAskedFor(HttpHeaders headers) {
    return headers.getAcceptableMediaTypes().stream()
        .filter(type -> !type.isWildcardType())
        .findFirst()
        .map(type -> type.isCompatible(MediaType.TEXT_HTML_TYPE))
        .orElse(false);
  }

  private static String resource(String name) {
    try (var in = PlotPage.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
