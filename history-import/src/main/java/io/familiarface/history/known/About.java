package io.familiarface.history.known;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.LocalDate;
import java.util.Set;

/**
 * What a line of a plan says beyond what the services take, so that it can be recognised among what
 * they hold. It stands in the line as {@value #FIELD} and is taken out before the line is sent.
 *
 * @param who the customer's name, folded
 * @param given whether the line's external id is the company's own, and not made by us
 * @param spareKey the customer's key if the one in the line is another one's already
 * @param marks telephone numbers, e-mail addresses and homes of the customer
 * @param day of the visit
 * @param timed whether the visit's time of day is known
 * @param bare whether nothing but the name says whose visit it is
 * @param settled whether it is our guess that the visit was a hand-over for good
 * @param named whether the file says the agreement's program
 */
@JsonInclude(Include.NON_NULL)
public record About(
    String who,
    Boolean given,
    String spareKey,
    Set<String> marks,
    String day,
    Boolean timed,
    Boolean bare,
    Boolean settled,
    Boolean named) {
  static final String FIELD = "about";

  public static About customer(String who, boolean given, String spareKey, Set<String> marks) {
    return new About(who, given, spareKey, marks, null, null, null, null, null);
  }

  public static About agreement(String who, boolean named) {
    return new About(who, null, null, null, null, null, null, null, named);
  }

  public static About visit(
      String who, boolean given, LocalDate day, boolean timed, boolean bare, boolean settled) {
    return new About(who, given, null, null, day.toString(), timed, bare, settled, null);
  }

  public static About cancellation(String who) {
    return new About(who, null, null, null, null, null, null, null, null);
  }
}
