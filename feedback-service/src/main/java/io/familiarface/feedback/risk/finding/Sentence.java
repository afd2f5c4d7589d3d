package io.familiarface.feedback.risk.finding;

import io.familiarface.feedback.risk.Wording;

/** Words that wait for the names in them. */
public interface Sentence {

  String in(Wording wording);
}
