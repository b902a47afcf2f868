package org.limpid.data.doctor;

import java.util.List;

/**
 * What a check saw.
 *
 * @param rows the first rows of the trace that show it; empty where none does
 * @param count how many rows, virtual clusters or times show it
 * @param message what was found, a sentence
 * @param remedy the command that mends it, or a sentence on what to do
 */
record Symptom(List<Integer> rows, long count, String message, String remedy) {
  static Symptom of(Rows rows, String message, String remedy) {
    return new Symptom(rows.first(), rows.count(), message, remedy);
  }
}
