package io.familiarface.risk.simulation;

import java.util.List;

/**
 * The laws of a simulated company. What is measured in such a world is simulated, whoever tells it;
 * the worlds are unlike each other so that an engine that fits one of them does not look good.
 *
 * @param cadences days between visits, drawn evenly
 * @param staffing how technicians come and go
 * @param manners how the company treats them when their technician changes
 * @param effects what makes them leave
 * @param leavesAtOnce how soon after a visit they cancel: mean days, or 0 for any time until the
 *     next visit
 */
public record World(
    String name,
    List<Double> cadences,
    Staffing staffing,
    Manners manners,
    Effects effects,
    double leavesAtOnce) {

  /**
   * @param departuresPerYear the chance that a technician leaves within a year
   * @param sickSpellsPerYear spells of one to five days
   * @param vacationWeeks single weeks off in a year
   * @param missedRate visits to which nobody comes
   */
  public record Staffing(
      double departuresPerYear, double sickSpellsPerYear, int vacationWeeks, double missedRate) {}

  /**
   * @param promisedShare customers to whom their technician was promised
   * @param toldShare changes of which they were told before
   * @param introducedShare changes at which the new one was introduced, if they were told
   * @param unknownShare of told, introduced and permanence, each, that nobody wrote down
   * @param answerRate visits after which they give a mark
   * @param complaintRate complaints per visit when all is well
   */
  public record Manners(
      double promisedShare,
      double toldShare,
      double introducedShare,
      double unknownShare,
      double answerRate,
      double complaintRate) {}

  /**
   * On the log-odds of leaving at a visit, each fading with its half-life in days.
   *
   * @param sensitivitySpread standard deviation of the logarithm of how much a person minds changes
   * @param frailtySpread standard deviation of what else differs between persons
   */
  public record Effects(
      double base,
      double substitution,
      double handover,
      double untold,
      double notIntroduced,
      double changeHalfLife,
      double brokenPromise,
      double promiseHalfLife,
      double missed,
      double missedHalfLife,
      double complaint,
      double complaintHalfLife,
      double openCase,
      double secondFailure,
      double burnedBefore,
      double tenure,
      double sensitivitySpread,
      double frailtySpread) {}

  /** Monthly pest control: promises are given lightly, and broken. */
  public static World pestControl() {
    return new World(
        "pest control",
        List.of(30.44, 30.44, 30.44, 60.9),
        new Staffing(0.35, 1.5, 3, 0.015),
        new Manners(0.35, 0.4, 0.4, 0.15, 0.25, 0.015),
        new Effects(
            -4.9, 0.55, 0.75, 0.35, 0.25, 120, 0.9, 240, 0.5, 90, 0.5, 150, 0.7, 0.35, 0.3, -0.12,
            0.5, 0.3),
        3);
  }

  /** Weekly and fortnightly lawn and pool care: much is forgiven soon, absence is not. */
  public static World lawnCare() {
    return new World(
        "lawn care",
        List.of(7.0, 14.0, 14.0, 30.44),
        new Staffing(0.6, 2.5, 2, 0.03),
        new Manners(0.1, 0.3, 0.3, 0.1, 0.1, 0.01),
        new Effects(
            -6.1, 0.5, 0.45, 0.5, 0.1, 40, 1.1, 90, 1.0, 45, 0.9, 60, 0.9, 0.15, 0.2, -0.05, 0.7,
            0.4),
        0);
  }

  /** Quarterly heating and cooling: few visits, long memories, very different people. */
  public static World heating() {
    return new World(
        "heating",
        List.of(91.3, 91.3, 182.6, 60.9),
        new Staffing(0.25, 2, 4, 0.02),
        new Manners(0.5, 0.55, 0.5, 0.2, 0.4, 0.04),
        new Effects(
            -3.9, 0.4, 0.9, 0.25, 0.45, 360, 0.7, 500, 0.45, 240, 0.7, 365, 0.5, 0.5, 0.4, -0.25,
            0.9, 0.5),
        20);
  }

  /**
   * A company whose customers do not mind who comes: not by itself, nor how well they know them,
   * nor do they complain of it. What goes wrong otherwise drives them out.
   */
  public static World indifferent() {
    return new World(
        "indifferent",
        List.of(30.44, 30.44, 91.3),
        new Staffing(0.4, 2, 3, 0.03),
        new Manners(0.3, 0.4, 0.4, 0.15, 0.25, 0.03),
        new Effects(-4.1, 0, 0, 0, 0, 120, 0, 240, 0.9, 120, 0.9, 180, 0.8, 0, 0.3, 0, 0, 0.4),
        5);
  }

  /** Those in which technician changes matter. */
  public static List<World> whereChangesMatter() {
    return List.of(pestControl(), lawnCare(), heating());
  }

  public World withUnknown(double share) {
    var same = manners;
    return new World(
        name,
        cadences,
        staffing,
        new Manners(
            same.promisedShare,
            same.toldShare,
            same.introducedShare,
            share,
            same.answerRate,
            same.complaintRate),
        effects,
        leavesAtOnce);
  }
}
