package io.familiarface.customers.customer;

import io.familiarface.customers.search.Relevance;
import io.familiarface.customers.search.SearchDocument;
import io.familiarface.customers.search.SearchField;
import io.familiarface.customers.search.SearchTerms;
import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds customers by what a receptionist types: parts of names, of telephone numbers, of streets.
 *
 * <p>Best first, and of many that answer equally well some: whoever gets too many types one more
 * letter. A typing mistake is put right by the words there are, which are few, before the customers
 * are searched, who are many.
 */
@ApplicationScoped
class CustomerSearch {
  /** So many are ranked, of those where a word begins with what was typed and of all others. */
  private static final int RANKED = 300;

  /** With fewer found, what was typed may have been a mistake. */
  private static final int FEW = 5;

  private static final Pattern LONG_WORD = Pattern.compile("%( [a-z0-9]{6,} )%");

  /** In so many customers on either side a word is looked for that may be a common one. */
  private static final int NEIGHBOURS = 500;

  private final Database database;
  private final PendingDocuments pending;
  private final MistypedWords mistyped;

  CustomerSearch(Database database, PendingDocuments pending, MistypedWords mistyped) {
    this.database = database;
    this.pending = pending;
    this.mistyped = mistyped;
  }

  void store(UUID customerId, SearchDocument document) {
    pending.add(new PendingDocuments.Pending(customerId, document));
  }

  /**
   * Forgets erased customers, and the words that nobody else is found by. A word that another
   * transaction gives to somebody at this very moment may go as well; it comes back with the next
   * change of theirs, and until then is only not guessed from a mistyped one.
   */
  void forget(Set<UUID> customers) {
    Set<String> words = wordsOf(customers);
    if (!words.isEmpty()) {
      words.removeAll(common(words, customers));
    }
    if (words.isEmpty()) {
      return;
    }
    RoundTrip trip = database.roundTrip().bind("erased", customers);
    // PostgreSQL hopes to meet the word soon and reads the whole table, as nobody has it.
    trip.update("set local plan_cache_mode = force_custom_plan");
    trip.update("set local enable_seqscan = off");
    int n = 0;
    for (String word : words) {
      trip.bind("word" + n, word).bind("inText" + n, "% " + word + " %");
      trip.update(
          """
          delete from search_word where word = :word%1$d and not exists (
            select from customer_search
            where text like :inText%1$d and customer_id <> all(:erased))\
          """
              .formatted(n));
      n++;
    }
    trip.update("set local enable_seqscan = on");
    trip.send();
  }

  /** Those that are found in a few customers already: nobody goes through many for a street. */
  private List<String> common(Set<String> words, Set<UUID> except) {
    return database
        .sql(
            """
            with near as materialized (
              (select text from customer_search
                where customer_id > :one and customer_id <> all(:except)
                order by customer_id limit :few)
              union all
              (select text from customer_search
                where customer_id < :one and customer_id <> all(:except)
                order by customer_id desc limit :few))
            select word from unnest(cast(:words as text[])) as given (word)
            where exists (select from near where text like '% ' || word || ' %')\
            """)
        .bind("one", except.iterator().next())
        .bind("except", except)
        .bind("few", NEIGHBOURS)
        .bind("words", words)
        .list(String.class);
  }

  private Set<String> wordsOf(Set<UUID> customers) {
    Set<String> words = new TreeSet<>();
    customers.forEach(
        customer -> document(customer).ifPresent(document -> words.addAll(document.words())));
    return words;
  }

  /** One who was found. */
  record Match(UUID customerId, Relevance relevance) {
    static final Comparator<Match> BEST_FIRST =
        Comparator.<Match>comparingInt(match -> match.relevance.rank())
            .thenComparing(Match::customerId);

    boolean isAfter(long rank, UUID id) {
      int ranks = Long.compare(relevance.rank(), rank);
      return ranks > 0 || (ranks == 0 && customerId.compareTo(id) > 0);
    }
  }

  private record Row(UUID customerId, String text) {}

  /** The best matches, best first; needs a running transaction. */
  List<Match> find(String typed, CustomerFilter filter, Set<SearchField> seen) {
    Map<UUID, Match> found = new HashMap<>();
    SearchTerms.phone(typed).ifPresent(terms -> search(terms, filter, seen, found));
    Optional<SearchTerms> words = SearchTerms.words(typed);
    if (found.isEmpty()) {
      words.ifPresent(terms -> search(terms, filter, seen, found));
    }
    if (found.size() < FEW) {
      boolean nobody = found.isEmpty();
      words
          .flatMap(terms -> mistyped.corrected(terms, nobody))
          .ifPresent(terms -> search(terms, filter, seen, found));
    }
    return found.values().stream().sorted(Match.BEST_FIRST).toList();
  }

  /** By what a customer is found. */
  Optional<SearchDocument> document(UUID customerId) {
    return database
        .sql("select text from customer_search where customer_id = :id")
        .bind("id", customerId)
        .first(String.class)
        .map(SearchDocument::parse);
  }

  /** Those others in whom any of the patterns is; needs a running transaction. */
  Map<UUID, SearchDocument> withAnyOf(List<String> patterns, UUID except) {
    if (patterns.isEmpty()) {
      return Map.of();
    }
    RoundTrip trip = database.roundTrip();
    trip.update("set local plan_cache_mode = force_custom_plan");
    trip.bind("ranked", RANKED).bind("except", except);
    var rows =
        trip.query(
            "select customer_id, text from customer_search where "
                + anyOf(trip, "alike", patterns)
                + " and customer_id <> :except limit :ranked",
            Row.class);
    trip.send();
    return rows.all().stream()
        .collect(Collectors.toMap(Row::customerId, row -> SearchDocument.parse(row.text)));
  }

  private void search(
      SearchTerms terms, CustomerFilter filter, Set<SearchField> seen, Map<UUID, Match> found) {
    for (Row row : rows(terms, filter)) {
      Relevance.of(SearchDocument.parse(row.text), terms, seen)
          .ifPresent(
              relevance ->
                  found.merge(
                      row.customerId,
                      new Match(row.customerId, relevance),
                      (one, two) -> Match.BEST_FIRST.compare(one, two) <= 0 ? one : two));
    }
  }

  /**
   * Where the terms are anywhere, which is one scan of the index; of too many to rank, those also
   * in whom words begin with them.
   */
  private List<Row> rows(SearchTerms terms, CustomerFilter filter) {
    RoundTrip trip = database.roundTrip();
    // A plan for any text would read the whole table for the rare one.
    trip.update("set local plan_cache_mode = force_custom_plan");
    trip.bind("ranked", RANKED);
    String inside = allOf(trip, "inside", terms, SearchTerms.Term::patterns);
    String begun = allOf(trip, "begun", terms, SearchTerms.Term::wordStarts);
    String and = filter.andOfWhom(trip);
    var rows =
        trip.query(
            """
            with inside as materialized (
              select customer_id, text from customer_search where %s%s limit :ranked)
            select * from inside
            union
            (select customer_id, text from customer_search
            where (select count(*) from inside) = :ranked and %s%s limit :ranked)\
            """
                .formatted(inside, and, begun, and),
            Row.class);
    trip.send();
    return rows.all();
  }

  private static String allOf(
      RoundTrip trip, String name, SearchTerms terms, Function<SearchTerms.Term, List<String>> of) {
    List<String> all = new ArrayList<>();
    for (SearchTerms.Term term : terms.terms()) {
      all.add(anyOf(trip, name + all.size(), of.apply(term)));
    }
    return String.join(" and ", all);
  }

  private static String anyOf(RoundTrip trip, String name, List<String> patterns) {
    List<String> any = new ArrayList<>();
    for (int i = 0; i < patterns.size(); i++) {
      any.add(like(trip, name + "_" + i, patterns.get(i)));
    }
    return any.isEmpty() ? "false" : "(" + String.join(" or ", any) + ")";
  }

  /**
   * A long word as a whole is found by its letters alone: how words begin and end is in so many
   * texts that to read which costs more than to look at those found.
   */
  private static String like(RoundTrip trip, String name, String pattern) {
    Matcher word = LONG_WORD.matcher(pattern);
    if (!word.matches()) {
      trip.bind(name, pattern);
      return "text like :" + name;
    }
    trip.bind(name, "%" + word.group(1).strip() + "%").bind(name + "_whole", word.group(1));
    return "text like :%1$s and strpos(text, :%1$s_whole) > 0".formatted(name);
  }
}
