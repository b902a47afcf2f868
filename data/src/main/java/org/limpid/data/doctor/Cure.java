package org.limpid.data.doctor;

/** Who mends a finding. */
enum Cure {
  /** The doctor, as the data leave no choice. */
  FIX,
  /** The doctor, by a guess that somebody must ask for. */
  GUESS,
  /** Another command. */
  ELSEWHERE
}
