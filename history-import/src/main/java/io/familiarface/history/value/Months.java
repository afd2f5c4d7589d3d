package io.familiarface.history.value;

import java.util.List;

/** The names of months and weekdays, whole or shortened, in the languages of those who export. */
final class Months {
  private static final int SHORTEST_MONTH = 3;
  private static final int SHORTEST_WEEKDAY = 2;

  /**
   * English, German, French, Spanish, Italian, Portuguese, Dutch, Nordic, Polish, Turkish, Russian.
   */
  private static final List<List<String>> MONTHS =
      List.of(
          names(
              "january januar janner janvier enero gennaio janeiro januari styczen stycznia ocak"
                  + " \u044F\u043D\u0432\u0430\u0440\u044F"),
          names(
              "february februar feber fevrier febrero febbraio fevereiro februari luty lutego subat"
                  + " \u0444\u0435\u0432\u0440\u0430\u043B\u044F"),
          names(
              "march marz maerz mrz mars marzo marco maart mrt marts marzec marca mart"
                  + " \u043C\u0430\u0440\u0442\u0430"),
          names(
              "april avril abril aprile kwiecien kwietnia nisan"
                  + " \u0430\u043F\u0440\u0435\u043B\u044F"),
          names("may mai mayo maggio maio mei maj maja mayis \u043C\u0430\u044F"),
          names(
              "june juni juin junio giugno junho czerwiec czerwca haziran"
                  + " \u0438\u044E\u043D\u044F"),
          names(
              "july juli juillet julio luglio julho lipiec lipca temmuz \u0438\u044E\u043B\u044F"),
          names(
              "august aout agosto augustus augusti sierpien sierpnia agustos"
                  + " \u0430\u0432\u0433\u0443\u0441\u0442\u0430"),
          names(
              "september septembre septiembre setiembre settembre setembro wrzesien wrzesnia eylul"
                  + " \u0441\u0435\u043D\u0442\u044F\u0431\u0440\u044F"),
          names(
              "october oktober octobre octubre ottobre outubro pazdziernik pazdziernika ekim"
                  + " \u043E\u043A\u0442\u044F\u0431\u0440\u044F"),
          names(
              "november novembre noviembre novembro listopad listopada kasim"
                  + " \u043D\u043E\u044F\u0431\u0440\u044F"),
          names(
              "december dezember decembre diciembre dicembre dezembro desember grudzien grudnia"
                  + " aralik \u0434\u0435\u043A\u0430\u0431\u0440\u044F"));

  private static final List<String> WEEKDAYS =
      names(
          "monday tuesday wednesday thursday friday saturday sunday"
              + " montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag"
              + " lundi mardi mercredi jeudi vendredi samedi dimanche"
              + " lunes martes miercoles jueves viernes sabado domingo"
              + " lunedi martedi mercoledi giovedi venerdi sabato domenica"
              + " segunda terca quarta quinta sexta"
              + " maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"
              + " mandag tirsdag onsdag torsdag fredag lordag sondag tisdag"
              + " poniedzialek wtorek sroda czwartek piatek sobota niedziela");

  private Months() {}

  private static List<String> names(String words) {
    return List.of(words.split(" "));
  }

  /** From 1 to 12; 0 for a word that names none, or could name two: "jui" is June or July. */
  static int number(String word) {
    String plain = Names.plain(word);
    int found = 0;
    for (int month = 0; month < MONTHS.size() && plain.length() >= SHORTEST_MONTH; month++) {
      if (MONTHS.get(month).contains(plain)) {
        return month + 1;
      }
      if (isShortFor(MONTHS.get(month), plain)) {
        if (found != 0) {
          return 0;
        }
        found = month + 1;
      }
    }
    return found;
  }

  static boolean isWeekday(String word) {
    String plain = Names.plain(word);
    return plain.length() >= SHORTEST_WEEKDAY && isShortFor(WEEKDAYS, plain);
  }

  private static boolean isShortFor(List<String> names, String plain) {
    return names.stream().anyMatch(name -> name.startsWith(plain));
  }
}
