package org.limpid.interpret.ebm.boost;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Makes something of a term when it is first asked for. Keeps that of all terms, or, where it would
 * take too much memory, that of the last one only.
 */
final class PerTerm<T> {
  private final List<T> made;
  private final boolean keepsAll;
  private final IntFunction<T> maker;
  private int last = -1;

  PerTerm(int termCount, boolean keepsAll, IntFunction<T> maker) {
    made = new ArrayList<>(Collections.nCopies(termCount, null));
    this.keepsAll = keepsAll;
    this.maker = maker;
  }

  T of(int term) {
    if (made.get(term) == null) {
      if (!keepsAll && last >= 0) {
        made.set(last, null);
      }
      made.set(term, maker.apply(term));
      last = term;
    }
    return made.get(term);
  }
}
