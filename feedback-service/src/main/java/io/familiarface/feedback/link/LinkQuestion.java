package io.familiarface.feedback.link;

import io.familiarface.feedback.feedback.SayingByLink.Said;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a link to a form asks for by one tap. */
@Schema(name = "LinkQuestion")
enum LinkQuestion {
  /** How satisfied they are, 1 to 5. */
  CSAT("csat", 1, "How satisfied are you with %s?") {
    @Override
    Integer of(Said said) {
      return said.csat();
    }

    @Override
    Said answer(Integer number, String words, boolean callMe) {
      return new Said(number, null, null, words, callMe);
    }
  },
  /** Whether they would recommend us, 0 to 10. */
  NPS("nps", 0, "Thinking of %s: how likely are you to recommend us to a friend or a neighbour?") {
    @Override
    Integer of(Said said) {
      return said.nps();
    }

    @Override
    Said answer(Integer number, String words, boolean callMe) {
      return new Said(null, number, null, words, callMe);
    }
  },
  /** How hard it was, 1 to 7. */
  EFFORT("effort", 1, "Thinking of %s: how easy did we make it for you?") {
    @Override
    Integer of(Said said) {
      return said.effort();
    }

    @Override
    Said answer(Integer number, String words, boolean callMe) {
      return new Said(null, null, number, words, callMe);
    }
  };

  final String field;
  final int least;
  private final String words;

  LinkQuestion(String field, int least, String words) {
    this.field = field;
    this.least = least;
    this.words = words;
  }

  abstract Integer of(Said said);

  /** What they say by the form; nulls for what was not sent. */
  abstract Said answer(Integer number, String words, boolean callMe);

  String asked(String about) {
    return words.formatted(about) + " One tap is enough.";
  }

  int most() {
    return least + labels().size() - 1;
  }

  String label(int value) {
    return labels().get(value - least);
  }

  /** From the least to the most; empty where the number alone says it. */
  private List<String> labels() {
    return switch (this) {
      case CSAT ->
          List.of("very dissatisfied", "dissatisfied", "so-so", "satisfied", "very satisfied");
      case NPS -> between("not at all likely", 9, "extremely likely");
      case EFFORT -> between("very easy", 5, "very hard");
    };
  }

  private static List<String> between(String first, int others, String last) {
    return IntStream.range(0, others + 2)
        .mapToObj(i -> i == 0 ? first : i == others + 1 ? last : "")
        .toList();
  }
}
