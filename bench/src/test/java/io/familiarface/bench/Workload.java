package io.familiarface.bench;

import java.time.Duration;

/**
 * How much of everything.
 *
 * @param starts how often the system is started; the first start also makes the databases
 * @param importedVisits lines of the list that is brought in
 * @param rounds how often all take their two turns
 * @param round how long each turn is
 * @param warmUp of load before it is measured what requests and lists cost, and what a compiler has
 *     brought
 * @param fewVisits how many visits there are before everybody gets doubles
 * @param times how many there are of everybody then
 * @param watchedVisits visits after each of which the risk is waited for
 * @param planningTechnicians who make the visits among which three are away
 * @param trainingCustomers of the company that is learned from, over 36 months
 * @param backTestCustomers of the company whose past is rolled through
 * @param companyCustomers of each simulated company in which what is learned is judged
 * @param companiesPerWorld so many of each world, each with its own seed
 * @param randomWorlds one company of each
 * @param customers who are imported, and who are searched
 * @param searches texts that somebody types
 * @param feedbacks with a tenth as many cases and calls
 */
record Workload(
    int starts,
    int importedVisits,
    int rounds,
    Duration round,
    Duration warmUp,
    int fewVisits,
    int times,
    int watchedVisits,
    int planningTechnicians,
    int trainingCustomers,
    int backTestCustomers,
    int forks,
    int companyCustomers,
    int companiesPerWorld,
    int randomWorlds,
    int customers,
    int searches,
    int feedbacks) {

  static Workload full() {
    return new Workload(
        4,
        100_000,
        5,
        Duration.ofSeconds(2),
        Duration.ofMinutes(2),
        10_000,
        100,
        300,
        40,
        62_000,
        5_600,
        2,
        6_000,
        2,
        6,
        1_000_000,
        1_000,
        1_000_000);
  }

  Workload withRound(Duration other) {
    return with(other, importedVisits, customers);
  }

  /** With so many customers or visits in an import. */
  Workload withLines(int lines) {
    return with(round, Math.max(10, lines / 10), lines);
  }

  private Workload with(Duration round, int importedVisits, int customers) {
    return new Workload(
        starts,
        importedVisits,
        rounds,
        round,
        warmUp,
        fewVisits,
        times,
        watchedVisits,
        planningTechnicians,
        trainingCustomers,
        backTestCustomers,
        forks,
        companyCustomers,
        companiesPerWorld,
        randomWorlds,
        customers,
        searches,
        feedbacks);
  }

  static Workload quick() {
    return new Workload(
        2,
        2_000,
        1,
        Duration.ofSeconds(1),
        Duration.ofSeconds(10),
        3_000,
        5,
        20,
        8,
        2_000,
        1_000,
        1,
        1_000,
        1,
        1,
        20_000,
        200,
        50_000);
  }
}
