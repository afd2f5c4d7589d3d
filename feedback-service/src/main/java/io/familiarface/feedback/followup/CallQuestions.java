package io.familiarface.feedback.followup;

import io.familiarface.risk.reason.ReasonCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * What to ask when calling: from the reasons of the flag, in words one can say on the telephone.
 */
final class CallQuestions {
  private static final int MOST = 4;
  private static final String LAST = "Is there anything else that we should know?";

  private static final String REFERRAL = "Do you know somebody else to whom we could be of use?";

  private CallQuestions() {}

  /** A few questions, the one about the heaviest reason first, and an open one at the end. */
  static List<String> about(Collection<String> reasonCodes) {
    Stream<String> byReason =
        reasonCodes.stream()
            .map(ReasonCode::valueOf)
            .map(CallQuestions::about)
            .distinct()
            .limit(MOST);
    return Stream.concat(byReason, Stream.of(LAST)).distinct().toList();
  }

  /**
   * What to ask when no flag says why.
   *
   * @param referral whether the customer may be asked for a referral
   */
  static List<String> about(FollowUpKind kind, boolean referral) {
    List<String> asked = new ArrayList<>(about(kind));
    if (referral) {
      asked.add(REFERRAL);
    }
    asked.add(LAST);
    return asked;
  }

  private static List<String> about(FollowUpKind kind) {
    return switch (kind) {
      case CONCERN, COMING_CHANGE ->
          List.of("How content are you with us, and what could be better?");
      case CALL_ME -> List.of("You asked us to call. What can we do for you?");
      case UNHAPPY ->
          List.of(
              "You were not satisfied with us. What happened?",
              "What would you like us to do about it?");
      case CASE_ANSWER ->
          List.of("You wrote to us about your case. Have I understood you right, that ...?");
      case REBUILDING ->
          List.of(
              "How are you, now that it has been done?",
              "Is there anything about it that still bothers you?");
      case AFTER_VISIT ->
          List.of("How did our visit go for you?", "Was anything otherwise than you expected?");
      case AFTER_PROJECT ->
          List.of(
              "Our work with you ended a while ago. How has it held up?",
              "Is there anything that we should come back and put right?");
      case NEW_TECHNICIAN ->
          List.of(
              "Somebody else than usual comes to you next time. Is that all right for you?",
              "Would you rather wait until your own technician is back?");
      case RENEWAL ->
          List.of(
              "Your agreement with us ends soon. Would you like it to go on?",
              "Is there anything that should be otherwise from then on?");
      case AFTER_LEAVING ->
          List.of(
              "Would you tell us why you left? We will not argue.",
              "What should we have done, and when?",
              "Is there anything that would make you come back?");
    };
  }

  private static String about(ReasonCode code) {
    return switch (code) {
      case REPEATED_TECHNICIAN_CHANGES, TECHNICIAN_CHANGE ->
          "Several different people have come to you. How is that for you, and who would you like"
              + " to come?";
      case PROMISE_BROKEN ->
          "We did not keep what we promised, and I am sorry. What did that mean for you?";
      case CHANGE_WITHOUT_NOTICE ->
          "If somebody else has to come: how would you like to be told, and how long before?";
      case CHANGE_WITHOUT_INTRODUCTION ->
          "Would you like to meet a new technician before they come alone?";
      case MISSED_VISIT ->
          "We missed a visit, and I am sorry. When would suit you to make up for it?";
      case LATE_VISIT -> "We came late. Which time of day works for you, and when does it not?";
      case SURPRISE -> "Something went otherwise than you expected. What should we have told you?";
      case DISENGAGEMENT ->
          "You want us less often than before. Is it the visits, the price, or something we did?";
      case OPEN_COMPLAINT ->
          "Your complaint is still open. What would you like us to do to put it right?";
      case PAST_COMPLAINT -> "You complained some time ago. Is that truly settled for you?";
      case CASE_REOPENED ->
          "We said that it was settled, and it was not. What exactly is still wrong?";
      case LOW_SATISFACTION, FALLING_SATISFACTION ->
          "You were not quite satisfied with us. What would have made it better?";
      case BURNED_BEFORE -> "Another company let you down before us. What must we do differently?";
      case DISTRESS -> "You were upset when we last spoke. How are you now, and what can we do?";
      case SILENCE -> "We have not heard from you for a while. How are we doing?";
      case INVOICE_TROUBLE -> "There was trouble about an invoice. What is not right with it?";
      case REPEATED_FAILURE ->
          "More than one thing went wrong with us. Which one matters most to you?";
      case NEW_RELATION -> "Your technician is still new to you. How do you get on?";
      case HIGH_PROBABILITY -> "How content are you with us, and what could be better?";
    };
  }
}
