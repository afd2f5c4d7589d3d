package io.familiarface.standalone.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What the customers of the demo say. */
final class SampleTexts {
  record Promise(String kind, String text) {}

  record CancellationWords(String reason, String words) {}

  static final List<String> BURNED =
      List.of(
          "The last company sent a different person every month and none of them knew the house.",
          "They were billed for four visits that nobody made.",
          "Someone sprayed the kitchen without a word and the cat was ill for a week.",
          "The last one signed them for two years on the phone and could not be reached after.");

  static final List<Promise> PROMISES =
      List.of(
          new Promise("CALL_AHEAD", "We ring half an hour before we come."),
          new Promise("CALL_AHEAD", "We call the evening before."),
          new Promise("ARRIVAL_WINDOW", "We come before the shop opens."),
          new Promise("ARRIVAL_WINDOW", "Always between nine and ten."),
          new Promise("PRICE", "The price stays as it is for two years."),
          new Promise("OTHER", "No bait where the dog can reach it."));

  static final List<String> CHECKLIST =
      List.of("Bait stations checked", "Ways in looked for", "Findings explained");

  static final List<String> CAUSES =
      List.of("SERVICE", "SCHEDULE", "PRICE", "DAMAGE", "COMMUNICATION");

  static final Map<String, List<String>> COMPLAINTS =
      Map.of(
          "TECHNICIAN",
              List.of(
                  "Somebody I had never seen stood in my kitchen. Nobody had told me.",
                  "You promised me one person. This is the second stranger.",
                  "The new one did not know where the bait stations are. I had to show them."),
          "SCHEDULE",
              List.of(
                  "I took the morning off and nobody came.",
                  "They came at lunch time, with the dining room full.",
                  "I was told Tuesday and they came on Wednesday."),
          "SERVICE",
              List.of(
                  "The ants were back after three days.",
                  "It took ten minutes. It used to be half an hour."),
          "PRICE",
              List.of("The bill is higher than what we agreed on.", "I was charged twice in May."),
          "DAMAGE", List.of("The bait box scratched the new floor.", "A flower bed was trampled."),
          "COMMUNICATION",
              List.of(
                  "I left two messages and nobody called back.",
                  "Nobody told me to keep the cat inside."));

  static final List<CancellationWords> BECAUSE_OF_CHANGES =
      List.of(
          cancellation("TECHNICIAN_CHANGES", "I never know who will be at my door."),
          cancellation("TECHNICIAN_CHANGES", "Every time I explain the house to somebody new."),
          cancellation("TECHNICIAN_CHANGES", "We signed because of one person, who is gone."),
          cancellation("TECHNICIAN_CHANGES", "It is nothing against the new one. It is the third."),
          cancellation("SERVICE", "It is not what it was in the beginning."));

  static final List<CancellationWords> BECAUSE_OF_SERVICE =
      List.of(
          cancellation("SERVICE", "If you do not come when you say, I need somebody who does."),
          cancellation("SERVICE", "I still see mice."),
          cancellation("OTHER", "I have lost patience, I am sorry."));

  static final List<CancellationWords> PRIVATE_REASONS =
      List.of(
          cancellation("MOVED", "We are moving to be near our daughter."),
          cancellation("MOVED", "The house is sold."),
          cancellation("PRICE", "With my pension I have to look at every bill."),
          cancellation("OTHER", "My son will take care of it from now on."));

  static final List<CancellationWords> BUSINESS_REASONS =
      List.of(
          cancellation("BUSINESS_CLOSED", "We close at the end of the month."),
          cancellation("PRICE", "The owner has found somebody cheaper."),
          cancellation("MOVED", "We have a new place, and the landlord takes care of it there."));

  private static final List<String> GLAD =
      List.of(
          "Friendly and thorough, as always.",
          "Explained what was done and why.",
          "No more ants since spring!",
          "On the minute. Thank you.",
          "Even found the gap behind the stove.",
          "Always the same good person.");
  private static final List<String> SO_SO =
      List.of(
          "Fine, but I had to wait.",
          "In a hurry.",
          "Works, mostly.",
          "Nobody told me beforehand.");
  private static final List<String> SORRY =
      List.of(
          "I did not know who would come, again.",
          "A stranger who did not know the place.",
          "I would have liked to be told.",
          "Where is the one who usually comes?");

  private SampleTexts() {}

  /** What a customer reads of who is coming. */
  static String introduction(String name, LocalDate hiredOn) {
    return "%s has looked after homes and shops here since %d. %s explains every step before it is taken."
        .formatted(name, hiredOn.getYear(), name.split(" ")[0]);
  }

  static List<String> ofMark(int csat, boolean somebodyElseCame) {
    if (csat >= 4) {
      return GLAD;
    }
    return somebodyElseCame ? SORRY : SO_SO;
  }

  private static CancellationWords cancellation(String reason, String words) {
    return new CancellationWords(reason, words);
  }
}
