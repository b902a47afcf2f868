package org.limpid.reference.synergy;

/** Something that happens at a time. */
sealed interface RoundEvent {
  double seconds();

  /** What comes first of events of one time: the smaller one. */
  int rank();

  /** Whether this comes before another, whatever the order in which they were noted. */
  default boolean isBefore(RoundEvent other) {
    return seconds() < other.seconds() || seconds() == other.seconds() && rank() < other.rank();
  }

  /** A job comes in. */
  record Arrival(double seconds, JobState job) implements RoundEvent {
    @Override
    public int rank() {
      return 1;
    }
  }

  /** A job gives back what it was given for a round. */
  record LeaseEnd(double seconds, JobState job) implements RoundEvent {
    @Override
    public int rank() {
      return 3;
    }
  }

  /** A round begins. */
  record RoundStart(double seconds) implements RoundEvent {
    @Override
    public int rank() {
      return 4;
    }
  }
}
