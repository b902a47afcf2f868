package org.limpid.data.generate;

/** What a stream of random numbers is for; each purpose has a stream of its own. */
enum Purpose {
  /** How many jobs an hour sees. */
  ARRIVALS,
  /** Who the users are, and their tasks. */
  USERS,
  /** Which user works when, and in what bursts. */
  SESSIONS,
  /** How long jobs run and how they end. */
  DURATIONS,
  /** Measurement noise of pairs of workloads. */
  PAIRS
}
