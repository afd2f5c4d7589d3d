package io.familiarface.risk.learning;

/** Hears how far a long calculation has come. */
public interface ProgressListener {

  /**
   * @param share from 0 to 1
   * @param doing what is being done, in words
   */
  void at(double share, String doing);

  static ProgressListener unheard() {
    return (share, doing) -> {};
  }

  /** A part of this one. */
  default ProgressListener between(double from, double to) {
    return (share, doing) -> at(from + share * (to - from), doing);
  }
}
