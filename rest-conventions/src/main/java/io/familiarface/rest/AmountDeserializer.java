package io.familiarface.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * An amount is text in plain digits: a number may have been rounded on its way, and {@code 1e3} is
 * a slip of the finger more often than a thousand. How large and how exact it may be is said by
 * {@link Money}.
 */
final class AmountDeserializer extends StdScalarDeserializer<BigDecimal> {
  private static final long serialVersionUID = 1L;
  private static final Pattern PLAIN = Pattern.compile("-?[0-9]{1,40}(\\.[0-9]{1,40})?");
  private static final String HOW = "Write an amount as text in plain digits, such as \"129.00\".";

  AmountDeserializer() {
    super(BigDecimal.class);
  }

  @Override
  public BigDecimal deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    if (!parser.hasToken(JsonToken.VALUE_STRING) || !PLAIN.matcher(parser.getText()).matches()) {
      throw JsonMappingException.from(context, HOW, new IllegalArgumentException(HOW));
    }
    return new BigDecimal(parser.getText());
  }
}
