package org.limpid.workbench.query;

import java.util.Collection;
import org.limpid.files.ClosestName;
import org.limpid.files.DataException;
import org.limpid.files.Problem;

/** What is wrong with a question, as an exception. */
final class QueryProblem {
  private QueryProblem() {}

  /** Something was expected, and something else is there. */
  static DataException of(String found, String expected, String hint) {
    return new DataException(new Problem("query", 0, "", found, expected, hint));
  }

  /** A name that is not among those there are. */
  static DataException unknown(String found, String expected, Collection<String> known) {
    return of(found, expected, ClosestName.hint(found, known));
  }
}
