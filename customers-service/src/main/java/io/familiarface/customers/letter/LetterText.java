package io.familiarface.customers.letter;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns the text of a template into a fragment of XHTML. The text has headings ({@code # } and
 * {@code ## }), bullets ({@code - }) and paragraphs, and nothing else: whatever it says, and
 * whatever stands for a placeholder, is escaped, so there is nothing in it that a browser or the
 * PDF could run or fetch.
 */
final class LetterText {
  /** A heading, and right below it a paragraph that is one placeholder. */
  private static final Pattern HEADED_VALUE =
      Pattern.compile(
          "^## .*\\R(" + Placeholder.WRITTEN + ")(?=[ \\t]*(\\R[ \\t]*(\\R|\\z)|\\z))",
          Pattern.MULTILINE);

  private LetterText() {}

  /**
   * @param values what stands for each placeholder, as plain text; one that is missing is left
   *     blank
   */
  static String html(String body, Map<Placeholder, String> values) {
    String text = filledIn(saying(body, values), values).replace("\r\n", "\n").replace('\r', '\n');
    StringBuilder html = new StringBuilder(text.length() * 2);
    String open = "";
    for (String line : text.split("\n", -1)) {
      String kind = kind(line);
      if (!kind.equals(open)) {
        close(open, html);
        open(kind, html);
      } else if (kind.equals("p")) {
        html.append("<br/>");
      }
      switch (kind) {
        case "ul" -> element("li", line.substring(2), html);
        case "h1" -> element("h1", line.substring(2), html);
        case "h2" -> element("h2", line.substring(3), html);
        default -> html.append(escaped(line));
      }
      open = kind;
    }
    close(open, html);
    return html.toString();
  }

  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }

  /**
   * Without the headings above values that there are none of: where a customer holds no
   * certificate, nothing stands under "For you".
   */
  private static String saying(String body, Map<Placeholder, String> values) {
    return HEADED_VALUE
        .matcher(body)
        .replaceAll(
            part ->
                filledIn(part.group(1), values).isBlank()
                    ? ""
                    : Matcher.quoteReplacement(part.group()));
  }

  /** A value is text of one paragraph or several lines: it makes no heading of its own. */
  private static String filledIn(String body, Map<Placeholder, String> values) {
    Matcher written = Placeholder.WRITTEN.matcher(body);
    StringBuilder text = new StringBuilder(body.length() * 2);
    while (written.find()) {
      String value =
          Placeholder.of(written).map(one -> values.getOrDefault(one, "")).orElse(written.group());
      written.appendReplacement(text, Matcher.quoteReplacement(value));
    }
    return written.appendTail(text).toString();
  }

  private static String kind(String line) {
    if (line.startsWith("- ")) {
      return "ul";
    } else if (line.startsWith("# ")) {
      return "h1";
    } else if (line.startsWith("## ")) {
      return "h2";
    }
    return line.isBlank() ? "" : "p";
  }

  private static void open(String kind, StringBuilder html) {
    if (kind.equals("ul") || kind.equals("p")) {
      html.append('<').append(kind).append('>');
    }
  }

  private static void close(String kind, StringBuilder html) {
    if (kind.equals("ul") || kind.equals("p")) {
      html.append("</").append(kind).append(">\n");
    }
  }

  private static void element(String name, String text, StringBuilder html) {
    html.append('<').append(name).append('>').append(escaped(text));
    html.append("</").append(name).append(">\n");
  }
}
