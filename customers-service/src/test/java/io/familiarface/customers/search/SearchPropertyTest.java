package io.familiarface.customers.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever is typed of what is known finds it: by the patterns of LIKE, and by the ranking. */
class SearchPropertyTest {

  private static final Set<SearchField> ALL = EnumSet.allOf(SearchField.class);

  @Property
  void any_part_of_a_name_in_any_script_finds_it(
      @ForAll("names") String name, @ForAll int from, @ForAll int to) {
    String part = part(name, from, to);
    var terms = SearchTerms.words(part);
    Assume.that(terms.isPresent());
    // A letter or two are looked for where a word begins.
    Assume.that(terms.get().terms().stream().allMatch(SearchPropertyTest::isLong));
    assertFinds(new SearchDocument().add(SearchField.NAME, name), terms.get(), SearchField.NAME);
  }

  @Property
  void the_beginning_of_any_word_however_short_finds_it(
      @ForAll("names") String name, @ForAll @IntRange(min = 1, max = 5) int letters) {
    for (String word : SearchText.of(name).split(" ")) {
      String begun = word.substring(0, Math.min(letters, word.length()));
      SearchTerms.words(begun)
          .ifPresent(
              terms ->
                  assertFinds(
                      new SearchDocument().add(SearchField.NAME, name), terms, SearchField.NAME));
    }
  }

  @Property
  void any_part_of_a_number_with_any_marks_between_the_digits_finds_it(
      @ForAll("digits") String digits,
      @ForAll @IntRange(min = 0, max = 7) int from,
      @ForAll @IntRange(min = 3, max = 10) int length,
      @ForAll("marks") List<String> marks) {
    String part = digits.substring(from, Math.min(digits.length(), from + length));
    StringBuilder typed = new StringBuilder();
    for (int i = 0; i < part.length(); i++) {
      typed.append(marks.get(i % marks.size())).append(part.charAt(i));
    }
    var document = new SearchDocument().addPhone(SearchField.PHONE, List.of("+1" + digits));
    assertFinds(document, SearchTerms.phone(typed.toString()).orElseThrow(), SearchField.PHONE);
  }

  @Property
  void one_mistake_in_a_word_is_put_right(
      @ForAll("words") String word,
      @ForAll @IntRange(min = 0, max = 3) int kind,
      @ForAll @IntRange(min = 0, max = 20) int where) {
    String typed = mistyped(word, kind, where % (word.length() - 1));
    assertThat(Spelling.mistakes(typed, word)).isLessThanOrEqualTo(1);
    var terms = SearchTerms.words(typed).orElseThrow().corrected(Map.of(typed, Set.of(word)));
    assertFinds(new SearchDocument().add(SearchField.NAME, word), terms, SearchField.NAME);
  }

  @Property
  void a_word_is_found_by_its_beginning_whatever_mistake_was_made_in_that(
      @ForAll("words") String word,
      @ForAll @IntRange(min = 3, max = 14) int letters,
      @ForAll @IntRange(min = 0, max = 3) int kind,
      @ForAll @IntRange(min = 0, max = 20) int where) {
    String begun = word.substring(0, Math.min(letters, word.length()));
    String typed = mistyped(begun, kind, where % (begun.length() - 1));
    Assume.that(Spelling.mistakes(typed, word) == 1);
    assertThat(Spelling.beginningsMeant(typed)).anyMatch(word::startsWith);
  }

  @Property
  void nothing_is_looked_for_that_is_more_than_a_mistake_away(@ForAll("words") String typed) {
    assertThat(Spelling.beginningsMeant(typed))
        .allMatch(meant -> Spelling.mistakes(typed, meant) <= 1)
        .doesNotContain(typed);
  }

  @Property
  void what_is_stored_is_read_as_it_was(
      @ForAll("names") String name, @ForAll("names") String street) {
    var document =
        new SearchDocument().add(SearchField.NAME, name).add(SearchField.ADDRESS, street);
    assertThat(SearchDocument.parse(document.text()).text()).isEqualTo(document.text());
    assertThat(document.text()).matches("([A-Z]( [a-z0-9]+)* \n)*");
  }

  private static void assertFinds(SearchDocument document, SearchTerms terms, SearchField field) {
    String text = document.text();
    assertThat(terms.terms())
        .allSatisfy(
            term ->
                assertThat(term.patterns())
                    .anySatisfy(
                        like -> assertThat(text).contains(like.substring(1, like.length() - 1))));
    assertThat(Relevance.of(SearchDocument.parse(text), terms, ALL))
        .hasValueSatisfying(found -> assertThat(found.field()).isEqualTo(field));
  }

  private static boolean isLong(SearchTerms.Term term) {
    return term.spellings().get(0).length() >= 3;
  }

  private static String part(String name, int from, int to) {
    int[] letters = name.codePoints().toArray();
    int start = Math.floorMod(from, letters.length);
    return new String(letters, start, 1 + Math.floorMod(to, letters.length - start));
  }

  private static String mistyped(String word, int kind, int at) {
    String before = word.substring(0, at);
    return switch (kind) {
      case 0 -> before + word.substring(at + 1);
      case 1 -> before + "x" + word.substring(at);
      case 2 -> before + "x" + word.substring(at + 1);
      default -> before + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
    };
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.oneOf(
        Arbitraries.strings().alpha().numeric().withChars(" '-.&").ofMinLength(1).ofMaxLength(40),
        Arbitraries.of(
            "Dorothy's Gifts",
            "José Núñez-Østergård",
            "Müller & Söhne",
            "Łukasz Żółć",
            "Мария Петрова",
            "王小明",
            "محمد علي",
            "Ἀθηνᾶ",
            "Ø",
            "ﬁne Straße",
            "नमस्ते दुकान",
            "𝒜da"));
  }

  @Provide
  Arbitrary<String> digits() {
    return Arbitraries.strings().numeric().ofLength(10);
  }

  @Provide
  Arbitrary<List<String>> marks() {
    return Arbitraries.of("", " ", "-", ".", "(", ") ", "/", "+").list().ofMinSize(1).ofMaxSize(6);
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.strings().withCharRange('a', 'w').ofMinLength(4).ofMaxLength(14);
  }
}
