package io.familiarface.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * An amount is written in plain digits, as text; as a number too, which is taken as it stands,
 * digit by digit. {@code 1e3} is a slip of the finger more often than a thousand. How large and how
 * exact an amount may be is said by {@link Money}.
 */
final class AmountDeserializer extends StdScalarDeserializer<BigDecimal> {
  private static final long serialVersionUID = 1L;
  private static final Pattern PLAIN = Pattern.compile("-?[0-9]{1,40}(\\.[0-9]{1,40})?");
  private static final String HOW = "Write an amount in plain digits, such as \"129.00\".";

  AmountDeserializer() {
    super(BigDecimal.class);
  }

  @Override
  public BigDecimal deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    if (!parser.currentToken().isScalarValue() || !PLAIN.matcher(parser.getText()).matches()) {
      throw JsonMappingException.from(context, HOW, new IllegalArgumentException(HOW));
    }
    return new BigDecimal(parser.getText());
  }
}
