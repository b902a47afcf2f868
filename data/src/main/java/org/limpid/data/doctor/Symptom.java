package org.limpid.data.doctor;

import java.util.List;

/**
 * What a check saw.
 *
 * @param rows the first rows of the trace that show it; empty where none does
 * @param count how many rows, virtual clusters or times show it
 * @param message what was found, a sentence
 * @param remedy what takes it away
 */
record Symptom(List<Integer> rows, long count, String message, Remedy remedy) {
  static Symptom of(Rows rows, String message, Remedy remedy) {
    return new Symptom(rows.first(), rows.count(), message, remedy);
  }
}
