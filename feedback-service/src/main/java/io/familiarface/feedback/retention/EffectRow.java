package io.familiarface.feedback.retention;

/** What the database counted of one group of one stratum of one experiment. */
record EffectRow(
    int experiment,
    String stratum,
    boolean heldBack,
    long customers,
    long cancelled,
    long answered,
    long marked,
    double marks,
    double squares) {

  Arm cancellations() {
    return Arm.ofCount(customers, cancelled);
  }

  Arm answers() {
    return Arm.ofCount(customers, answered);
  }

  Arm satisfaction() {
    return new Arm(marked, marks, squares);
  }
}
