package io.familiarface.jobs.notice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words of one kind of notice. A word in braces stands for what is different each time; a line
 * with one of which there is nothing to say is left out. The lines of a paragraph make one text; an
 * empty line begins another.
 */
final class NoticeTemplate {

  /** What a word in braces stands for. */
  enum Placeholder {
    /** How the customer likes to be called. */
    CUSTOMER,
    /** When the visit or step is. */
    WHEN,
    /** When it was to be, if that is another time or window. */
    BEFORE,
    /** Who comes in place of {@link #USUAL}. */
    NEWCOMER,
    /** Who was to come, if somebody else comes. */
    USUAL,
    /** Who comes, if in nobody's place. */
    STAYS,
    /** Two sentences on whoever comes anew. */
    INTRODUCTION,
    /** When both come before, so that the newcomer is introduced. */
    MEETING,
    /** When both were to come, as they were told, if they do not then. */
    MEETING_BEFORE,
    COMPANY,
    /** Where somebody answers. */
    PHONE;

    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final Pattern IN_BRACES = Pattern.compile("\\{([^{}]*)}");

  private static final Map<String, Placeholder> BY_KEY =
      Arrays.stream(Placeholder.values()).collect(Collectors.toMap(Placeholder::key, one -> one));

  /** Without one of these, a subject would be left out with its only line. */
  private static final Set<Placeholder> ALWAYS_KNOWN =
      Set.of(Placeholder.WHEN, Placeholder.COMPANY, Placeholder.PHONE);

  private final String subject;
  private final String body;

  private NoticeTemplate(String subject, String body) {
    this.subject = subject;
    this.body = body;
  }

  /**
   * Reads what a company has written.
   *
   * @param property under which it stands in configuration, for who has to mend it
   * @throws IllegalArgumentException for what could not be filled in
   */
  static NoticeTemplate of(String property, String subject, String body) {
    if (subject.isBlank() || subject.lines().count() > 1) {
      throw new IllegalArgumentException(property + ".subject has to be one line.");
    }
    if (body.isBlank()) {
      throw new IllegalArgumentException(property + ".body has no words.");
    }
    require(property + ".subject", subject, ALWAYS_KNOWN);
    require(property + ".body", body, Set.of(Placeholder.values()));
    return new NoticeTemplate(subject.strip(), body);
  }

  private static void require(String property, String text, Set<Placeholder> allowed) {
    Matcher found = IN_BRACES.matcher(text);
    while (found.find()) {
      Placeholder placeholder = BY_KEY.get(found.group(1));
      if (placeholder == null || !allowed.contains(placeholder)) {
        throw new IllegalArgumentException(
            "%s has %s, which stands for nothing there. There are: %s."
                .formatted(
                    property,
                    found.group(),
                    Arrays.stream(Placeholder.values())
                        .filter(allowed::contains)
                        .map(one -> "{" + one.key() + "}")
                        .collect(Collectors.joining(", "))));
      }
    }
  }

  /**
   * @param values without those of which there is nothing to say
   */
  NoticeView.Letter fill(Map<Placeholder, String> values) {
    List<String> paragraphs = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (String line : (body + "\n\n").lines().toList()) {
      if (!line.isBlank()) {
        if (isKnown(line, values)) {
          lines.add(filled(line.strip(), values));
        }
      } else if (!lines.isEmpty()) {
        paragraphs.add(String.join(" ", lines));
        lines.clear();
      }
    }
    return new NoticeView.Letter(filled(subject, values), String.join("\n\n", paragraphs));
  }

  private static boolean isKnown(String line, Map<Placeholder, String> values) {
    return IN_BRACES
        .matcher(line)
        .results()
        .allMatch(found -> values.containsKey(BY_KEY.get(found.group(1))));
  }

  private static String filled(String line, Map<Placeholder, String> values) {
    return IN_BRACES
        .matcher(line)
        .replaceAll(found -> Matcher.quoteReplacement(values.get(BY_KEY.get(found.group(1)))));
  }
}
