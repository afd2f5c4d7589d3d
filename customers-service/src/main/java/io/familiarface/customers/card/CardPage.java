package io.familiarface.customers.card;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A card as one page that prints. */
@ApplicationScoped
class CardPage {
  private static final String DAY = "d MMM uuuu";
  private static final String DAY_AND_TIME = "EEE d MMM uuuu, HH:mm";

  private final ZoneId zone;

  CardPage(@ConfigProperty(name = "familiar.company.time-zone") ZoneId zone) {
    this.zone = zone;
  }

  @CheckedTemplate(basePath = "")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance card(Card card, Days days);
  }

  /** Instants as people in the company's zone say them. */
  public record Days(Function<Instant, String> day, Function<Instant, String> time) {
    public String on(Instant at) {
      return at == null ? "never" : day.apply(at);
    }

    public String at(Instant at) {
      return at == null ? "never" : time.apply(at);
    }
  }

  String of(Card card) {
    return Templates.card(card, new Days(written(DAY), written(DAY_AND_TIME))).render();
  }

  private Function<Instant, String> written(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.US).withZone(zone)::format;
  }
}
