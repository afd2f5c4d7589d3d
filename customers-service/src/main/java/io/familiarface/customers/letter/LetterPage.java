package io.familiarface.customers.letter;

import java.util.Locale;
import java.util.Set;

/** A whole page of XHTML that prints, and from which the PDF is made. */
final class LetterPage {
  private static final Set<String> RIGHT_TO_LEFT =
      Set.of(
          "Arabic", "Divehi", "Hebrew", "Pashto", "Persian", "Sindhi", "Urdu", "Uyghur", "Yiddish");

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html xmlns="http://www.w3.org/1999/xhtml" lang="%1$s" xml:lang="%1$s" dir="%4$s">
      <head>
      <meta charset="UTF-8"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <title>%2$s</title>
      <style>
      @page { size: letter; margin: 22mm 20mm; }
      body { font-family: 'DejaVu Sans', sans-serif; font-size: 11pt; line-height: 1.45;
        color: #1c1c1c; max-width: 42em; margin: 0 auto; overflow-wrap: anywhere; word-wrap: break-word; }
      h1 { font-size: 18pt; font-weight: bold; margin: 0.6em 0; }
      h2 { font-size: 13pt; font-weight: bold; margin: 1.2em 0 0.2em; color: #24507a; }
      p { margin: 0.7em 0; }
      ul { margin: 0.4em 0; padding-left: 1.4em; }
      @media screen { body { padding: 1em 1.2em 3em; } }
      </style>
      </head>
      <body>
      %3$s</body>
      </html>
      """;

  private LetterPage() {}

  /**
   * @param fragment of {@link LetterText}
   */
  static String of(String title, String language, String fragment) {
    return PAGE.formatted(
        LetterText.escaped(language), LetterText.escaped(title), fragment, direction(language));
  }

  private static String direction(String language) {
    String name = Locale.forLanguageTag(language).getDisplayLanguage(Locale.ENGLISH);
    return RIGHT_TO_LEFT.contains(name) ? "rtl" : "ltr";
  }
}
