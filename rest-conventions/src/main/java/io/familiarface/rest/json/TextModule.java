package io.familiarface.rest.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.familiarface.rest.text.Texts;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Every text in JSON passes {@link Texts}. What a text is for is told by the name of its field: one
 * that ends in {@code externalId} is an external id; one that ends in {@code name} is a name, as is
 * one that says who did something ({@code by}, {@code madeBy}) or whose it is.
 */
final class TextModule {
  private TextModule() {}

  static SimpleModule module() {
    return new SimpleModule("text")
        .addDeserializer(String.class, new Guarded(Texts::require))
        .addKeyDeserializer(String.class, new GuardedKey());
  }

  private static final class Guarded extends StdScalarDeserializer<String>
      implements ContextualDeserializer {
    private static final long serialVersionUID = 1L;

    /** What is a name though it isn't called one. */
    private static final Set<String> NAMES = Set.of("branch", "by", "owner", "supplier", "with");

    private final transient UnaryOperator<String> guard;

    Guarded(UnaryOperator<String> guard) {
      super(String.class);
      this.guard = guard;
    }

    @Override
    public JsonDeserializer<?> createContextual(
        DeserializationContext context, BeanProperty field) {
      if (field == null) {
        return this;
      }
      String name = field.getName().toLowerCase(Locale.ROOT);
      if (name.endsWith("externalid")) {
        return new Guarded(Texts::externalId);
      }
      boolean isName =
          name.endsWith("name") || NAMES.contains(name) || field.getName().endsWith("By");
      return isName ? new Guarded(Texts::name) : this;
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      String text = StringDeserializer.instance.deserialize(parser, context);
      return text == null ? null : guarded(guard, text, context);
    }
  }

  private static final class GuardedKey extends KeyDeserializer {
    @Override
    public Object deserializeKey(String key, DeserializationContext context) throws IOException {
      return guarded(Texts::require, key, context);
    }
  }

  private static String guarded(
      UnaryOperator<String> guard, String text, DeserializationContext context)
      throws JsonMappingException {
    try {
      return guard.apply(text);
    } catch (IllegalArgumentException e) {
      throw JsonMappingException.from(context, e.getMessage(), e);
    }
  }
}
